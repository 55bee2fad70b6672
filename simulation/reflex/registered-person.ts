/** A telephone of a registered person, and what it has become since they gave it. */
export interface RegisteredPhone {
  /** E.164. */
  readonly number: string;
  readonly kind: 'landline' | 'mobile';
  /** `strangers`: somebody else has it now; `dead`: nobody has. */
  readonly answers: 'them' | 'strangers' | 'dead';
}

/** One invented person of the register, with how they live and how they behave on the telephone. */
export interface RegisteredPerson {
  readonly index: number;
  readonly lastName: string;
  readonly firstName: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly postcode: string;
  readonly livesAlone: boolean;
  readonly disabled: boolean;
  readonly teleAlarm: boolean;
  /** Asked to be met otherwise than by voice. */
  readonly relay: boolean;
  readonly phones: readonly RegisteredPhone[];
  /** Their own chance that a mean attempt finds them. */
  readonly chance: number;
  /** How much more (above 1) or less they answer in a part of the day, by its code. */
  readonly dayParts: Readonly<Record<string, number>>;
  /** Share of the calls that do not find them in which somebody says that there is no use in calling again. */
  readonly stopShare: number;
  /** Chance that they ring back after a call that they missed. */
  readonly ringsBack: number;
}
