import { CallInput, unknownAction } from '../call-input.ts';
import type { StandIn } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import type { LocalStreams } from './local-streams.ts';

/** Kinesis's own API: `PutRecord` and `PutRecords`, `Data` in base64 as on the wire. */
export function streamStandIn(streams: LocalStreams): StandIn {
  return {
    mutates: () => true,
    handle({ action, input, lane }) {
      const call = new CallInput(action, input);
      const stream = streams.stream(call.optionalText('StreamARN') ?? call.text('StreamName'));
      const put = (record: CallInput, recordLane: string): JsonObject => {
        const { shardId, sequenceNumber } = streams.put(stream.arn, {
          data: Buffer.from(record.text('Data'), 'base64'),
          partitionKey: record.text('PartitionKey'),
          lane: recordLane,
        });
        return { ShardId: shardId, SequenceNumber: sequenceNumber };
      };
      if (action === 'PutRecord') return put(call, lane);
      if (action !== 'PutRecords') throw unknownAction('kinesis', action, ['PutRecord', 'PutRecords']);
      const records = call.inputs('Records').map((record, index) => put(record, `${lane}/${index}`));
      return { FailedRecordCount: 0, Records: records };
    },
  };
}
