import type { CloudContext, LambdaOutcome } from '../cloud.ts';
import { deliverToDestination } from '../destination.ts';
import { laneRandom } from '../kernel/random.ts';
import { failedItems } from '../lambda/batch-item-failures.ts';
import type { FunctionInvoker } from '../lambda/function-invoker.ts';
import { discardedBatch, kinesisEvent } from './kinesis-event.ts';
import type { Stream, StreamRecord } from './stream.ts';
import type { StreamMappingOptions } from './stream-mapping.ts';

interface Batch {
  readonly records: readonly StreamRecord[];
  readonly attempts: number;
}

/** Lambda reads a shard once a second (Lambda guide, Kinesis polling). */
const pollMs = 1000;
const longestBackoffMs = 60_000;
const retentionSeconds = 86_400;

/** Reads one shard (or one part of it) in order: a batch at a time, retried, halved, and at last discarded. */
export class ShardReader {
  readonly #cloud: CloudContext;
  readonly #stream: Stream;
  readonly #invoker: FunctionInvoker;
  readonly #options: StreamMappingOptions;
  readonly #id: string;
  readonly #waiting: StreamRecord[] = [];
  readonly #retries: Batch[] = [];
  #due: number | undefined;
  #busy = false;

  constructor(
    cloud: CloudContext,
    stream: Stream,
    invoker: FunctionInvoker,
    options: StreamMappingOptions,
    id: string,
  ) {
    this.#cloud = cloud;
    this.#stream = stream;
    this.#invoker = invoker;
    this.#options = options;
    this.#id = id;
  }

  add(record: StreamRecord): void {
    this.#waiting.push(record);
    const full = this.#waiting.length >= this.#options.batchSize;
    const random = laneRandom(this.#cloud.seed, `poll/${this.#id}/${record.sequenceNumber}`);
    this.#readAfter(full ? 0 : Math.max(this.#options.windowMs, random.integer(1, pollMs)));
  }

  #readAfter(delayMs: number): void {
    const time = this.#cloud.kernel.now() + delayMs;
    if (this.#busy || this.#retries.length > 0 || (this.#due !== undefined && this.#due <= time)) return;
    this.#schedule(time);
  }

  #schedule(time: number): void {
    this.#due = time;
    this.#cloud.kernel.at(time, `mapping/${this.#id}`, async () => {
      if (this.#due !== time) return;
      this.#due = undefined;
      this.#busy = true;
      await this.#read();
      this.#busy = false;
    });
  }

  async #read(): Promise<void> {
    const fresh = () => ({ records: this.#waiting.splice(0, this.#options.batchSize), attempts: 0 });
    const batch: Batch = this.#retries.shift() ?? fresh();
    const [first] = batch.records;
    if (first === undefined) return;
    const last = batch.records.at(-1) ?? first;
    const key = `mapping/${this.#id}/${first.sequenceNumber}-${last.sequenceNumber}#${batch.attempts + 1}`;
    const outcome = await this.#invoke(batch, key);
    const random = laneRandom(this.#cloud.seed, `duplicate/${key}`);
    if (outcome.ok && random.chance(this.#cloud.settings.unfriendly.duplicate))
      await this.#invoke(batch, `${key}~again`);
    const wait = this.#settle(batch, outcome, key);
    if (this.#retries.length > 0 || this.#waiting.length > 0) this.#schedule(this.#cloud.kernel.now() + wait);
  }

  #invoke(batch: Batch, key: string): Promise<LambdaOutcome> {
    const { functionArn, principal } = this.#options;
    const payload = kinesisEvent(this.#stream, batch.records, this.#cloud.region, principal);
    return this.#invoker.run({ functionArn, payload, key, source: principal });
  }

  /** Puts back what failed, in order; gives how long to wait before the next read. */
  #settle(batch: Batch, outcome: LambdaOutcome, key: string): number {
    const { reportsItemFailures, bisects, maximumRetryAttempts, maximumRecordAgeSeconds } = this.#options;
    const { records, attempts } = batch;
    let failed = records;
    if (outcome.ok) {
      const known = new Set(records.map((record) => record.sequenceNumber));
      const items = reportsItemFailures ? failedItems(outcome.payload, known) : new Set<string>();
      if (items !== undefined) {
        const index = records.findIndex((record) => items.has(record.sequenceNumber));
        failed = index < 0 ? [] : records.slice(index);
      }
    }
    const [first] = failed;
    if (first === undefined) return 0;
    if (bisects && failed.length > 1 && failed.length === records.length) {
      // Halving does not count as a retry (Lambda guide, BisectBatchOnFunctionError).
      const middle = Math.ceil(failed.length / 2);
      this.#retries.unshift(
        { records: failed.slice(0, middle), attempts },
        { records: failed.slice(middle), attempts },
      );
      return backoff(attempts);
    }
    const now = this.#cloud.kernel.now();
    const age = maximumRecordAgeSeconds < 0 ? retentionSeconds : maximumRecordAgeSeconds;
    const tooOld = now - first.arrivedAt > age * 1000;
    const progressed = failed.length < records.length;
    if (!tooOld && (progressed || maximumRetryAttempts < 0 || attempts < maximumRetryAttempts)) {
      this.#retries.unshift({ records: failed, attempts: progressed ? 0 : attempts + 1 });
      return backoff(attempts);
    }
    this.#discard(failed, attempts + 1, tooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted', key);
    return 0;
  }

  #discard(records: readonly StreamRecord[], attempts: number, condition: string, key: string): void {
    const { onFailureArn, functionArn, principal } = this.#options;
    const body = discardedBatch(this.#stream, records, {
      attempts,
      condition,
      functionArn,
      key,
      now: this.#cloud.kernel.iso(),
    });
    if (onFailureArn === undefined) {
      this.#cloud.report(`Mapping ${this.#id}`, new Error(`${records.length} records discarded: ${condition}`));
      return;
    }
    try {
      deliverToDestination(this.#cloud, { targetArn: onFailureArn, body, lane: `${key}/discarded`, principal });
    } catch (error) {
      this.#cloud.report(`On-failure destination ${onFailureArn} of mapping ${this.#id}`, error);
    }
  }
}

function backoff(attempts: number): number {
  return Math.min(longestBackoffMs, 1000 * 2 ** attempts);
}
