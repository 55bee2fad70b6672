import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { metrics } from '../../contracts/metrics.ts';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { workQueue } from '../constructs/work-queue.ts';
import type { OutboundTables } from '../data/tables.ts';
import { grantFollowing } from '../follow-up/grant-following.ts';
import { dispatchSchedule } from '../functions/dispatch-clock.ts';
import {
  type Ground,
  grantContacts,
  grantContent,
  grantIds,
  grantJournalWriting,
  grantRegistering,
  setInstance,
  setVoiceReach,
} from '../functions/granted.ts';
import { hasCrises, hasOutbound, hasScripts, type ProgrammeOfHouse } from '../house.ts';
import { grantReferring } from './referral-functions.ts';

export interface CampaignFunctions {
  readonly 'campaign-control': HandlerFunction;
}

/** How long the dispatcher may take: some dials, or the loading of a register. */
const dispatcherTimeout = Duration.seconds(60);
/** Minutes between two looks at orders: with three agents free, some hundred calls an hour. */
const ordersTickMinutes = 2;
/** How long a free agent may wait for others to be: some 1 % of the time between two of their calls. */
const wakeWindow = Duration.seconds(2);

/** Campaigns (REFLEX-01..05): who declares them, and the dispatcher that keeps them going each minute and dials when an agent is free. */
export function createCampaignFunctions(scope: Construct, ground: Ground, tables: OutboundTables): CampaignFunctions {
  const { house, data, instance } = ground;
  const dispatcher = new HandlerFunction(scope, 'CampaignDispatcher', {
    house,
    alarms: data.alarms,
    name: 'campaign-dispatcher',
    impact: 'People of a campaign are not called, and the promises of its cycles are broken.',
    deadLetters: 'A wake-up of the campaign dispatcher was given up: people of a campaign wait for the next minute.',
    timeout: dispatcherTimeout,
    memory: 1024,
  });
  setInstance(ground, dispatcher);
  setVoiceReach(ground, dispatcher);
  grantIds(scope, ground, dispatcher);
  dispatcher.setEnvironment(env.concurrentCalls, String(house.deployment.quotas.concurrentCalls));
  tables.campaigns.grant(dispatcher, {
    items: ['BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'],
    index: ['Query'],
  });
  // What is known of those who are next is read together, from four tables.
  tables.recipients.grant(dispatcher, { items: ['BatchGetItem', 'Query'] });
  data.tables.people.grant(dispatcher, { items: ['BatchGetItem'] });
  // Locks of numbers, and what is due to callers, who come first.
  data.centreTables.callbacks.grant(dispatcher, { items: ['PutItem', 'DeleteItem'], index: ['Query'] });
  data.centreTables.presence.grant(dispatcher, { items: ['BatchGetItem'] });
  grantContent(ground, dispatcher);
  grantJournalWriting(ground, dispatcher);
  if (hasCrises(house)) {
    // Invented people of exercises are written down as any others.
    grantRegistering(ground, dispatcher);
  }
  data.identity.grantPeople(dispatcher, { register: hasCrises(house), read: true });
  grantContacts(ground, dispatcher, ['StartOutboundVoiceContact', 'DescribeContact']);
  dispatcher.allowUnder(
    ['connect:GetCurrentMetricData'],
    instance.instanceArn,
    '/queue/*',
    'Functions exist before queues: any queue of this instance.',
  );
  // At the deadline, who was not reached is searched for (REFLEX-21).
  grantReferring(ground, dispatcher);
  grantFollowing(ground, dispatcher);
  const wakes = createWakes(scope, ground, dispatcher);
  grantWaking(wakes, dispatcher);

  const control = new HandlerFunction(scope, 'CampaignControl', {
    house,
    alarms: data.alarms,
    name: 'campaign-control',
    impact: 'Nobody can start or stop a campaign: a declared level calls nobody.',
    deadLetters: 'A declared level was given up: the campaign it starts or stops did not.',
    timeout: Duration.seconds(20),
  });
  tables.campaigns.grant(control, { items: ['Query', 'PutItem'] });
  // Whether it can be done, with whom, is told when it is armed or ordered (REFLEX-31, SAMPS-32).
  tables.recipients.grant(control, { items: ['Query'] });
  control.setEnvironment(env.concurrentCalls, String(house.deployment.quotas.concurrentCalls));
  grantContent(ground, control);
  if (hasCrises(house)) {
    data.centreTables.presence.grant(control, { items: ['GetItem'] });
    grantJournalWriting(ground, control);
  }
  grantWaking(wakes, control);
  ground.live.grantPush(control);

  createTriggers(scope, ground, { dispatcher, control, wakes });
  createAlarms(scope, ground);
  return { 'campaign-control': control };
}

/** What ends attempts, says what came of them, and knows who rings back. */
export function grantCampaigns(ground: Ground, handler: HandlerFunction, use: 'read' | 'change'): void {
  const { outboundTables } = ground.data;
  outboundTables?.campaigns.grant(handler, {
    items: ['Query', 'BatchGetItem', ...(use === 'change' ? (['PutItem'] as const) : [])],
  });
  if (outboundTables !== undefined && use === 'change') {
    // Whoever ends the last attempt has the person searched for (REFLEX-21).
    grantReferring(ground, handler);
    grantFollowing(ground, handler);
  }
}

/** Messages that make the dispatcher run again, now or in some seconds. */
function createWakes(scope: Construct, { data }: Ground, dispatcher: HandlerFunction): Queue {
  return workQueue(scope, 'CampaignWakes', {
    alarms: data.alarms,
    handler: dispatcher,
    timeout: dispatcherTimeout,
    // A wake that waited for long is worth nothing: the next minute looks again.
    retention: Duration.minutes(10),
    tries: 3,
    // Agents who become free within a moment are dialled for by one run: it reads the same for one as for ten.
    batchSize: 10,
    window: wakeWindow,
    late: {
      runbook: 'campaign-wakes-late',
      impact: 'A campaign that was just declared waits for the next minute, and agents wait between two calls.',
      after: Duration.minutes(5),
    },
  });
}

function grantWaking(wakes: Queue, handler: HandlerFunction): void {
  handler.setEnvironment(env.wakeQueue, wakes.queueUrl);
  handler.allow(['sqs:SendMessage'], [wakes.queueArn]);
}

/** Hours are promised, and no agent of theirs should wait: where only orders of days are worked beside inbound calls, the tick is enough. */
function hurries(programme: Pick<ProgrammeOfHouse, 'programme'>): boolean {
  return hasCrises({ programmes: [programme] });
}

function createTriggers(
  scope: Construct,
  { house, data, instance }: Ground,
  {
    dispatcher,
    control,
    wakes,
  }: { readonly dispatcher: HandlerFunction; readonly control: HandlerFunction; readonly wakes: Queue },
): void {
  const outbound = house.programmes.filter((one) => hasOutbound({ programmes: [one] }));
  const target = (handler: HandlerFunction, maxEventAge: Duration) =>
    new LambdaFunction(handler.fn, { deadLetterQueue: handler.deadLetters, retryAttempts: 2, maxEventAge });
  if (hasCrises(house)) {
    new Rule(scope, 'CampaignContactEnded', {
      description: 'An agent is about to be free: the next person of a campaign may be called',
      eventPattern: {
        source: ['aws.connect'],
        // The documentation prints both spellings (Amazon Connect documentation).
        detailType: ['Amazon Connect Contact Event', 'Connect Customer Contact Event'],
        detail: { eventType: ['COMPLETED'], instanceArn: [instance.instanceArn] },
      },
      targets: outbound.filter(hurries).map(
        ({ programme }) =>
          new SqsQueue(wakes, {
            message: RuleTargetInput.fromObject({ programme: programme.name, kind: 'wake' }),
            deadLetterQueue: dispatcher.deadLetters,
            retryAttempts: 2,
            maxEventAge: Duration.minutes(5),
          }),
      ),
    });
    new Rule(scope, 'CrisisLevelDeclared', {
      description: 'The level of a crisis plan is declared by another system',
      eventPattern: { source: ['permanence.operators'], detailType: ['Crisis Level Declared'] },
      targets: [target(control, Duration.hours(4))],
    });
  }
  for (const { programme } of outbound) {
    new ClockSchedule(scope, `CampaignTick-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'campaign-tick',
      programme: programme.name,
      expression: dispatchSchedule(programme.calendar, hurries({ programme }) ? 1 : ordersTickMinutes),
      timeZone: programme.calendar.timeZone,
      target: dispatcher,
      impact: 'Cycles neither start nor end, and people are called only when a contact happens to end.',
    });
  }
}

function createAlarms(scope: Construct, { house, data }: Ground): void {
  const counted = (metricName: string, period: Duration) =>
    new Metric({ namespace: metrics.namespace, metricName, statistic: 'Sum', period });
  data.alarms.declare(scope, 'CampaignsUnstaffed', {
    runbook: 'campaigns-unstaffed',
    impact: 'People of a campaign wait to be called, and no agent is signed in to call them.',
    metric: counted(metrics.campaignsUnstaffed, Duration.minutes(5)),
    threshold: 5,
  });
  data.alarms.declare(scope, 'ComplianceAbandons', {
    runbook: 'compliance-abandons',
    impact: 'More than 3 % of the people who answer our call find no agent: too many are called at once.',
    metric: new MathExpression({
      expression: 'IF(answers > 30, 100 * abandons / answers, 0)',
      label: 'Share of answered calls without an agent, %',
      usingMetrics: {
        abandons: counted(metrics.complianceAbandons, Duration.hours(1)),
        answers: counted(metrics.campaignAnswers, Duration.hours(1)),
      },
      period: Duration.hours(1),
    }),
    threshold: 3,
  });
  if (hasScripts(house)) {
    data.alarms.declare(scope, 'OrdersLate', {
      runbook: 'orders-late',
      impact: 'An order of calls will not be done by the deadline that its client set (SAMPS-32).',
      metric: counted(metrics.ordersLate, Duration.hours(1)),
      threshold: 0,
    });
  }
}
