import type { CloudContext, Streams } from '../cloud.ts';
import { derive } from '../kernel/random.ts';
import { ServiceError } from '../service-error.ts';
import { Stream } from './stream.ts';

/** Largest record of a stream, bytes (Kinesis quotas, default). */
const largestRecord = 1_048_576;

/** Kinesis data streams. */
export class LocalStreams implements Streams {
  readonly #cloud: CloudContext;
  readonly #streams = new Map<string, Stream>();

  constructor(cloud: CloudContext) {
    this.#cloud = cloud;
  }

  create(definition: { readonly arn: string; readonly name: string; readonly shardCount: number }): void {
    this.#streams.set(definition.arn, new Stream(definition));
  }

  stream(arnOrName: string): Stream {
    const found =
      this.#streams.get(arnOrName) ?? [...this.#streams.values()].find((stream) => stream.name === arnOrName);
    if (found === undefined) {
      const known = [...this.#streams.keys()].join(', ') || 'none';
      throw new ServiceError('ResourceNotFoundException', `No stream ${arnOrName}; there are ${known}`);
    }
    return found;
  }

  /**
   * Records of one partition key keep the order in which they were put; those of an instant arrive in the order of their keys.
   * The sequence number answered names the put; the record's own is given on its shard.
   */
  put(
    streamArn: string,
    record: { readonly data: string | Uint8Array; readonly partitionKey: string; readonly lane: string },
  ): { readonly shardId: string; readonly sequenceNumber: string } {
    const { kernel } = this.#cloud;
    const stream = this.stream(streamArn);
    const data = Buffer.from(record.data);
    if (data.length > largestRecord) {
      throw new ServiceError(
        'ValidationException',
        `Record of ${data.length} bytes for ${stream.name}; at most ${largestRecord}`,
      );
    }
    kernel.after(0, `stream/${stream.name}/${record.partitionKey}`, () =>
      stream.append(record.partitionKey, data, kernel.now()),
    );
    const sequenceNumber = BigInt(`0x${derive('put', record.lane).slice(0, 40)}`).toString();
    return { shardId: stream.shardOf(record.partitionKey), sequenceNumber };
  }
}
