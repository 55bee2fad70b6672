/** A registered person as campaigns see them: ids and coarse facts only (design decision 16). */
export interface RegisterLine {
  /** Random; letters, digits, `_` and `-` only. */
  readonly recipientId: string;
  /** Keys of their usable numbers, best first; none = cannot be called. */
  readonly numberKeys: readonly string[];
  /** `other`: to be met otherwise than by voice (REFLEX-08). */
  readonly channel: 'voice' | 'other';
  /** e.g. `85-89`. */
  readonly ageBand: string;
  /** Postcode of the arrondissement, e.g. `75013`. */
  readonly sector: string;
  /** Whole number from 0; the smallest is the most fragile and is called first. */
  readonly riskRank: number;
  /** ISO instant until which the person is away or in hospital. */
  readonly absentUntil?: string;
  readonly deceased?: boolean;
  /** Files they are to be called about; absent in a register that has none. */
  readonly subjects?: readonly RegisteredSubject[];
}

/** A file of a person, as far as campaigns know it: what it lacks is in the profile. */
export interface RegisteredSubject {
  readonly scheme: string;
  readonly kind: SubjectKind;
  /** Import that last named it. */
  readonly list: string;
  /** Local day by which it must be renewed or complete. */
  readonly dueOn?: string;
}

/** A file to renew, or one that lacks documents (SAMPS-30). */
export type SubjectKind = 'renewal' | 'incomplete';

/** Port: the register of people to be called. */
export interface Register {
  /** Those in force at `at` (ISO instant), ascending by `recipientId`; with `after`, those beyond that id. */
  inForce(programme: string, at: string, after?: string): AsyncIterable<RegisterLine>;
  /** Whether the person has left the register: strongly consistent, since it takes effect at once (REFLEX-25). */
  removed(programme: string, recipientId: string): Promise<boolean>;
}
