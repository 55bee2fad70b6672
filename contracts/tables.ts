/** Logical names of the tables, their keys and indexes: the contract between `lib/data` and `adapters/`. Imports nothing but its parts. */

import { knowledgeTableKeys } from './knowledge-tables.ts';

/** Every partition key (table or index) starts with `programme#` or, for the one-live-call lock, with `deployment#` (design decisions 3 and 4). */
export const tables = {
  /**
   * Immutable facts. `day` = `programme#localDay#shard`, `entry` = `time#id` (design decision 12). A day is read from all its shards, so `shards`
   * may be raised at any time and never lowered; one shard takes 1 000 writes a second. Questions, which outlive their day, are filed under
   * `programme#questions#0`, `localDay#time#id`.
   */
  journal: { env: 'JOURNAL_TABLE', partitionKey: 'day', sortKey: 'entry', shards: 1 },
  /** Callback register: `number` = `programme#number#<numberKey>`, one item per number holding the callback in hand; lock items `deployment#lock#<numberKey>`. */
  callbacks: {
    env: 'CALLBACKS_TABLE',
    partitionKey: 'number',
    /** Sparse index of what is due: `due` = `programme#due#<shard>`, or `programme#manual` for who is dialled by hand, `dueAt` = due instant `#` oldest call's instant `#` step `#` callback id. Absent once closed. */
    dueIndex: { name: 'due', partitionKey: 'due', sortKey: 'dueAt' },
  },
  /** Identity under a per-person data key: `person` = `programme#number#<numberKey>` (design decision 16). */
  people: { env: 'PEOPLE_TABLE', partitionKey: 'person' },
  /** Agents as last seen on the agent event stream, all of a programme in one item: `programme` = `programme#agents`. */
  presence: { env: 'PRESENCE_TABLE', partitionKey: 'programme' },
  /**
   * Dated content: `content` = `programme#content`, `version` = `kind#validFrom#<hash>`, so that one query reads all that is in force; the version
   * of a kind in force at t is the last `validFrom` ≤ t (decision 15). `programme#content-revision` / `-` is replaced at each edit.
   */
  content: { env: 'CONTENT_TABLE', partitionKey: 'content', sortKey: 'version' },
  /** Pending questions: `programme` = `programme#questions`, `question` = question id. */
  questions: { env: 'QUESTIONS_TABLE', partitionKey: 'programme', sortKey: 'question' },
  /** Questionnaires passed: `record` = `programme#<campaign>-<cycle>-<recipientId>`, rewritten over the `revision` that was read. Outbound only. */
  questionnaires: { env: 'QUESTIONNAIRES_TABLE', partitionKey: 'record' },
  /** Referrals: `cell` = `programme#cell#<cell>`, `referral` = its id; open ones in the index, `due` = `programme#due#0`, `dueAt` = instant. Outbound only. */
  referrals: {
    env: 'REFERRALS_TABLE',
    partitionKey: 'cell',
    sortKey: 'referral',
    dueIndex: { name: 'due', partitionKey: 'due', sortKey: 'dueAt' },
  },
  /**
   * Register of recipients: `register` = `programme#register` (who is registered) or `programme#left` (who left it), `recipient` = recipient id;
   * `programme#imports`, import id; `programme#mappings`, hash of a list's headings. Outbound only.
   */
  recipients: { env: 'RECIPIENTS_TABLE', partitionKey: 'register', sortKey: 'recipient' },
  /**
   * Campaigns. `item` = `programme#campaigns` (part = type), `programme#dispatch` (`state`), `programme#recipient#<campaign>-<cycle>#<recipientId>` (`-`),
   * `programme#number#<campaign>-<cycle>#<numberKey>` (part = recipientId). Outbound only.
   */
  campaigns: {
    env: 'CAMPAIGNS_TABLE',
    partitionKey: 'item',
    sortKey: 'part',
    /** Sparse index of people to be dialled: `due` = `programme#due#<campaign>-<cycle>#<rank of promise>#<shard>`, `dueAt` = instant `#` risk rank `#` recipientId. Absent once closed. */
    dueIndex: { name: 'due', partitionKey: 'due', sortKey: 'dueAt' },
  },
  /** Personal links: `link` = `programme#link#<SHA-256 of the token>`. Only where a programme has a survey. */
  links: { env: 'LINKS_TABLE', partitionKey: 'link' },
  /**
   * Messages. `item` = `programme#due` (`dueAt#pageId`: some twenty that leave together), `programme#settle` (`settleAt#pageId`), `programme#message#<id>`
   * (`-`), `programme#number#<numberKey>` (`bad`), `programme#consent#<holder>` (instant and what was said), `programme#dispatch` (`chain`),
   * `programme#texts#<personId>` (message id: what agents had sent). Only where a programme writes to people.
   */
  messages: { env: 'MESSAGES_TABLE', partitionKey: 'item', sortKey: 'part' },
  /**
   * People who are followed: `person` = `programme#followed#<recipientId>`; `due` = `programme#due#0`, `dueAt` = instant `#` recipientId, absent while
   * nothing is to be done for them. Only where a programme follows people.
   */
  followUps: {
    env: 'FOLLOW_UPS_TABLE',
    partitionKey: 'person',
    dueIndex: { name: 'due', partitionKey: 'due', sortKey: 'dueAt' },
  },
  /**
   * Structures that write to their members and who may act in them: `item` = `programme#structures` (part = structure id), `programme#accounts`
   * (user name), `programme#audit#<structure>` (instant `#` id). Only where a programme has alerts.
   */
  structures: { env: 'STRUCTURES_TABLE', partitionKey: 'item', sortKey: 'part' },
  /**
   * Members of structures, in clear (ADR 0007). `item` = `programme#<structure>#member#<id>` (`-`), `programme#<structure>#claim#<hash of a name's sound>` (`-`),
   * `programme#<structure>#groups` (`-`), `programme#<structure>#group#<groupId>` (member id), `programme#<structure>#imports` (import id),
   * `programme#<structure>#mappings` (hash of headings). Index: `list` = `programme#<structure>#members`, `listKey` = name as French lists file it `#` id, of
   * members alone; and `firstKey`, the first name before the last. Only where a programme has alerts.
   */
  members: {
    env: 'MEMBERS_TABLE',
    partitionKey: 'item',
    sortKey: 'part',
    dueIndex: { name: 'list', partitionKey: 'list', sortKey: 'listKey' },
    searchIndex: { name: 'firstNames', partitionKey: 'list', sortKey: 'firstKey' },
  },
  /**
   * Sendings and administrative dates of structures. `item` = `programme#<structure>#alerts` (part = alert id, by time), `programme#<structure>#alert#<id>`
   * (`<instant>#NNN`: who was chosen then), `programme#<structure>#place#<day and hash>` (`-`: which alert this text of this day is), `programme#<structure>#dates`
   * (`<member id>.<id>`), `programme#<structure>#figures` (a month that is over), and, ids only, `programme#due` (`instant#structure#alert#id` or `#date#id`). Only where a programme has alerts.
   */
  alerts: { env: 'ALERTS_TABLE', partitionKey: 'item', sortKey: 'part' },
  /**
   * What was and is to be taken away: `kept` = `programme#runs` (local day of a night), `programme#erasures` (id of a person who is to be forgotten). Only where
   * a programme has rules of retention.
   */
  retention: { env: 'RETENTION_TABLE', partitionKey: 'kept', sortKey: 'item' },
  /** Pages that are open: `programme` = `programme#live`, `connection` = its id at API Gateway; `programme#board`, `-`: the chain of pushes; `programme#watch`, `-`: what is watched. */
  connections: { env: 'CONNECTIONS_TABLE', partitionKey: 'programme', sortKey: 'connection' },
  ...knowledgeTableKeys,
  /** Report issues: `report` = `programme#daily` or `programme#weekly`, `issue` = `period#NNN`. */
  reports: { env: 'REPORTS_TABLE', partitionKey: 'report', sortKey: 'issue' },
} as const;

export type TableName = keyof typeof tables;

/** Tables that are created only where people call. */
export const centreTables = [
  'callbacks',
  'connections',
  'presence',
  'questions',
  'reports',
] as const satisfies readonly TableName[];

/** Tables that are created only where structures write to their members. */
export const alertTables = ['structures', 'members', 'alerts'] as const satisfies readonly TableName[];

/** Tables that are created only where a programme calls people on its own account. */
export const outboundTables = [
  'questionnaires',
  'referrals',
  'recipients',
  'campaigns',
] as const satisfies readonly TableName[];

/** Tables that are created only where a programme follows people. */
export const followUpTables = ['followUps'] as const satisfies readonly TableName[];

/** Tables that are created only where a programme's questionnaires are also answered by personal link. */
export const surveyTables = ['links'] as const satisfies readonly TableName[];

/** Tables that are created only where a programme writes to people. */
export const messageTables = ['messages'] as const satisfies readonly TableName[];

/** Tables that are created only where a programme has rules of retention. */
export const retentionTables = ['retention'] as const satisfies readonly TableName[];
