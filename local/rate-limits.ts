import type { ServiceError } from './service-error.ts';

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  /** Tokens at `at`, before what was taken at `at`. */
  tokens: number;
  at: number;
  taken: number;
  readonly takenBy: Map<string, number>;
}

export interface RateLimitOptions {
  /** Virtual now, milliseconds. */
  readonly now: () => number;
  /** The rate of an API. */
  readonly rateOf: (action: string) => Rate;
  /** What the service answers to whom it throttles. */
  readonly refuse: (message: string) => ServiceError;
}

/**
 * Token buckets in virtual time. Within one instant each caller sees the bucket as it stood before, less its own calls: which of two
 * concurrent functions asked first must decide nothing.
 */
export class RateLimits {
  readonly #options: RateLimitOptions;
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: RateLimitOptions) {
    this.#options = options;
  }

  /** Takes a token of `action` for `caller`, or throws what the service answers. */
  take(action: string, caller: string): void {
    const { perSecond, burst } = this.#options.rateOf(action);
    const at = this.#options.now();
    let bucket = this.#buckets.get(action);
    if (bucket === undefined) {
      bucket = { tokens: burst, at, taken: 0, takenBy: new Map() };
      this.#buckets.set(action, bucket);
    } else if (bucket.at !== at) {
      // What concurrent callers took together beyond what there was is owed: the rate holds over time.
      const left = bucket.tokens - bucket.taken;
      bucket.tokens = Math.min(burst, left + ((at - bucket.at) / 1000) * perSecond);
      bucket.at = at;
      bucket.taken = 0;
      bucket.takenBy.clear();
    }
    const own = bucket.takenBy.get(caller) ?? 0;
    if (bucket.tokens - own < 1)
      throw this.#options.refuse(`Rate exceeded: ${action} allows ${perSecond} per second, burst ${burst}`);
    bucket.takenBy.set(caller, own + 1);
    bucket.taken += 1;
  }
}

/** The invocation a call comes from: the part of its lane before the call itself. */
export function callerOf(call: { readonly service: string; readonly action: string; readonly lane: string }): string {
  const end = call.lane.indexOf(`/${call.service}.${call.action}/`);
  return end === -1 ? call.lane : call.lane.slice(0, end);
}
