import { Settled } from '../model/settled.ts';

/** Calls counting against the quota of concurrent calls: inbound, outbound and callbacks, ringing included. */
export class ActiveCalls {
  readonly settled: Settled<number>;
  #count = 0;
  #most = 0;

  constructor(now: () => number) {
    this.settled = new Settled(now, () => this.#count);
  }

  get count(): number {
    return this.#count;
  }

  /** The most there ever were at once. */
  get most(): number {
    return this.#most;
  }

  begin(): void {
    this.settled.changing();
    this.#count += 1;
    this.#most = Math.max(this.#most, this.#count);
  }

  end(): void {
    this.settled.changing();
    this.#count -= 1;
  }
}
