import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { AlarmDesk, Impact } from '../monitoring/alarm-desk.ts';
import type { HandlerFunction } from './handler-function.ts';

export interface WorkQueueProps {
  readonly alarms: AlarmDesk;
  readonly handler: HandlerFunction;
  /** Of the function. */
  readonly timeout: Duration;
  /** How long a message waits for a broken function to be repaired. */
  readonly retention: Duration;
  /** After so many tries a message goes to the function's dead letters. */
  readonly tries: number;
  readonly batchSize: number;
  /** How long messages are gathered. @default not at all */
  readonly window?: Duration;
  /** The function answers which messages failed: only those come again. @default all of them do */
  readonly reportsFailures?: boolean;
  /** Rings when a message waits for this long. */
  readonly late: { readonly runbook: string; readonly impact: Impact; readonly after: Duration };
}

/** Lambda asks that a message stay hidden for six times as long as it may be worked on. */
const hiddenFor = 6;

/** A queue whose messages a function is given, watched, with dead letters. `id` names the queue; its alarm is `<id>Late`. */
export function workQueue(scope: Construct, id: string, props: WorkQueueProps): Queue {
  const { alarms, handler, timeout, late, window } = props;
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: props.retention,
    visibilityTimeout: Duration.seconds(timeout.toSeconds() * hiddenFor),
    deadLetterQueue: { queue: handler.deadLetters, maxReceiveCount: props.tries },
  });
  alarms.declare(scope, `${id}Late`, {
    runbook: late.runbook,
    impact: late.impact,
    metric: queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: Duration.minutes(5) }),
    threshold: late.after.toSeconds(),
  });
  handler.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue.queueArn]);
  handler.fn.addEventSourceMapping('Wakes', {
    eventSourceArn: queue.queueArn,
    batchSize: props.batchSize,
    ...(window === undefined ? {} : { maxBatchingWindow: window }),
    ...(props.reportsFailures === true ? { reportBatchItemFailures: true } : {}),
  });
  return queue;
}
