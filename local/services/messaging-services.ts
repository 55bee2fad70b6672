import type { CloudContext } from '../cloud.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { requiredText } from './input-members.ts';
import { jsonProtocol } from './json-protocol.ts';
import type { LocalService } from './local-service.ts';

/** EventBridge: PutEvents. */
export const eventsService: LocalService = {
  name: 'events',
  endpointName: 'EVENTBRIDGE',
  protocol: jsonProtocol,
  operations: {
    PutEvents: {
      permissions: (input, cloud) =>
        objects(input['Entries']).map((entry) => {
          const bus = String(entry['EventBusName'] ?? 'default');
          const arn = `arn:${cloud.partition}:events:${cloud.region}:${cloud.account}:event-bus/${bus}`;
          return { action: 'events:PutEvents', resource: bus.startsWith('arn:') ? bus : arn };
        }),
    },
  },
};

const onQueue = (action: string) => ({
  permissions: (input: JsonObject, cloud: CloudContext) => [
    { action: `sqs:${action}`, resource: cloud.queues.arnOf(requiredText(input, 'QueueUrl')) },
  ],
});

/** SQS, in its JSON protocol. A batch is the same IAM action as a single message. */
export const queuesService: LocalService = {
  name: 'sqs',
  endpointName: 'SQS',
  protocol: jsonProtocol,
  operations: {
    SendMessage: onQueue('SendMessage'),
    SendMessageBatch: onQueue('SendMessage'),
    ReceiveMessage: onQueue('ReceiveMessage'),
    DeleteMessage: onQueue('DeleteMessage'),
  },
};

const onStream = (action: string) => ({
  permissions: (input: JsonObject, cloud: CloudContext) => {
    const { StreamARN: arn, StreamName: name } = input;
    const named = `arn:${cloud.partition}:kinesis:${cloud.region}:${cloud.account}:stream/${String(name)}`;
    return [{ action: `kinesis:${action}`, resource: typeof arn === 'string' ? arn : named }];
  },
});

/** Kinesis: putting records. */
export const streamsService: LocalService = {
  name: 'kinesis',
  endpointName: 'KINESIS',
  protocol: jsonProtocol,
  operations: { PutRecord: onStream('PutRecord'), PutRecords: onStream('PutRecords') },
};

function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
