import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { hasQuestionnaires } from '../house.ts';
import { type Ground, grantContacts, grantContent, setInstance } from './granted.ts';

export interface DeskContextFunction {
  readonly 'desk-context': HandlerFunction;
}

/** Who is on the line, as a contact rings, and what the agent types about it. */
export function createDeskContext(scope: Construct, ground: Ground): DeskContextFunction {
  const { house, data } = ground;
  const context = new HandlerFunction(scope, 'DeskContext', {
    house,
    alarms: data.alarms,
    name: 'desk-context',
    impact:
      'Agents see neither who calls nor the closed lists, and what they type is kept in their browser only until they leave it.',
    timeout: Duration.seconds(10),
  });
  setInstance(ground, context);
  grantContacts(ground, context, ['DescribeContact', 'GetContactAttributes']);
  grantContent(ground, context);
  // Whom a campaign calls is read from their profile, but where a script asks who they are first.
  const profiles = hasQuestionnaires(house) ? (['BatchGetItem'] as const) : [];
  data.tables.people.grant(context, { items: ['GetItem', 'PutItem', ...profiles] });
  data.identity.grantPeople(context, { register: true, read: true });
  data.centreTables.callbacks.grant(context, { items: ['GetItem'] });
  data.centreTables.questions.grant(context, { items: ['GetItem'] });
  data.outboundTables?.campaigns.grant(context, { items: ['Query', 'BatchGetItem'] });
  // What else there was with the person: appointments, and the SMS that agents had sent.
  if (data.appointmentTables !== undefined) {
    data.appointmentTables.appointments.grant(context, { items: ['Query', 'GetItem'] });
    data.messageTables?.messages.grant(context, { items: ['Query', 'BatchGetItem'] });
  }
  return { 'desk-context': context };
}
