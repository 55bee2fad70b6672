import type { CloudContext, LambdaOutcome } from '../cloud.ts';
import { isJsonObject, type Json } from '../json.ts';
import { failedItems } from '../lambda/batch-item-failures.ts';
import type { FunctionInvoker } from '../lambda/function-invoker.ts';
import type { Principal } from '../principal.ts';
import type { LocalQueues } from './local-queues.ts';
import type { HeldMessage } from './queue.ts';

export interface QueueMappingOptions {
  /** Names the mapping in keys: `stack/logicalId`. */
  readonly id: string;
  readonly queueArn: string;
  readonly functionArn: string;
  readonly batchSize: number;
  readonly windowMs: number;
  readonly reportsItemFailures: boolean;
  readonly principal: Principal;
}

/** Lambda's poller of one SQS queue. */
export function mapQueue(
  cloud: CloudContext,
  queues: LocalQueues,
  invoker: FunctionInvoker,
  options: QueueMappingOptions,
): void {
  const { id, queueArn, functionArn, batchSize, reportsItemFailures, principal } = options;
  const queue = queues.queue(queueArn);
  let due: number | undefined;

  const pollAt = (time: number): void => {
    if (due !== undefined && due <= time) return;
    due = time;
    cloud.kernel.at(time, `mapping/${id}`, async () => {
      if (due !== time) return;
      due = undefined;
      await poll();
    });
  };

  const poll = async (): Promise<void> => {
    const batch = queues.receive(queueArn, batchSize);
    const [first] = batch;
    if (first !== undefined) {
      const outcome = await invoker.run({
        functionArn,
        payload: { Records: batch.map((held) => record(held, queueArn, cloud.region)) },
        key: `mapping/${id}/${first.message.messageId}/${first.receiveCount}${first.again ? '~again' : ''}`,
        source: principal,
      });
      const failed = failures(outcome, batch, reportsItemFailures);
      for (const held of batch) if (!failed.has(held.message.messageId)) queue.remove(held.message.messageId);
    }
    const next = queue.held.map((held) => held.visibleAt);
    if (next.length > 0) pollAt(Math.max(cloud.kernel.now(), Math.min(...next)));
  };

  queue.onMessage(() => pollAt(cloud.kernel.now() + options.windowMs));
}

function failures(outcome: LambdaOutcome, batch: readonly HeldMessage[], reports: boolean): ReadonlySet<string> {
  const all = new Set(batch.map((held) => held.message.messageId));
  if (!outcome.ok) return all;
  if (!reports) return new Set();
  return failedItems(outcome.payload, all) ?? all;
}

function record(held: HeldMessage, queueArn: string, region: string): Json {
  const { message, sentAt, receiveCount, firstReceivedAt } = held;
  return {
    messageId: message.messageId,
    receiptHandle: `${message.messageId}/${receiveCount}`,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(receiveCount),
      SentTimestamp: String(sentAt),
      ApproximateFirstReceiveTimestamp: String(firstReceivedAt ?? sentAt),
      SenderId: 'local',
    },
    messageAttributes: Object.fromEntries(
      Object.entries(message.messageAttributes).map(([name, value]) => [
        name,
        isJsonObject(value)
          ? { dataType: value['DataType'] ?? 'String', stringValue: value['StringValue'] ?? null }
          : null,
      ]),
    ),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  };
}
