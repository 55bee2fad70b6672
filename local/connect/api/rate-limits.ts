import { ServiceError } from '../../service-error.ts';

interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Per account and region, soft (adminguide: amazon-connect-service-limits). Unlisted APIs share nothing: each has this default. */
const standard: Rate = { perSecond: 2, burst: 5 };
const rates: Readonly<Record<string, Rate>> = {
  GetCurrentMetricData: { perSecond: 5, burst: 8 },
  DescribeContact: { perSecond: 10, burst: 15 },
  StopContact: { perSecond: 10, burst: 15 },
  UpdateContactAttributes: { perSecond: 10, burst: 15 },
  GetContactAttributes: { perSecond: 10, burst: 15 },
};

interface Bucket {
  /** Tokens at `at`, before what was taken at `at`. */
  tokens: number;
  at: number;
  taken: number;
  readonly takenBy: Map<string, number>;
}

/**
 * Token buckets in virtual time. Within one instant each caller sees the bucket as it stood before, less its own calls: which of two
 * concurrent functions asked first must decide nothing.
 */
export class RateLimits {
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes a token of `action` for `caller`, or throws what the service answers (HTTP 429). */
  take(action: string, caller: string): void {
    const { perSecond, burst } = rates[action] ?? standard;
    const at = this.#now();
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
      throw new ServiceError(
        'TooManyRequestsException',
        `Rate exceeded: ${action} allows ${perSecond} per second, burst ${burst}`,
        429,
      );
    bucket.takenBy.set(caller, own + 1);
    bucket.taken += 1;
  }
}
