import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { grantFollowing } from '../follow-up/grant-following.ts';
import { type CentreGround, grantContent, grantJournalWriting } from '../functions/granted.ts';

/** By night, when lists are not taken in and nobody is called; a run that finds the night done reads one item. */
const nights = 'cron(0/10 2-5 ? * * *)';

export interface RetentionFunctions {
  readonly 'person-rights': HandlerFunction;
}

/** What takes away what was kept long enough, and what people may ask (COMMON-13..15): nothing where no programme has rules of retention. */
export function createRetentionFunctions(scope: Construct, ground: CentreGround): Partial<RetentionFunctions> {
  const { house, data } = ground;
  const { retentionTables } = data;
  if (retentionTables === undefined) {
    return {};
  }
  const clock = new HandlerFunction(scope, 'RetentionClock', {
    house,
    alarms: data.alarms,
    name: 'retention-clock',
    impact: 'What is known of people is kept longer than they were told.',
    deadLetters: 'A run of the night was given up: the next one goes on where it stopped.',
    timeout: Duration.minutes(9),
    memory: 1024,
  });
  retentionTables.retention.grant(clock, { items: ['GetItem', 'PutItem', 'Query'] });
  grantForgetting(ground, clock);
  data.followUpTables?.followUps.grant(clock, { index: ['Query'] });
  data.tables.people.grant(clock, { items: ['Scan'] });
  data.centreTables.callbacks.grant(clock, { items: ['BatchGetItem'] });
  data.messageTables?.messages.grant(clock, { items: ['Scan'] });
  data.surveyTables?.links.grant(clock, { items: ['Scan'] });
  data.outboundTables?.questionnaires?.grant(clock, { items: ['Scan'] });
  data.outboundTables?.referrals?.grant(clock, { items: ['Scan'] });
  for (const { programme } of house.programmes.filter((one) => one.programme.retention !== undefined)) {
    new ClockSchedule(scope, `RetentionTick-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'retention-tick',
      programme: programme.name,
      expression: nights,
      timeZone: programme.calendar.timeZone,
      target: clock,
      impact: 'What is known of people is kept longer than they were told.',
    });
  }

  const rights = new HandlerFunction(scope, 'PersonRights', {
    house,
    alarms: data.alarms,
    name: 'person-rights',
    impact: 'Nobody can be told what is kept of them, or be forgotten, until it is repaired.',
    timeout: Duration.seconds(29),
    memory: 2048,
  });
  retentionTables.retention.grant(rights, { items: ['PutItem'] });
  grantForgetting(ground, rights);
  data.identity.grantPseudonyms(rights);
  // What is told of a person: profile and comments, links, questionnaires, referrals, consents.
  data.tables.people.grant(rights, { items: ['GetItem'] });
  data.surveyTables?.links.grant(rights, { items: ['BatchGetItem'] });
  data.outboundTables?.questionnaires?.grant(rights, { items: ['GetItem'] });
  data.outboundTables?.referrals?.grant(rights, { items: ['GetItem'] });
  data.messageTables?.messages.grant(rights, { items: ['Query'] });
  return { 'person-rights': rights };
}

/** Taking away all of people, everywhere. */
function grantForgetting(ground: CentreGround, handler: HandlerFunction): void {
  const { data } = ground;
  grantContent(ground, handler);
  grantJournalWriting(ground, handler);
  // Whoever is still followed is followed no more first.
  grantFollowing(ground, handler);
  data.followUpTables?.followUps.grant(handler, { items: ['BatchWriteItem'] });
  data.surveyTables?.links.grant(handler, { items: ['BatchWriteItem'] });
  data.outboundTables?.questionnaires?.grant(handler, { items: ['BatchWriteItem'] });
  data.outboundTables?.referrals?.grant(handler, { items: ['BatchWriteItem'] });
  data.outboundTables?.recipients.grant(handler, { items: ['GetItem', 'Query', 'BatchWriteItem'] });
  data.tables.people.grant(handler, { items: ['BatchGetItem', 'BatchWriteItem'] });
  // Error workbooks of lists name people.
  data.identity.grantPeople(handler, { read: true });
  data.lists?.grant(
    handler,
    ground.house.programmes
      .filter(({ programme }) => programme.retention !== undefined)
      .map(({ programme }) => programme.name),
    { awaits: true, removes: true },
  );
  data.centreTables.callbacks.grant(handler, { items: ['BatchWriteItem'] });
}
