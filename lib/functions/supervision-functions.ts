import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { watchMinutes } from '../../domain/watch/look-at-programme.ts';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { workQueue } from '../constructs/work-queue.ts';
import { dispatchSchedule } from './dispatch-clock.ts';
import { type Ground, grantContent, grantIds, grantJournalWriting } from './granted.ts';

const clockTimeout = Duration.seconds(15);

export interface SupervisionFunctions {
  readonly 'live-board': HandlerFunction;
  readonly 'board-clock': HandlerFunction;
  readonly settings: HandlerFunction;
}

/** The figures of the day as they grow, for supervisors and the client, which reads and writes nothing (COMMON-44); and what supervisors change (SAMPS-40). */
export function createSupervision(
  scope: Construct,
  ground: Ground,
  liveConnect: HandlerFunction,
): SupervisionFunctions {
  const { house, data } = ground;
  const board = new HandlerFunction(scope, 'LiveBoard', {
    house,
    alarms: data.alarms,
    name: 'live-board',
    impact: 'Supervisors and the client do not see the figures of the day as they grow.',
    // The journal of a few days.
    timeout: Duration.seconds(15),
    memory: 1024,
  });
  grantBoard(scope, ground, board);
  data.centreTables.connections.grant(board, { items: ['GetItem'] });
  const clock = new HandlerFunction(scope, 'BoardClock', {
    house,
    alarms: data.alarms,
    name: 'board-clock',
    impact:
      'Nobody is told of what goes wrong; open wallboards do not move by themselves: their pages ask again every half minute.',
    deadLetters: 'A look at what goes wrong was given up, or wallboards that were open stopped moving by themselves.',
    timeout: clockTimeout,
    memory: 1024,
  });
  grantBoard(scope, ground, clock);
  data.centreTables.connections.grant(clock, { items: ['GetItem', 'PutItem'] });
  ground.live.grantPush(clock);
  createWatch(scope, ground, clock);
  const wakes = workQueue(scope, 'BoardWakes', {
    alarms: data.alarms,
    handler: clock,
    timeout: clockTimeout,
    retention: Duration.minutes(5),
    tries: 3,
    batchSize: 1,
    late: {
      runbook: 'board-wakes-late',
      impact: 'Wallboards that are open do not move by themselves; their pages ask again every half minute.',
      after: Duration.minutes(2),
    },
  });
  for (const handler of [clock, liveConnect]) {
    handler.setEnvironment(env.wakeQueue, wakes.queueUrl);
    handler.allow(['sqs:SendMessage'], [wakes.queueArn]);
  }
  const settings = new HandlerFunction(scope, 'Settings', {
    house,
    alarms: data.alarms,
    name: 'settings',
    impact: 'Supervisors cannot change hours, messages, motives or objectives; those in force go on.',
    timeout: Duration.seconds(10),
  });
  data.tables.content.grant(settings, { items: ['Query', 'PutItem'] });
  data.notices.grantSubscribe(settings);
  return { 'live-board': board, 'board-clock': clock, settings };
}

function grantBoard(scope: Construct, ground: Ground, handler: HandlerFunction): void {
  const { data, instance } = ground;
  grantIds(scope, ground, handler);
  grantContent(ground, handler);
  data.tables.journal.grant(handler, { items: ['Query'] });
  data.centreTables.callbacks.grant(handler, { index: ['Query'] });
  data.centreTables.presence.grant(handler, { items: ['GetItem'] });
  grantCampaignBoard(ground, handler);
  handler.allowUnder(
    ['connect:GetCurrentMetricData'],
    instance.instanceArn,
    '/queue/*',
    'Functions exist before queues: any queue of this instance.',
  );
}

/** Looks at programmes every few minutes of service, whether or not a page watches, and tells the named contacts what it found (COMMON-44). */
function createWatch(scope: Construct, ground: Ground, clock: HandlerFunction): void {
  const { house, data } = ground;
  grantJournalWriting(ground, clock);
  data.centreTables.reports.grant(clock, { items: ['Query'] });
  data.notices.grantPublish(clock);
  clock.setEnvironment(env.publicUrl, ground.publicUrl);
  for (const { programme } of house.programmes.filter((one) => one.programme.watchRules !== undefined)) {
    new ClockSchedule(scope, `WatchTick-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'watch-tick',
      programme: programme.name,
      expression: dispatchSchedule(programme.calendar, watchMinutes),
      timeZone: programme.calendar.timeZone,
      target: clock,
      impact: 'Nobody is told of what goes wrong, but for those who look at the wallboard.',
    });
  }
}

/** Campaigns against their pace, and referrals that nobody has taken. */
function grantCampaignBoard({ house, data: { outboundTables } }: Ground, handler: HandlerFunction): void {
  if (outboundTables === undefined) {
    return;
  }
  outboundTables.campaigns.grant(handler, { items: ['Query'] });
  handler.setEnvironment(env.concurrentCalls, String(house.deployment.quotas.concurrentCalls));
  outboundTables.referrals?.grant(handler, { items: ['Query'] });
}
