import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Wakes } from '../domain/campaign/wakes.ts';

/** Wakes through one SQS queue, whose messages the dispatcher is given. The endpoint is that of the environment, as for every other service. */
export function sqsWakes(queueUrl: string, client: SQSClient = new SQSClient({ useQueueUrlAsEndpoint: false })): Wakes {
  return {
    async wake(programme, kind, afterSeconds) {
      const MessageBody = JSON.stringify({ programme, kind });
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody, DelaySeconds: afterSeconds }));
    },
  };
}
