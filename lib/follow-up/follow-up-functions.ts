import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { Ground } from '../functions/granted.ts';
import { grantFollowing } from './grant-following.ts';

/** The clock of the protocol: nothing where nobody is followed. */
export function createFollowUpFunctions(scope: Construct, ground: Ground): void {
  const { house, data } = ground;
  const { followUpTables } = data;
  if (followUpTables === undefined) {
    return;
  }
  const clock = new HandlerFunction(scope, 'FollowUpClock', {
    house,
    alarms: data.alarms,
    name: 'follow-up-clock',
    impact: 'People who are followed get neither the SMS of the day nor the call.',
    deadLetters: 'A minute of the protocol was given up; the next one does what is still due.',
    timeout: Duration.seconds(55),
    memory: 1024,
  });
  grantFollowing(ground, clock);
  followUpTables.followUps.grant(clock, { index: ['Query'] });
  for (const { programme } of house.programmes.filter((one) => one.programme.followUp !== undefined)) {
    new ClockSchedule(scope, `FollowUpTick-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'follow-up-tick',
      programme: programme.name,
      expression: 'rate(1 minute)',
      timeZone: programme.calendar.timeZone,
      target: clock,
      impact: 'People who are followed get neither the SMS of the day nor the call.',
    });
  }
}
