/**
 * A fact as it stood before the present instant. API calls of concurrent functions arrive in any order within an instant, between any
 * two changes of that instant; answering them from the settled past makes what they read independent of that order.
 */
export class Settled<T> {
  readonly #now: () => number;
  readonly #read: () => T;
  #changedAt: number | undefined;
  #before: T | undefined;

  constructor(now: () => number, read: () => T) {
    this.#now = now;
    this.#read = read;
  }

  /** Call before each change. */
  changing(): void {
    const at = this.#now();
    if (this.#changedAt === at) return;
    this.#before = this.#read();
    this.#changedAt = at;
  }

  get(): T {
    if (this.#changedAt === this.#now() && this.#before !== undefined) return this.#before;
    return this.#read();
  }
}
