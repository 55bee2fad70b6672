import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { appointmentTables, knowledgeTables } from '../../contracts/knowledge-tables.ts';
import type {
  alertTables,
  centreTables,
  followUpTables,
  messageTables,
  outboundTables,
  retentionTables,
  surveyTables,
  TableName,
} from '../../contracts/tables.ts';
import { HouseTable } from '../constructs/house-table.ts';
import { type House, hasQuestionnaires, hasReferrals } from '../house.ts';
import type { AlarmDesk, Impact } from '../monitoring/alarm-desk.ts';

type OutboundTable = (typeof outboundTables)[number];
type SurveyTable = (typeof surveyTables)[number];
type MessageTable = (typeof messageTables)[number];
type FollowUpTable = (typeof followUpTables)[number];
export type HouseTables = Readonly<Record<'journal' | 'people' | 'content', HouseTable>>;
export type CentreTables = Readonly<Record<(typeof centreTables)[number], HouseTable>>;
export type AlertTables = Readonly<Record<(typeof alertTables)[number], HouseTable>>;
export type OutboundTables = Readonly<Record<'recipients' | 'campaigns', HouseTable>> &
  Readonly<Partial<Record<OutboundTable, HouseTable>>>;
export type SurveyTables = Readonly<Record<SurveyTable, HouseTable>>;
export type MessageTables = Readonly<Record<MessageTable, HouseTable>>;
export type FollowUpTables = Readonly<Record<FollowUpTable, HouseTable>>;

export type KnowledgeTables = Readonly<Record<(typeof knowledgeTables)[number], HouseTable>>;
export type AppointmentTables = Readonly<Record<(typeof appointmentTables)[number], HouseTable>>;
export type RetentionTables = Readonly<Record<(typeof retentionTables)[number], HouseTable>>;

/** Who suffers when requests to a table are refused. */
const impacts: Readonly<Record<TableName, Impact>> = {
  journal: 'Facts of calls are written late, so the reports of the client are wrong until they are.',
  callbacks: 'People whose call was not answered wait longer to be called back.',
  people: 'Callers are not recognised and cannot be called back.',
  connections: 'Live pages of supervisors and clients are not told what changes.',
  presence: 'Callbacks stop, since nobody knows which agents are free.',
  content: 'Callers hear the fallback messages, because hours and texts cannot be read.',
  questions: 'Agents cannot write down the question of a caller, who stays without an answer.',
  questionnaires: 'Agents cannot go on with a questionnaire, and who needs help is not referred.',
  referrals: 'People in need are referred late to those who help them.',
  recipients: 'Lists cannot be imported, and who leaves the register is still called.',
  campaigns: 'Nobody of a campaign is called, and its promises are broken.',
  links: 'People who follow the link of a message cannot answer, and wait for a call.',
  messages: 'People are written to late, or not at all, and a STOP is not written down.',
  followUps: 'People who are followed get neither the SMS of the day nor the call.',
  knowledge: 'Agents have no approved answers to read, and the client cannot correct them.',
  appointments: 'Nobody can be given an appointment, and those who wait for a call at its hour are not called.',
  reports: 'The client does not get the report of the day.',
  retention: 'What is known of people is kept longer than they were told.',
  structures: 'Nobody of a centre is let into its pages, and no access can be created or taken away.',
  members: 'Nobody can be registered at a centre, and its members get no message.',
  alerts: 'Messages and reminders of the centres are not made, or do not leave.',
};

export function createTables(scope: Construct, alarms: AlarmDesk, key: IKey): HouseTables {
  const table = maker(scope, alarms, key);
  return {
    journal: table('journal'),
    people: table('people'),
    content: table('content'),
  };
}

/** What calls leave behind, and what agents are about. */
export function createCentreTables(scope: Construct, alarms: AlarmDesk, key: IKey): CentreTables {
  const table = maker(scope, alarms, key);
  return {
    callbacks: table('callbacks'),
    connections: table('connections'),
    presence: table('presence'),
    questions: table('questions'),
    reports: table('reports'),
  };
}

/** Structures and what they know of their members. */
export function createAlertTables(scope: Construct, alarms: AlarmDesk, key: IKey): AlertTables {
  const table = maker(scope, alarms, key);
  return { structures: table('structures'), members: table('members'), alerts: table('alerts') };
}

/** What campaigns keep, and questionnaires and referrals where there are some. */
export function createOutboundTables(scope: Construct, house: House, alarms: AlarmDesk, key: IKey): OutboundTables {
  const table = maker(scope, alarms, key);
  return {
    ...(hasQuestionnaires(house) && { questionnaires: table('questionnaires') }),
    ...(hasReferrals(house) && { referrals: table('referrals') }),
    recipients: table('recipients'),
    campaigns: table('campaigns'),
  };
}

/** What personal links keep. */
export function createSurveyTables(scope: Construct, alarms: AlarmDesk, key: IKey): SurveyTables {
  return { links: maker(scope, alarms, key)('links') };
}

/** Messages, and what people said about being written to. */
export function createMessageTables(scope: Construct, alarms: AlarmDesk, key: IKey): MessageTables {
  return { messages: maker(scope, alarms, key)('messages') };
}

/** People who are followed. */
export function createFollowUpTables(scope: Construct, alarms: AlarmDesk, key: IKey): FollowUpTables {
  return { followUps: maker(scope, alarms, key)('followUps') };
}

/** Nights of retention, and who is to be forgotten. */
export function createRetentionTables(scope: Construct, alarms: AlarmDesk, key: IKey): RetentionTables {
  return { retention: maker(scope, alarms, key)('retention') };
}

/** Appointments and the places they take. */
export function createAppointmentTables(scope: Construct, alarms: AlarmDesk, key: IKey): AppointmentTables {
  return { appointments: maker(scope, alarms, key)('appointments') };
}

/** What agents are told. */
export function createKnowledgeTables(scope: Construct, alarms: AlarmDesk, key: IKey): KnowledgeTables {
  return { knowledge: maker(scope, alarms, key)('knowledge') };
}

function maker(scope: Construct, alarms: AlarmDesk, key: IKey): (name: TableName) => HouseTable {
  return (name) =>
    new HouseTable(scope, `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`, {
      alarms,
      name,
      key,
      impact: impacts[name],
    });
}
