/** What `npm run soak` plays under a name. */
export interface Soak {
  readonly about: string;
  /** What `--count` counts, and how many by default. */
  readonly counts: readonly [what: string, byDefault: number];
  run(ground: Ground): Promise<void>;
}

/** Where it plays, and whom it tells. */
export interface Ground {
  readonly assembly: string;
  readonly folder: string;
  readonly seed: number;
  readonly count: number;
  /** One more proved; `faults` empty, or why not. */
  tell(name: string, faults: readonly string[], note?: string): void;
}
