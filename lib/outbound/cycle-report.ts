import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { OutboundTables } from '../data/tables.ts';
import { type Ground, grantContent } from '../functions/granted.ts';
import { hasCrises } from '../house.ts';

/** On the hour, day and night: a cycle may end at any hour. Without a campaign it is one read. */
const hourly = 'cron(0 * * * ? *)';

/** The function that writes the workbooks of cycles and their proofs (REFLEX-32). */
export function createCycleReport(scope: Construct, ground: Ground, tables: OutboundTables, publicUrl: string): void {
  const { house, data } = ground;
  const report = new HandlerFunction(scope, 'CycleReport', {
    house,
    alarms: data.alarms,
    name: 'cycle-report',
    impact: 'The City follows no campaign, and gets neither its report nor its proof (REFLEX-32).',
    deadLetters: 'The report of a cycle was given up: the next hour makes it again.',
    timeout: Duration.minutes(5),
    // The journal of two days, and its workbook.
    memory: 2048,
  });
  report.setEnvironment(env.publicUrl, publicUrl);
  tables.campaigns.grant(report, { items: ['Query'] });
  data.tables.journal.grant(report, { items: ['Query'] });
  grantContent(ground, report);
  data.centreTables.reports.grant(report, { items: ['Query', 'PutItem'] });
  data.reports.grantWrite(report, house.deployment.programmes);
  data.notices.grantPublish(report);
  for (const { programme } of house.programmes.filter((one) => hasCrises({ programmes: [one] }))) {
    new ClockSchedule(scope, `CycleReport-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'cycle-report',
      programme: programme.name,
      expression: hourly,
      timeZone: programme.calendar.timeZone,
      target: report,
      impact: 'The City follows no campaign, and gets neither its report nor its proof (REFLEX-32).',
    });
  }
}
