import type { Json } from '../json.ts';
import { deriveUuid } from '../kernel/random.ts';
import type { Principal } from '../principal.ts';
import type { Stream, StreamRecord } from './stream.ts';

/** The event that Lambda hands a function for a batch of stream records. */
export function kinesisEvent(
  stream: Stream,
  records: readonly StreamRecord[],
  region: string,
  principal: Principal,
): Json {
  return {
    Records: records.map((record) => ({
      kinesis: {
        kinesisSchemaVersion: '1.0',
        partitionKey: record.partitionKey,
        sequenceNumber: record.sequenceNumber,
        data: record.data.toString('base64'),
        approximateArrivalTimestamp: record.arrivedAt / 1000,
      },
      eventSource: 'aws:kinesis',
      eventVersion: '1.0',
      eventID: `${record.shardId}:${record.sequenceNumber}`,
      eventName: 'aws:kinesis:record',
      invokeIdentityArn: principal.type === 'function' ? principal.roleArn : '',
      awsRegion: region,
      eventSourceARN: stream.arn,
    })),
  };
}

/** What the on-failure destination of a stream mapping gets: where the records are, never the records. */
export function discardedBatch(
  stream: Stream,
  records: readonly StreamRecord[],
  discard: {
    readonly attempts: number;
    readonly condition: string;
    readonly functionArn: string;
    readonly key: string;
    readonly now: string;
  },
): Json {
  const first = records.at(0);
  const last = records.at(-1);
  const iso = (record: StreamRecord | undefined) => new Date(record?.arrivedAt ?? 0).toISOString();
  return {
    version: '1.0',
    timestamp: discard.now,
    requestContext: {
      requestId: deriveUuid('request', discard.key),
      functionArn: discard.functionArn,
      condition: discard.condition,
      approximateInvokeCount: discard.attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    KinesisBatchInfo: {
      shardId: first?.shardId ?? null,
      startSequenceNumber: first?.sequenceNumber ?? null,
      endSequenceNumber: last?.sequenceNumber ?? null,
      approximateArrivalOfFirstRecord: iso(first),
      approximateArrivalOfLastRecord: iso(last),
      batchSize: records.length,
      streamArn: stream.arn,
    },
  };
}
