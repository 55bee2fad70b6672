import { createHash } from 'node:crypto';
import { CallInput, unknownAction } from '../call-input.ts';
import type { StandIn } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import type { LocalQueues } from './local-queues.ts';

const actions = ['DeleteMessage', 'ReceiveMessage', 'SendMessage', 'SendMessageBatch'];

/** SQS's own API, in its JSON protocol. */
export function queueStandIn(queues: LocalQueues): StandIn {
  return {
    mutates: () => true,
    handle({ action, input, lane }) {
      const call = new CallInput(action, input);
      const queueArn = queues.arnOf(call.text('QueueUrl'));
      if (action === 'SendMessage') return send(queues, queueArn, call, lane);
      if (action === 'SendMessageBatch') {
        const sent = call.inputs('Entries').map((entry) => {
          const id = entry.text('Id');
          return { Id: id, ...send(queues, queueArn, entry, `${lane}/${id}`) };
        });
        return { Successful: sent, Failed: [] };
      }
      if (action === 'ReceiveMessage') {
        const limit = call.optionalNumber('MaxNumberOfMessages') ?? 1;
        const held = queues.receive(queueArn, limit, call.optionalNumber('VisibilityTimeout'));
        return {
          Messages: held.map(({ message, receiveCount }) => ({
            MessageId: message.messageId,
            ReceiptHandle: `${message.messageId}/${receiveCount}`,
            Body: message.body,
            MD5OfBody: md5(message.body),
            MessageAttributes: message.messageAttributes,
            Attributes: { ...message.attributes, ApproximateReceiveCount: String(receiveCount) },
          })),
        };
      }
      if (action === 'DeleteMessage') {
        queues.queue(queueArn).remove(call.text('ReceiptHandle').split('/')[0] ?? '');
        return {};
      }
      throw unknownAction('sqs', action, actions);
    },
  };
}

function send(queues: LocalQueues, queueArn: string, call: CallInput, lane: string): JsonObject {
  const body = call.text('MessageBody');
  const delaySeconds = call.optionalNumber('DelaySeconds');
  const messageAttributes = call.object('MessageAttributes');
  const { messageId } = queues.send(queueArn, {
    body,
    lane,
    messageAttributes,
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
  });
  return { MessageId: messageId, MD5OfMessageBody: md5(body) };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
