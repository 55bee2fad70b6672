import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent, grantJournalWriting } from '../functions/granted.ts';
import { grantFollowing } from './grant-following.ts';

/** The clock of the protocol, and what takes lists in: nothing where nobody is followed. */
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
  const intake = createIntake(scope, ground);
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
    new ClockSchedule(scope, `IntakeTick-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'intake-tick',
      programme: programme.name,
      expression: 'rate(1 minute)',
      timeZone: programme.calendar.timeZone,
      target: intake,
      impact: 'Lists that were dropped are not read: people of the day are not followed.',
    });
  }
}

/** Reads lists that were dropped, registers their people and begins their follow-up (ARS-36). */
function createIntake(scope: Construct, ground: Ground): HandlerFunction {
  const { house, data } = ground;
  const intake = new HandlerFunction(scope, 'FollowUpIntake', {
    house,
    alarms: data.alarms,
    name: 'follow-up-intake',
    impact: 'The list of the day is not read: its people get neither SMS nor call.',
    deadLetters: 'A minute of reading lists was given up; lists stay until they are read.',
    timeout: Duration.minutes(10),
    memory: 2048,
  });
  grantLists(ground, intake, ['s3:DeleteObject']);
  data.followUpTables?.followUps.grant(intake, { items: ['BatchGetItem', 'PutItem'] });
  data.outboundTables?.recipients.grant(intake, { items: ['GetItem', 'Query', 'PutItem', 'BatchWriteItem'] });
  data.tables.people.grant(intake, { items: ['BatchGetItem', 'BatchWriteItem', 'GetItem', 'PutItem'] });
  data.identity.grantPseudonyms(intake);
  data.identity.grantPeople(intake, { register: true, read: true });
  grantContent(ground, intake);
  grantJournalWriting(ground, intake);
  return intake;
}

/** Lists dropped for programmes that follow people, and their answers. */
export function grantLists({ house, data }: Ground, handler: HandlerFunction, more: readonly string[]): void {
  const programmes = house.programmes
    .map(({ programme }) => programme)
    .filter(({ followUp }) => followUp !== undefined);
  data.lists?.grant(
    handler,
    programmes.map(({ name }) => name),
    more,
  );
}
