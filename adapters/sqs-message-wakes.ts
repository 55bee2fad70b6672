import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { MessageWakes } from '../domain/message/message-wakes.ts';

/** Wakes of the dispatcher of messages, through its queue. The endpoint is that of the environment, as for every other service. */
export function sqsMessageWakes(
  queueUrl: string,
  client: SQSClient = new SQSClient({ useQueueUrlAsEndpoint: false }),
): MessageWakes {
  return {
    async wake(programme, chain, afterSeconds) {
      const MessageBody = JSON.stringify({ programme, chain });
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody, DelaySeconds: afterSeconds }));
    },
  };
}
