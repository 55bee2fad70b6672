import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent, grantJournalWriting } from '../functions/granted.ts';
import { hasReferrals } from '../house.ts';

export interface ReferralFunctions {
  readonly referrals: HandlerFunction;
}

/** The cells' pages, and the clock that tells them day and night what waits (REFLEX-18, REFLEX-19). */
export function createReferralFunctions(scope: Construct, ground: Ground, publicUrl: string): ReferralFunctions {
  const { house, data } = ground;
  const referrals = new HandlerFunction(scope, 'Referrals', {
    house,
    alarms: data.alarms,
    name: 'referrals',
    impact: 'The cells that help people cannot see whom to help, nor say that they do.',
    // A screen of people may be taken at once.
    timeout: Duration.seconds(29),
  });
  grantReferring(ground, referrals, publicUrl);
  data.outboundTables?.referrals?.grant(referrals, { items: ['Query'] });
  data.tables.people.grant(referrals, { items: ['BatchGetItem'] });
  data.identity.grantPeople(referrals, { read: true });

  const clock = new HandlerFunction(scope, 'ReferralClock', {
    house,
    alarms: data.alarms,
    name: 'referral-clock',
    impact: 'Nobody is reminded of people who wait for help, nor told in place of who does not answer.',
    deadLetters: 'A minute of reminders was given up; the next one tells what is still due.',
    timeout: Duration.seconds(50),
  });
  grantReferring(ground, clock, publicUrl);
  data.outboundTables?.referrals?.grant(clock, { index: ['Query'] });
  for (const { programme } of house.programmes.filter((one) => hasReferrals({ programmes: [one] }))) {
    new ClockSchedule(scope, `ReferralTick-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'referral-tick',
      programme: programme.name,
      expression: 'rate(1 minute)',
      timeZone: programme.calendar.timeZone,
      target: clock,
      impact: 'Nobody is reminded of people who wait for help.',
    });
  }
  return { referrals };
}

/** Writing the journal and, where people are referred to cells, creating referrals, telling who is on duty, and writing what was done about them. */
export function grantReferring(ground: Ground, handler: HandlerFunction, publicUrl = ground.publicUrl): void {
  grantContent(ground, handler);
  grantJournalWriting(ground, handler);
  const { outboundTables, referralNotices } = ground.data;
  if (outboundTables?.referrals !== undefined) {
    handler.setEnvironment(env.publicUrl, publicUrl);
    outboundTables.referrals.grant(handler, { items: ['GetItem', 'PutItem'] });
    referralNotices?.grantPublish(handler);
  }
  // Whom a cell is asked to help may be followed.
  ground.data.followUpTables?.followUps.grant(handler, { items: ['BatchGetItem'] });
}
