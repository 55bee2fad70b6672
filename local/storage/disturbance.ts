import { setTimeout as sleep } from 'node:timers/promises';
import { derive, type LaneRandom, laneRandom } from '../kernel/random.ts';
import { EndpointError } from './endpoint-error.ts';

export interface DisturbanceOptions {
  readonly seed: string;
  /** Every request waits 0 to this many real milliseconds, at random: results must not depend on it. */
  readonly maxDelayMs?: number;
  /** Share of DynamoDB requests refused by throttling, 0 to 1; the same request is refused in every run of the seed. */
  readonly throttleShare?: number;
}

/** What makes storage behave as badly as the real one may. */
export class Disturbance {
  readonly #options: DisturbanceOptions;
  readonly #delays: LaneRandom;
  readonly #repeats = new Map<string, number>();

  constructor(options: DisturbanceOptions) {
    this.#options = options;
    this.#delays = laneRandom(options.seed, 'storage delays');
  }

  async delay(): Promise<void> {
    const max = this.#options.maxDelayMs ?? 0;
    if (max > 0) await sleep(this.#delays.next() * max);
  }

  /** Throws DynamoDB's throttling error for the share asked. `request` identifies it; each repeat is drawn anew. */
  throttle(request: string): void {
    const share = this.#options.throttleShare ?? 0;
    if (share === 0) return;
    const id = derive(request);
    const repeat = this.#repeats.get(id) ?? 0;
    this.#repeats.set(id, repeat + 1);
    if (!laneRandom(this.#options.seed, `throttle ${id} ${repeat}`).chance(share)) return;
    throw new EndpointError(
      'ProvisionedThroughputExceededException',
      'The level of configured provisioned throughput for the table was exceeded (injected by the local cloud)',
    );
  }
}
