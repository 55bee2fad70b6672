import { contactAttributes as names } from '../../contracts/attributes.ts';
import { localDay } from '../calendar/local-time.ts';
import { openingAt } from '../calendar/opening.ts';
import { callbackIdOf } from '../callback/callbacks-of.ts';
import { callbackDeadline } from '../callback/deadline.ts';
import { type Attempt, type NumberFacts, noFacts, type Source } from '../callback/number-facts.ts';
import type { Rules } from '../callback/rules.ts';
import type { CallbackReason } from '../journal/entry.ts';
import { answeredByCustomer, attemptResult, talkStart } from './attempt-result.ts';
import type { ChainRoot } from './chain-root.ts';
import { callbackRequest, hasFailed, openingOf, schemeOf } from './contact-entry.ts';
import type { ContactRecord } from './contact-record.ts';
import { isLiveInitiation, outcomeWithoutAgent } from './live-call.ts';

/** Connect's own callbacks, which keep a caller's place. */
const keptPlaceInitiations: ReadonlySet<string> = new Set([
  'CALLBACK',
  'CALLBACK_CUSTOMER_FIRST_QUEUED',
  'CALLBACK_CUSTOMER_FIRST_DIALED',
]);

/** What one record tells of its number's callbacks. Depends on the record, its root and the rules in force at the call, on nothing else. */
export function callFacts(record: ContactRecord, root: ChainRoot, rules: Rules): NumberFacts {
  if (record.attributes[names.attemptId] && record.contactId === record.initialContactId) {
    return { ...noFacts, attempts: [dialledAttempt(record, rules)] };
  }
  if (root.initiation !== 'INBOUND') {
    return noFacts;
  }
  if (keptPlaceInitiations.has(record.initiation)) {
    return { ...noFacts, attempts: [keptPlace(record, root, rules)] };
  }
  if (!isLiveInitiation(record.initiation)) {
    return noFacts;
  }
  if (record.agent !== undefined) {
    const { contactId, initialContactId: callId, agent } = record;
    const conversation = { contactId, callId, startedAt: root.startedAt, talkedAt: agent.connectedAt };
    return { ...noFacts, conversations: [conversation] };
  }
  const reason = unansweredReason(record, root, rules);
  return reason === undefined ? noFacts : { ...noFacts, sources: [source(record, root, rules, reason)] };
}

/** Why this segment leaves the caller to be called back; undefined when it does not. */
function unansweredReason(record: ContactRecord, root: ChainRoot, rules: Rules): CallbackReason | undefined {
  const request = callbackRequest(record);
  const opening = openingOf(record);
  if ((opening ?? openingAt(rules.calendar, root.startedAt).state) === 'closed') {
    return request === undefined ? undefined : 'closed-request';
  }
  if (request === 'keep-place') {
    return 'keep-place';
  }
  if (record.nextContactId !== undefined) {
    // The call goes on in another segment, which will tell.
    return undefined;
  }
  if (request === 'queue-full') {
    return 'queue-full';
  }
  const outcome = outcomeWithoutAgent({ opening, queued: record.queue !== undefined, failed: hasFailed(record) });
  return outcome === 'technical' || request === 'technical' ? 'technical' : 'abandoned';
}

function source(
  record: ContactRecord,
  root: ChainRoot,
  { calendar, callbackPolicy }: Rules,
  reason: CallbackReason,
): Source {
  const day = localDay(calendar.timeZone, root.startedAt);
  const keptPlace = reason === 'keep-place' ? record.nextContactId : undefined;
  return {
    callId: record.initialContactId,
    startedAt: root.startedAt,
    endedAt: record.disconnectedAt,
    day,
    scheme: schemeOf(record),
    reason,
    deadline: callbackDeadline(calendar, day, callbackPolicy.deadlineOpenDays) ?? record.disconnectedAt,
    maxAttempts: callbackPolicy.maxAttempts,
    certainty: 'recorded',
    revision: record.lastUpdate,
    ...(keptPlace === undefined ? {} : { keptPlaceContactId: keptPlace }),
  };
}

function dialledAttempt(record: ContactRecord, { calendar }: Rules): Attempt {
  const id = record.attributes[names.attemptId] ?? record.contactId;
  return {
    ...ended(record),
    id,
    n: Number(/-(\d+)$/.exec(id)?.[1] ?? 1),
    kind: 'dialled',
    callbackId: record.attributes[names.callbackId] ?? id,
    day: localDay(calendar.timeZone, record.initiatedAt),
  };
}

function keptPlace(record: ContactRecord, root: ChainRoot, { calendar }: Rules): Attempt {
  return {
    ...ended(record),
    id: record.contactId,
    n: 1,
    kind: 'keep-place',
    callbackId: callbackIdOf(record.initialContactId),
    day: localDay(calendar.timeZone, root.startedAt),
    callId: record.initialContactId,
  };
}

function ended(record: ContactRecord) {
  const { connectedAt, disconnectReason, agent } = record;
  const placed = { connectedAt, disconnectReason, agentConnectedAt: agent?.connectedAt };
  const result = attemptResult(placed);
  const talkedAt = result === 'reached' ? talkStart(placed) : undefined;
  return {
    scheme: schemeOf(record),
    startedAt: record.initiatedAt,
    state: 'ended' as const,
    contactId: record.contactId,
    result,
    endedAt: record.disconnectedAt,
    answeredByCustomer: answeredByCustomer(result),
    ...(talkedAt !== undefined && { talkedAt }),
  };
}
