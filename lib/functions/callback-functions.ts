import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { ClockSchedule } from '../constructs/clock-schedule.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { dispatchSchedule } from './dispatch-clock.ts';
import {
  type Ground,
  grantContacts,
  grantContent,
  grantIds,
  grantJournalWriting,
  setInstance,
  setVoiceReach,
} from './granted.ts';

/** The dispatcher of callbacks, woken when a contact ends and each minute of service: either alone is enough (design §5). */
export function createCallbackFunctions(scope: Construct, ground: Ground): void {
  const { house, data, instance } = ground;
  const dispatcher = new HandlerFunction(scope, 'CallbackDispatcher', {
    house,
    alarms: data.alarms,
    name: 'callback-dispatcher',
    impact: 'People whose call was not answered are not called back.',
    deadLetters: 'A wake-up of the dispatcher was given up: people who are owed a call wait longer.',
    timeout: Duration.seconds(60),
  });
  setInstance(ground, dispatcher);
  setVoiceReach(ground, dispatcher);
  grantIds(scope, ground, dispatcher);
  data.centreTables.callbacks.grant(dispatcher, { items: ['GetItem', 'PutItem', 'DeleteItem'], index: ['Query'] });
  grantContent(ground, dispatcher);
  data.tables.people.grant(dispatcher, { items: ['GetItem'] });
  data.identity.grantPeople(dispatcher, { read: true });
  grantJournalWriting(ground, dispatcher);
  // At their hour, phone appointments are calls like those that are owed (SAMPS-26).
  data.appointmentTables?.appointments.grant(dispatcher, { items: ['GetItem', 'PutItem'], index: ['Query'] });
  grantContacts(ground, dispatcher, ['StartOutboundVoiceContact', 'DescribeContact']);
  dispatcher.allowUnder(
    ['connect:GetCurrentMetricData'],
    instance.instanceArn,
    '/queue/*',
    'Functions exist before queues: any queue of this instance.',
  );

  new Rule(scope, 'ContactEnded', {
    description: 'An agent is about to be free: callbacks may leave',
    eventPattern: {
      source: ['aws.connect'],
      // The documentation prints both spellings (Amazon Connect documentation).
      detailType: ['Amazon Connect Contact Event', 'Connect Customer Contact Event'],
      // COMPLETED comes after the wrap-up: only then is the agent free. A contact that had none frees nobody.
      detail: {
        eventType: ['COMPLETED'],
        instanceArn: [instance.instanceArn],
        agentInfo: { agentArn: [{ exists: true }] },
      },
    },
    targets: [
      new LambdaFunction(dispatcher.fn, {
        deadLetterQueue: dispatcher.deadLetters,
        retryAttempts: 2,
        maxEventAge: Duration.minutes(5),
      }),
    ],
  });
  for (const { programme } of house.programmes) {
    new ClockSchedule(scope, `CallbackTick-${programme.name}`, {
      house,
      alarms: data.alarms,
      kind: 'callback-tick',
      programme: programme.name,
      expression: dispatchSchedule(programme.calendar),
      timeZone: programme.calendar.timeZone,
      target: dispatcher,
      impact: 'People whose call was not answered are called back only when a contact happens to end.',
    });
  }
}
