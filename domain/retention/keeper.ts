/**
 * One kind of data that is kept of people. Each capability declares its own: how what is over goes by itself (COMMON-13), how all of a person goes at once
 * (COMMON-14), and what a person is told that we have (COMMON-15). Everything may be done again: what is gone stays gone.
 */
export interface Keeper {
  /** Code by which retention rules and certificates name it. */
  readonly data: string;
  /** Takes away what has been over since before an instant; absent where it only goes with the person. */
  purge?(order: PurgeOrder): Promise<PurgeStep>;
  /** Takes away all that is kept of people. Answers how many items it knew of; absent where it outlives them, and says nothing of who they were. */
  forget?(programme: string, people: readonly string[]): Promise<number>;
  /** All that is kept of a person, as they may read it. */
  tell?(programme: string, person: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface PurgeOrder {
  readonly programme: string;
  /** ISO instant of the run, and the instant before which what was over goes. */
  readonly at: string;
  readonly before: string;
  /** Where the step before left off. */
  readonly after?: string;
  /** Items looked at, at most about as many. */
  readonly most: number;
}

export interface PurgeStep {
  readonly looked: number;
  readonly forgotten: number;
  /** Where to go on; absent once all was looked at. */
  readonly next?: string;
}

/** Port: items that go for good, by their key; a repeat is a success. */
export interface Erasable<Key> {
  erase(programme: string, keys: readonly Key[]): Promise<void>;
}
