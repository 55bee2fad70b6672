import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type CentreGround, grantContent, grantJournalWriting } from '../functions/granted.ts';
import { grantFollowing } from './grant-following.ts';

/** Every day, Sundays included, since SMS leave then: nothing of a protocol is due by night, and what people do then is taken up as they do it. */
const waking = 'cron(* 5-21 ? * * *)';
/** A list is of a day, and dropped an hour before the first SMS of its people. */
const taking = 'cron(0/5 5-21 ? * * *)';

export interface FollowUpFunctions {
  readonly 'followed-people': HandlerFunction;
}

/** The clock of the protocol, what takes lists in, and what its client asks: nothing where nobody is followed. */
export function createFollowUpFunctions(scope: Construct, ground: CentreGround): Partial<FollowUpFunctions> {
  const { house, data } = ground;
  const { followUpTables } = data;
  if (followUpTables === undefined) {
    return {};
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
      expression: waking,
      timeZone: programme.calendar.timeZone,
      target: clock,
      impact: 'People who are followed get neither the SMS of the day nor the call.',
    });
    new ClockSchedule(scope, `IntakeTick-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'intake-tick',
      programme: programme.name,
      expression: taking,
      timeZone: programme.calendar.timeZone,
      target: intake,
      impact: 'Lists that were dropped are not read: people of the day are not followed.',
    });
  }
  return { 'followed-people': createFollowedPeople(scope, ground) };
}

/** Reads lists that were dropped, registers their people and begins their follow-up (ARS-36). */
function createIntake(scope: Construct, ground: CentreGround): HandlerFunction {
  const { house, data } = ground;
  const intake = new HandlerFunction(scope, 'FollowUpIntake', {
    house,
    alarms: data.alarms,
    name: 'follow-up-intake',
    impact: 'The list of the day is not read: its people get neither SMS nor call.',
    deadLetters: 'A run that reads lists was given up; lists stay until they are read.',
    timeout: Duration.minutes(10),
    memory: 2048,
  });
  grantLists(ground, intake, { removes: true });
  data.followUpTables?.followUps.grant(intake, { items: ['BatchGetItem', 'PutItem'] });
  // A STOP said in an earlier follow-up holds in the next.
  data.messageTables?.messages.grant(intake, { items: ['Query', 'PutItem'] });
  data.outboundTables?.recipients.grant(intake, { items: ['Query', 'BatchWriteItem'] });
  data.tables.people.grant(intake, { items: ['BatchGetItem', 'BatchWriteItem', 'PutItem'] });
  data.identity.grantPseudonyms(intake);
  data.identity.grantPeople(intake, { register: true, read: true });
  grantContent(ground, intake);
  grantJournalWriting(ground, intake);
  return intake;
}

/** What supervisors and the client ask and order (ARS-04, -05, -14, -36..41). */
function createFollowedPeople(scope: Construct, ground: CentreGround): HandlerFunction {
  const { house, data } = ground;
  const people = new HandlerFunction(scope, 'FollowedPeople', {
    house,
    alarms: data.alarms,
    name: 'followed-people',
    impact: 'Supervisors cannot see who is followed, and orders of hours, volume and priority wait.',
    // Results read days of many entries.
    timeout: Duration.seconds(29),
    memory: 2048,
  });
  const { outboundTables, messageTables, followUpTables } = data;
  followUpTables?.followUps.grant(people, { items: ['BatchGetItem'] });
  messageTables?.messages.grant(people, { items: ['BatchGetItem'] });
  outboundTables?.campaigns.grant(people, { items: ['Query', 'BatchGetItem', 'PutItem'] });
  outboundTables?.questionnaires?.grant(people, { items: ['GetItem'] });
  outboundTables?.referrals?.grant(people, { items: ['GetItem'] });
  data.tables.journal.grant(people, { items: ['Query'] });
  data.centreTables.presence.grant(people, { items: ['GetItem'] });
  data.tables.content.grant(people, { items: ['Query', 'PutItem'] });
  grantLists(ground, people, {});
  const { concurrentCalls, messagesPerSecond = 1 } = house.deployment.quotas;
  people.setEnvironment(env.concurrentCalls, String(concurrentCalls));
  people.setEnvironment(env.messagesPerSecond, String(messagesPerSecond));
  return people;
}

/** Lists dropped for programmes that follow people, and their answers. */
function grantLists(
  { house, data }: CentreGround,
  handler: HandlerFunction,
  use: { readonly removes?: boolean },
): void {
  const programmes = house.programmes
    .map(({ programme }) => programme)
    .filter(({ followUp }) => followUp !== undefined);
  data.lists?.grant(
    handler,
    programmes.map(({ name }) => name),
    { ...use, awaits: true },
  );
}
