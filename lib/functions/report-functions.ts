import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent } from './granted.ts';
import { closingSchedules, weeklySchedule } from './report-clock.ts';

/** The functions that write workbooks, on the programme's own clock. */
export function createReportFunctions(scope: Construct, ground: Ground, publicUrl: string): void {
  const { house, data } = ground;
  const daily = new HandlerFunction(scope, 'DailyReport', {
    house,
    alarms: data.alarms,
    name: 'daily-report',
    impact: 'The client does not get the report of the day (SAMPS-35).',
    deadLetters: 'The report of a day was given up: the client does not get it unless it is asked for again.',
    timeout: Duration.minutes(5),
    memory: 1024,
  });
  const weekly = new HandlerFunction(scope, 'WeeklyReport', {
    house,
    alarms: data.alarms,
    name: 'weekly-report',
    impact: 'The client does not get the statistics of the week (SAMPS-36).',
    deadLetters:
      'The statistics of a week were given up: the client does not get them unless they are asked for again.',
    timeout: Duration.minutes(5),
    memory: 1024,
  });
  for (const handler of [daily, weekly]) {
    handler.setEnvironment(env.publicUrl, publicUrl);
    data.tables.journal.grant(handler, { items: ['Query'] });
    grantContent(ground, handler);
    data.centreTables.reports.grant(handler, { items: ['Query', 'PutItem'] });
    data.reports.grantWrite(handler, house.deployment.programmes);
    data.notices.grantPublish(handler);
  }

  for (const { programme } of house.programmes) {
    for (const { id, expression } of closingSchedules(programme.calendar)) {
      new ClockSchedule(scope, `DailyReport-${programme.name}${id}`, {
        house,
        alarms: data.alarms,
        kind: 'daily-report',
        programme: programme.name,
        of: id,
        expression,
        timeZone: programme.calendar.timeZone,
        target: daily,
        impact: 'The client does not get the report of the day (SAMPS-35).',
      });
    }
    new ClockSchedule(scope, `WeeklyReport-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'weekly-report',
      programme: programme.name,
      expression: weeklySchedule,
      timeZone: programme.calendar.timeZone,
      target: weekly,
      impact: 'The client does not get the statistics of the week (SAMPS-36).',
    });
  }
}
