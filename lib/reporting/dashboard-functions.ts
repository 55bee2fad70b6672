import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent } from '../functions/granted.ts';
import { everyEvening, weeklySchedule } from '../functions/report-clock.ts';

const dashboardImpact = 'The client does not get the dashboard of the day (ARS-23..33).';
const packImpact = 'The client does not get the workbook of the weekly meeting (ARS-34).';

/** The functions that write the dashboards of a follow-up: nothing where no programme follows anybody. */
export function createDashboardFunctions(scope: Construct, ground: Ground, publicUrl: string): void {
  const { house, data } = ground;
  const followed = house.programmes.filter(({ programme }) => programme.followUp !== undefined);
  if (followed.length === 0) {
    return;
  }
  // A day of three thousand people, read whole.
  const size = { timeout: Duration.minutes(5), memory: 2048 };
  const dashboard = new HandlerFunction(scope, 'DashboardReport', {
    house,
    alarms: data.alarms,
    name: 'dashboard-report',
    impact: dashboardImpact,
    deadLetters: 'The dashboard of a day was given up: the client does not get it unless it is asked for again.',
    ...size,
  });
  const pack = new HandlerFunction(scope, 'PackReport', {
    house,
    alarms: data.alarms,
    name: 'pack-report',
    impact: packImpact,
    deadLetters: 'The workbook of a week was given up: the client does not get it unless it is asked for again.',
    ...size,
  });
  for (const handler of [dashboard, pack]) {
    handler.setEnvironment(env.publicUrl, publicUrl);
    data.tables.journal.grant(handler, { items: ['Query'] });
    grantContent(ground, handler);
    data.centreTables.reports.grant(handler, { items: ['Query', 'PutItem'] });
    data.reports.grantWrite(handler, house.deployment.programmes);
    data.notices.grantPublish(handler);
  }
  for (const { programme } of followed) {
    const shared = { house, alarms: data.alarms, programme: programme.name, timeZone: programme.calendar.timeZone };
    new ClockSchedule(scope, `DashboardReport-${programme.name}`, {
      ...shared,
      kind: 'dashboard-report',
      expression: everyEvening(programme.calendar),
      target: dashboard,
      impact: dashboardImpact,
    });
    new ClockSchedule(scope, `PackReport-${programme.name}`, {
      ...shared,
      kind: 'pack-report',
      expression: weeklySchedule,
      target: pack,
      impact: packImpact,
    });
  }
}
