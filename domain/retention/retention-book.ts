/** A night's work, so that it goes on where it was left. */
export interface RetentionRun {
  /** Local day. */
  readonly day: string;
  /** ISO instant at which it began: what it judges by to its end. */
  readonly startedAt: string;
  /** Rank of the keeper in hand, and where it is. */
  readonly rank: number;
  readonly after?: string;
  /** By kind of data. */
  readonly counts: Readonly<Record<string, { readonly looked: number; readonly forgotten: number }>>;
  readonly endedAt?: string;
  /** Grows by one at each write. */
  readonly version: number;
}

/** Somebody was to be forgotten: kept, by an id that says nothing of them, so that what came in late is taken away too. */
export interface ErasureOrder {
  readonly person: string;
  /** ISO instant; user name. */
  readonly at: string;
  readonly by: string;
}

/** Port: what was and is to be taken away. */
export interface RetentionBook {
  run(programme: string, day: string): Promise<RetentionRun | undefined>;
  /** Writes only over the version that was read (1 = none yet). */
  writeRun(programme: string, run: RetentionRun): Promise<boolean>;
  /** The first order of a person is kept. */
  order(programme: string, order: ErasureOrder): Promise<void>;
  orders(programme: string): Promise<readonly ErasureOrder[]>;
}
