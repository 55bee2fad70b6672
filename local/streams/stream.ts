import { createHash } from 'node:crypto';

export interface StreamRecord {
  readonly partitionKey: string;
  readonly data: Buffer;
  readonly sequenceNumber: string;
  readonly shardId: string;
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number;
}

/** One Kinesis data stream: its shards, and who reads them. Records are kept by their readers only. */
export class Stream {
  readonly arn: string;
  readonly name: string;
  readonly shardCount: number;
  readonly #counters = new Map<string, number>();
  readonly #readers: ((record: StreamRecord) => void)[] = [];

  constructor(definition: { readonly arn: string; readonly name: string; readonly shardCount: number }) {
    this.arn = definition.arn;
    this.name = definition.name;
    this.shardCount = definition.shardCount;
  }

  onRecord(reader: (record: StreamRecord) => void): void {
    this.#readers.push(reader);
  }

  shardOf(partitionKey: string): string {
    const hash = BigInt(`0x${createHash('md5').update(partitionKey).digest('hex')}`);
    const index = (hash * BigInt(this.shardCount)) >> 128n;
    return `shardId-${String(index).padStart(12, '0')}`;
  }

  append(partitionKey: string, data: Buffer, now: number): void {
    const shardId = this.shardOf(partitionKey);
    const count = (this.#counters.get(shardId) ?? 0) + 1;
    this.#counters.set(shardId, count);
    const sequenceNumber = `4966${String(now).padStart(16, '0')}${String(count).padStart(36, '0')}`;
    const record: StreamRecord = { partitionKey, data, sequenceNumber, shardId, arrivedAt: now };
    for (const reader of this.#readers) reader(record);
  }
}
