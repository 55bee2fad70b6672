import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { metrics } from '../../contracts/metrics.ts';
import { grantSendingAlerts } from '../alerts/grant-sending-alerts.ts';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { workQueue } from '../constructs/work-queue.ts';
import { grantFollowing } from '../follow-up/grant-following.ts';
import { grantContent, grantJournalWriting, type WebGround } from '../functions/granted.ts';
import { grantLinks } from '../survey/survey-functions.ts';
import { messageSchedule } from './message-clock.ts';

export interface MessageFunctions {
  readonly 'message-preview': HandlerFunction;
}

/** As long as a run may last: what the provider takes in a second, or the settling of what left a quarter of an hour ago. */
const dispatcherTimeout = Duration.seconds(60);
const receiptsTimeout = Duration.seconds(30);
/** What sends messages, hears of them, and helps to write them: nothing where no programme writes to people. */
export function createMessageFunctions(
  scope: Construct,
  ground: WebGround,
  publicUrl: string,
): Partial<MessageFunctions> {
  const { house, data } = ground;
  const { messageChannel: channel, messageTables } = data;
  if (channel === undefined || messageTables === undefined) {
    return {};
  }
  const dispatcher = new HandlerFunction(scope, 'MessageDispatcher', {
    house,
    alarms: data.alarms,
    name: 'message-dispatcher',
    impact: 'People are not written to: who would have answered a message waits for a call.',
    deadLetters: 'A wake-up of the dispatcher of messages was given up: people wait for the next minute.',
    timeout: dispatcherTimeout,
    memory: 1024,
  });
  messageTables.messages.grant(dispatcher, { items: ['BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
  grantContent(ground, dispatcher);
  grantJournalWriting(ground, dispatcher);
  data.tables.people.grant(dispatcher, { items: ['BatchGetItem'] });
  data.identity.grantPeople(dispatcher, { read: true });
  data.identity.grantPseudonyms(dispatcher);
  channel.grantSend(dispatcher);
  grantLinks(ground, dispatcher, 'name');
  grantSendingAlerts(ground, dispatcher);
  // What agents had sent is written again from its card as it leaves.
  data.knowledgeTables?.knowledge.grant(dispatcher, { items: ['GetItem', 'Query'] });
  // Who is not reached by a message is called.
  grantFollowing(ground, dispatcher);
  dispatcher.setEnvironment(env.publicUrl, publicUrl);
  dispatcher.setEnvironment(env.messagesPerSecond, String(house.deployment.quotas.messagesPerSecond ?? 1));
  createWakes(scope, ground, dispatcher);
  for (const { programme } of house.programmes) {
    if (programme.messages !== undefined) {
      new ClockSchedule(scope, `MessageTick-${programme.name}`, {
        house,
        alarms: data.alarms,
        kind: 'message-tick',
        programme: programme.name,
        expression: messageSchedule(programme.messages.messageRules, programme.calendar),
        timeZone: programme.calendar.timeZone,
        target: dispatcher,
        impact: 'Nobody is written to, and what became of messages is not told.',
      });
    }
  }

  const receipts = new HandlerFunction(scope, 'MessageReceipts', {
    house,
    alarms: data.alarms,
    name: 'message-receipts',
    impact: 'Nobody knows whether messages arrive: who did not get theirs is called late.',
    deadLetters:
      'What became of some messages was given up: they stay without an end, and their people may not be called.',
    timeout: receiptsTimeout,
    memory: 1024,
  });
  grantMessages(ground, receipts, 'plan');
  grantFollowing(ground, receipts);
  feedReceipts(scope, ground, receipts);
  createAlarms(scope, ground);

  const preview = new HandlerFunction(scope, 'MessagePreview', {
    house,
    alarms: data.alarms,
    name: 'message-preview',
    impact: 'The client cannot see what a text would cost or why it is refused; those in force go on.',
    timeout: Duration.seconds(10),
  });
  grantContent(ground, preview);
  return { 'message-preview': preview };
}

/** Planning, withdrawing and noting messages; or only writing down what somebody said about being written to. */
export function grantMessages(ground: WebGround, handler: HandlerFunction, use: 'plan' | 'stop'): void {
  ground.data.messageTables?.messages.grant(handler, {
    items: use === 'plan' ? ['BatchGetItem', 'PutItem', 'BatchWriteItem'] : ['PutItem'],
  });
  grantJournalWriting(ground, handler);
  if (use === 'plan') {
    grantContent(ground, handler);
  }
}

/** By which the dispatcher goes on, a second later, while more is due. */
function createWakes(scope: Construct, { data }: WebGround, dispatcher: HandlerFunction): void {
  const wakes = workQueue(scope, 'MessageWakes', {
    alarms: data.alarms,
    handler: dispatcher,
    timeout: dispatcherTimeout,
    // A wake that waited for long is worth nothing: the next minute begins again.
    retention: Duration.minutes(10),
    tries: 3,
    batchSize: 10,
    late: {
      runbook: 'message-wakes-late',
      impact: 'Messages of a morning leave by the minute instead of by the second: many people are written to late.',
      after: Duration.minutes(5),
    },
  });
  dispatcher.setEnvironment(env.wakeQueue, wakes.queueUrl);
  dispatcher.allow(['sqs:SendMessage'], [wakes.queueArn]);
}

/** What the provider says waits in a queue: a broken function loses none of it for four days. */
function feedReceipts(scope: Construct, { data }: WebGround, receipts: HandlerFunction): void {
  const queue = workQueue(scope, 'MessageReceiptsQueue', {
    alarms: data.alarms,
    handler: receipts,
    timeout: receiptsTimeout,
    retention: Duration.days(4),
    tries: 10,
    batchSize: 100,
    // Receipts come by hundreds within seconds of a morning's messages: some seconds more let them share a run.
    window: Duration.seconds(5),
    reportsFailures: true,
    late: {
      runbook: 'message-receipts-late',
      impact: 'Who did not get their message is not called: what became of messages is read late.',
      after: Duration.minutes(15),
    },
  });
  data.messageChannel?.topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }));
}

function createAlarms(scope: Construct, { data }: WebGround): void {
  const counted = (metricName: string, statistic: 'Sum' | 'Maximum', period: Duration) =>
    new Metric({ namespace: metrics.namespace, metricName, statistic, period });
  data.alarms.declare(scope, 'MessagesHalted', {
    runbook: 'messages-halted',
    impact: 'No message leaves at all: the account, its spending limit or the sender does not allow it.',
    metric: counted(metrics.messagesHalted, 'Sum', Duration.minutes(5)),
    threshold: 3,
  });
  data.alarms.declare(scope, 'MessagesLate', {
    runbook: 'messages-late',
    impact: 'People get their message hours after the one it was meant for, or not at all.',
    metric: counted(metrics.messagesLate, 'Maximum', Duration.minutes(5)),
    threshold: 120,
  });
  data.alarms.declare(scope, 'MessagesUndetermined', {
    runbook: 'messages-undetermined',
    impact: 'People may have got a message, or not: they are called, and some are called for nothing.',
    metric: counted(metrics.messagesUndetermined, 'Sum', Duration.hours(1)),
    threshold: 20,
  });
  data.alarms.declare(scope, 'StrangeReceipts', {
    runbook: 'strange-receipts',
    impact: 'Something else sends in the name of this deployment, or messages that were sent are not in its tables.',
    metric: counted(metrics.strangeReceipts, 'Sum', Duration.hours(1)),
    threshold: 1,
  });
}
