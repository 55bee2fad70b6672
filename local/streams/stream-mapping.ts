import { createHash } from 'node:crypto';
import type { CloudContext } from '../cloud.ts';
import type { FunctionInvoker } from '../lambda/function-invoker.ts';
import type { Principal } from '../principal.ts';
import { ShardReader } from './shard-reader.ts';
import type { Stream } from './stream.ts';

export interface StreamMappingOptions {
  /** Names the mapping in keys: `stack/logicalId`. */
  readonly id: string;
  readonly functionArn: string;
  readonly batchSize: number;
  readonly windowMs: number;
  /** Concurrent batches per shard; records of one partition key stay in order. */
  readonly parallelization: number;
  readonly bisects: boolean;
  /** -1 = until the records are too old. */
  readonly maximumRetryAttempts: number;
  /** -1 = the stream's retention, a day. */
  readonly maximumRecordAgeSeconds: number;
  readonly reportsItemFailures: boolean;
  readonly onFailureArn: string | undefined;
  readonly principal: Principal;
}

/** Lambda's poller of one stream: a reader per shard and parallel batch. */
export function mapStream(
  cloud: CloudContext,
  stream: Stream,
  invoker: FunctionInvoker,
  options: StreamMappingOptions,
): void {
  const readers = new Map<string, ShardReader>();
  stream.onRecord((record) => {
    const part = createHash('md5').update(record.partitionKey).digest().readUInt32LE(0) % options.parallelization;
    const id = `${options.id}/${record.shardId}${options.parallelization === 1 ? '' : `.${part}`}`;
    let reader = readers.get(id);
    if (reader === undefined) {
      reader = new ShardReader(cloud, stream, invoker, options, id);
      readers.set(id, reader);
    }
    reader.add(record);
  });
}
