import { createHash } from 'node:crypto';
import type {
  AgentStatusEntry,
  CallbackEntry,
  ContactEntry,
  QuestionEntry,
  WrapUpEntry,
} from '../../../domain/journal/entry.ts';
import type { ReportSubject } from '../../../domain/report/daily.ts';
import { samps } from '../../../programmes/samps/programme.ts';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const subject: ReportSubject = {
  programme: samps.name,
  title: samps.title,
  calendar: samps.calendar,
  schemes: samps.schemes,
  motives: samps.motives,
  answerRateObjective: samps.answerRateObjective,
};

/** Friday 4 July 2025; the next open day is Monday 7. */
export const friday = '2025-07-04';

/** Instant of a local Nouméa time. */
export const at = (time: string, day = friday) => new Date(Date.parse(`${day}T${time}+11:00`)).toISOString();

/** An inbound segment, abandoned after 60 s in queue unless `overrides` say more. */
export function inbound(contactId: string, overrides: Partial<ContactEntry> = {}): ContactEntry {
  const initiatedAt = overrides.initiatedAt ?? at('09:00:00');
  const disconnectedAt = new Date(Date.parse(initiatedAt) + 90_000).toISOString();
  const lastUpdate = overrides.lastUpdate ?? disconnectedAt;
  return {
    kind: 'contact',
    programme: samps.name,
    day: friday,
    time: initiatedAt,
    id: `contact#${contactId}#${lastUpdate}`,
    contactId,
    initialContactId: contactId,
    lastUpdate,
    initiation: 'INBOUND',
    initiatedAt,
    disconnectedAt,
    scheme: 'BOURSES',
    opening: 'open',
    queue: { name: 'samps-bourses', enqueuedAt: initiatedAt, seconds: 60 },
    ...overrides,
  };
}

export const talk = (username = 'malia', interactionSeconds = 200, holdSeconds = 20, afterContactSeconds = 40) => ({
  agent: { username, connectedAt: at('09:01:00'), interactionSeconds, holdSeconds, afterContactSeconds },
});

/** An inbound segment without `queue`: closed, or left before it. */
export function unqueued(contactId: string, overrides: Partial<ContactEntry> = {}): ContactEntry {
  const { queue, ...rest } = inbound(contactId, overrides);
  void queue;
  return rest;
}

export function callback(
  callbackId: string,
  change: CallbackEntry['change'],
  overrides: Partial<CallbackEntry> = {},
): CallbackEntry {
  const suffix = change.type === 'attempt' ? change.attemptId : change.type;
  const source = change.type === 'source-added' ? change.sourceContactId : '';
  return {
    kind: 'callback',
    programme: samps.name,
    day: friday,
    time: at('10:00:00'),
    id: `callback#${callbackId}#${suffix}#${source}`,
    callbackId,
    scheme: 'BOURSES',
    change,
    ...overrides,
  };
}

export const created = (callbackId: string, sourceContactId: string, overrides: Partial<CallbackEntry> = {}) =>
  callback(callbackId, { type: 'created', sourceContactId, reason: 'abandoned' }, overrides);

export const joined = (callbackId: string, sourceContactId: string, overrides: Partial<CallbackEntry> = {}) =>
  callback(callbackId, { type: 'source-added', sourceContactId }, overrides);

export const reached = (callbackId: string, time = at('11:00:00'), overrides: Partial<CallbackEntry> = {}) =>
  callback(
    callbackId,
    { type: 'attempt', attempt: 1, attemptId: `${callbackId}-1`, result: 'reached', answeredByCustomer: true },
    { time, ...overrides },
  );

export function wrapUp(contactId: string, motive: string, overrides: Partial<WrapUpEntry> = {}): WrapUpEntry {
  const revision = overrides.revision ?? 1;
  return {
    kind: 'wrap-up',
    programme: samps.name,
    day: friday,
    time: at('09:05:00'),
    id: `wrap-up#${contactId}#${revision}`,
    contactId,
    scheme: 'BOURSES',
    motive,
    agent: 'malia',
    revision,
    ...overrides,
  };
}

export function question(
  questionId: string,
  change: QuestionEntry['change'],
  time: string,
  overrides: Partial<QuestionEntry> = {},
): QuestionEntry {
  return {
    kind: 'question',
    programme: samps.name,
    day: friday,
    time,
    id: `question#${questionId}#${change}`,
    questionId,
    change,
    scheme: 'AIDE_MEDICALE',
    agent: 'malia',
    ...(change === 'opened' ? { text: 'Une carte perdue se refait-elle en ligne ?' } : {}),
    ...overrides,
  };
}

export function status(
  agent: string,
  time: string,
  statusName: string,
  statusType: AgentStatusEntry['statusType'] = 'ROUTABLE',
): AgentStatusEntry {
  return {
    kind: 'agent-status',
    programme: samps.name,
    day: friday,
    time,
    id: `agent#${agent}#${time}`,
    agent,
    statusName,
    statusType,
  };
}
