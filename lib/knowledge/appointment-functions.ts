import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { SoftwareAccess } from '../../contracts/client-software.ts';
import { env } from '../../contracts/env.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent, grantJournalWriting, grantRegistering } from '../functions/granted.ts';
import { grantMessages } from '../messaging/message-functions.ts';
import { grantLinks } from '../survey/survey-functions.ts';

export interface AppointmentFunctions {
  readonly appointments: HandlerFunction;
  readonly 'case-lookup': HandlerFunction;
  /** Absent where nobody is written to. */
  readonly 'message-stop'?: HandlerFunction;
}

/** Appointments, and files of the client's software: nothing where no programme gives appointments. */
export function createAppointmentFunctions(scope: Construct, ground: Ground): Partial<AppointmentFunctions> {
  const { house, data } = ground;
  const { appointmentTables, knowledgeTables } = data;
  if (appointmentTables === undefined || knowledgeTables === undefined) {
    return {};
  }
  const { software = {} } = house.deployment;
  const appointments = new HandlerFunction(scope, 'Appointments', {
    house,
    alarms: data.alarms,
    name: 'appointments',
    impact: 'Agents can give, move and cancel no appointment: people are told to ring again.',
    timeout: Duration.seconds(20),
  });
  appointmentTables.appointments.grant(appointments, {
    items: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
  });
  grantContent(ground, appointments);
  grantJournalWriting(ground, appointments);
  grantRegistering(ground, appointments);
  data.tables.people.grant(appointments, { items: ['BatchGetItem', 'BatchWriteItem'] });
  data.identity.grantPeople(appointments, { register: true, read: true });
  // Confirmations and reminders, where people are written to (SAMPS-27).
  if (data.messageTables !== undefined) {
    grantMessages(ground, appointments, 'plan');
    grantLinks(ground, appointments, 'open');
    // Lists of documents and places that agents have sent (SAMPS-13, SAMPS-22).
    knowledgeTables.knowledge.grant(appointments, { items: ['GetItem', 'Query'] });
  }
  grantSoftware(ground, appointments, 'aloha', software.aloha);

  const lookup = new HandlerFunction(scope, 'CaseLookup', {
    house,
    alarms: data.alarms,
    name: 'case-lookup',
    impact: 'Agents cannot say what misses from a file, nor why it was refused.',
    timeout: Duration.seconds(20),
  });
  knowledgeTables.knowledge.grant(lookup, { items: ['GetItem', 'Query'] });
  grantContent(ground, lookup);
  grantJournalWriting(ground, lookup);
  grantSoftware(ground, lookup, 'pam', software.pam);
  return { appointments, 'case-lookup': lookup, ...createMessageStop(scope, ground) };
}

/** The page of the link that messages about appointments carry. */
function createMessageStop(scope: Construct, ground: Ground): Pick<AppointmentFunctions, 'message-stop'> {
  const { house, data } = ground;
  if (data.messageTables === undefined || data.surveyTables === undefined) {
    return {};
  }
  const stop = new HandlerFunction(scope, 'MessageStop', {
    house,
    alarms: data.alarms,
    name: 'message-stop',
    impact: 'Who wants no more SMS about appointments cannot say so by the link of theirs, and is written to again.',
    timeout: Duration.seconds(10),
  });
  data.surveyTables.links.grant(stop, { items: ['BatchGetItem'] });
  grantMessages(ground, stop, 'stop');
  return { 'message-stop': stop };
}

/** Each function is told of its own software alone, and may read the token of no other. */
function grantSoftware(
  { house, data }: Ground,
  handler: HandlerFunction,
  name: 'aloha' | 'pam',
  access: SoftwareAccess | undefined,
): void {
  if (access === undefined) {
    return;
  }
  handler.setEnvironment(env.clientSoftware, JSON.stringify({ [name]: access }));
  if (access.type === 'http') {
    handler.allow(['secretsmanager:GetSecretValue'], [access.secretArn]);
    return;
  }
  if (data.lists === undefined) {
    throw new Error(`software.${name} is by files, and this deployment has no bucket of lists; accepted: "http"`);
  }
  data.lists.grant(
    handler,
    house.programmes.map(({ programme }) => programme.name),
    { awaits: true },
  );
}
