/** Without a key or a pointer for this long, a page locks (REFLEX-26). */
export const idleMs = 5 * 60_000;
/** How often one looks. Not a single long timer: those stop while a computer sleeps, the clock on the wall does not. */
const lookMs = 5000;
/** How often other pages are told, at most. */
const tellMs = 20_000;

/** Counts from the last sign of somebody. */
export class IdleClock {
  readonly #now: () => number;
  readonly #tell: () => void;
  #last: number;
  #told = 0;
  #awake = 0;

  constructor(now: () => number, tell: () => void) {
    this.#now = now;
    this.#tell = tell;
    this.#last = now();
  }

  /** A key or a pointer in this page. */
  touched(): void {
    this.#last = this.#now();
    if (this.#last - this.#told < tellMs) return;
    this.#told = this.#last;
    this.#tell();
  }

  /** The same in another page. */
  heard(): void {
    this.#last = this.#now();
  }

  /** Somebody is here although they touch nothing, talking to a caller; the answer ends it. */
  keepAwake(): () => void {
    this.#awake += 1;
    return () => {
      this.#awake -= 1;
      this.#last = this.#now();
    };
  }

  get isIdle(): boolean {
    return this.#awake === 0 && this.#now() - this.#last >= idleMs;
  }

  /** Calls back once idle; the answer stops looking. */
  watch(onIdle: () => void): () => void {
    const timer = setInterval(() => {
      if (this.isIdle) onIdle();
    }, lookMs);
    return () => clearInterval(timer);
  }
}
