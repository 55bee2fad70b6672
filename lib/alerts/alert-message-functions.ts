import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { metrics } from '../../contracts/metrics.ts';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { AlertTables } from '../data/tables.ts';
import { grantContent, grantJournalWriting, type WebGround } from '../functions/granted.ts';
import { grantMessages } from '../messaging/message-functions.ts';
import { grantLinks } from '../survey/survey-functions.ts';

export interface AlertMessageFunctions {
  readonly alerts: HandlerFunction;
  readonly 'alert-clock': HandlerFunction;
  readonly 'alert-stop': HandlerFunction;
  readonly 'alert-dates': HandlerFunction;
  readonly 'alert-statistics': HandlerFunction;
}

/** Messages of structures: written by their users, handed each minute to what sends, stopped by their members. */
export function createAlertMessageFunctions(
  scope: Construct,
  ground: WebGround,
  tables: AlertTables,
): AlertMessageFunctions {
  const { house, data } = ground;
  const alerts = new HandlerFunction(scope, 'Alerts', {
    house,
    alarms: data.alarms,
    name: 'alerts',
    impact: 'No message can be written, scheduled, followed or taken back.',
    timeout: Duration.seconds(25),
    memory: 1024,
  });
  tables.alerts.grant(alerts, { items: ['BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
  grantReadingMembers(tables, alerts);
  grantContent(ground, alerts);
  grantJournalWriting(ground, alerts);
  data.messageTables?.messages.grant(alerts, { items: ['BatchGetItem'] });

  const clock = new HandlerFunction(scope, 'AlertClock', {
    house,
    alarms: data.alarms,
    name: 'alert-clock',
    impact: 'Messages and reminders whose moment has come do not leave.',
    deadLetters: 'A minute of the clock of messages was given up: the next one does what it left.',
    timeout: Duration.minutes(5),
    memory: 1024,
  });
  tables.alerts.grant(clock, { items: ['BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
  tables.structures.grant(clock, { items: ['GetItem'] });
  grantReadingMembers(tables, clock);
  grantMessages(ground, clock, 'plan');
  grantLinks(ground, clock, 'open');
  data.surveyTables?.links.grant(clock, { items: ['BatchGetItem'] });
  for (const { programme } of house.programmes) {
    if (programme.alerts !== undefined) {
      new ClockSchedule(scope, `AlertTick-${programme.name}`, {
        house,
        alarms: data.alarms,
        kind: 'alert-tick',
        programme: programme.name,
        expression: 'rate(1 minute)',
        timeZone: programme.calendar.timeZone,
        target: clock,
        impact: 'Messages and reminders whose moment has come do not leave.',
      });
    }
  }
  data.alarms.declare(scope, 'AlertsLate', {
    runbook: 'alerts-late',
    impact: 'Members get the message or the reminder of their centre late, perhaps after the date it speaks of.',
    metric: new Metric({
      namespace: metrics.namespace,
      metricName: metrics.alertsLate,
      statistic: 'Maximum',
      period: Duration.minutes(5),
    }),
    threshold: 30,
  });

  const stop = new HandlerFunction(scope, 'AlertStop', {
    house,
    alarms: data.alarms,
    name: 'alert-stop',
    impact: 'Who wants no more messages cannot say so by the link of theirs, and is written to again.',
    timeout: Duration.seconds(25),
  });
  data.surveyTables?.links.grant(stop, { items: ['BatchGetItem'] });
  tables.structures.grant(stop, { items: ['GetItem'] });
  tables.members.grant(stop, { items: ['BatchGetItem', 'UpdateItem'], index: ['Query'] });
  grantMessages(ground, stop, 'stop');

  const dates = new HandlerFunction(scope, 'AlertDates', {
    house,
    alarms: data.alarms,
    name: 'alert-dates',
    impact: 'No administrative date can be noted or changed; those that were noted are reminded of.',
    timeout: Duration.seconds(20),
  });
  tables.alerts.grant(dates, { items: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'BatchWriteItem'] });
  grantReadingMembers(tables, dates);
  grantContent(ground, dates);

  const statistics = new HandlerFunction(scope, 'AlertStatistics', {
    house,
    alarms: data.alarms,
    name: 'alert-statistics',
    impact: 'Nobody can see or print what a centre has sent; nothing else waits for it.',
    timeout: Duration.seconds(28),
    memory: 1769,
  });
  data.tables.journal.grant(statistics, { items: ['Query'] });
  tables.structures.grant(statistics, { items: ['GetItem', 'Query'] });
  // Months that are over, counted once.
  tables.alerts.grant(statistics, { items: ['Query', 'PutItem'] });
  grantReadingMembers(tables, statistics);
  grantContent(ground, statistics);
  return {
    alerts,
    'alert-clock': clock,
    'alert-stop': stop,
    'alert-dates': dates,
    'alert-statistics': statistics,
  };
}

/** Whom a message is for: sheets, groups and the list; nothing of them is written. */
function grantReadingMembers(tables: AlertTables, handler: HandlerFunction): void {
  tables.members.grant(handler, { items: ['GetItem', 'BatchGetItem', 'Query'], index: ['Query'] });
}
