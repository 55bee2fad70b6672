import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { BoardWakes } from '../domain/supervision/push-board.ts';

/** Wakes of the function that pushes boards, through its queue. The endpoint is that of the environment, as for every other service. */
export function sqsBoardWakes(
  queueUrl: string,
  client: SQSClient = new SQSClient({ useQueueUrlAsEndpoint: false }),
): BoardWakes {
  return {
    async wake(programme, step, afterSeconds) {
      const MessageBody = JSON.stringify({ programme, ...step });
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody, DelaySeconds: afterSeconds }));
    },
  };
}
