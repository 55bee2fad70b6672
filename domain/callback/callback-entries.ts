import type { CallbackEntry } from '../journal/entry.ts';
import { callbackIdOf } from './callbacks-of.ts';
import type { Attempt, NumberFacts, Source } from './number-facts.ts';

/** Someone talked with the person: an inbound conversation or an attempt that reached them. */
interface Talk {
  readonly contactId: string;
  readonly callId: string;
  readonly since: string;
  readonly at: string;
  readonly resolution: 'reached' | 'answered-inbound';
}

/**
 * Journal entries that follow from these newly told facts together with what is known of the number. Told again in any order, they are the
 * same: each entry depends on one call, one talk or one attempt, or on one pair of call and talk.
 */
export function callbackEntries(
  programme: string,
  numberKey: string,
  told: NumberFacts,
  known: NumberFacts,
): readonly CallbackEntry[] {
  const recorded = known.sources.filter(({ certainty }) => certainty === 'recorded');
  const isTold = (source: Source) => told.sources.some(({ callId }) => callId === source.callId);
  const toldTalks = new Set(talksOf(told).map(({ contactId }) => contactId));
  const pairs = recorded.flatMap((source) =>
    talksOf(known)
      .filter((talk) => (isTold(source) || toldTalks.has(talk.contactId)) && answers(talk, source))
      .map((talk) => resolved(programme, numberKey, source, talk)),
  );
  return [
    ...recorded.filter(isTold).map((source) => requested(programme, numberKey, source)),
    ...pairs,
    ...known.attempts
      .filter(({ id, state }) => state === 'ended' && told.attempts.some((attempt) => attempt.id === id))
      .map((attempt) => attempted(programme, numberKey, attempt)),
  ];
}

function talksOf(facts: NumberFacts): readonly Talk[] {
  return [
    ...facts.conversations.map(
      ({ contactId, callId, startedAt, talkedAt }): Talk => ({
        contactId,
        callId,
        since: startedAt,
        at: talkedAt,
        resolution: 'answered-inbound',
      }),
    ),
    ...facts.attempts.flatMap(({ id, contactId, result, talkedAt }): readonly Talk[] =>
      result === 'reached' && talkedAt !== undefined
        ? [{ contactId: contactId ?? id, callId: id, since: talkedAt, at: talkedAt, resolution: 'reached' }]
        : [],
    ),
  ];
}

function answers(talk: Talk, source: Source): boolean {
  return talk.callId === source.callId || talk.since > source.startedAt;
}

function requested(programme: string, numberKey: string, source: Source): CallbackEntry {
  const { callId, day, scheme, reason, startedAt, deadline, maxAttempts } = source;
  const callbackId = callbackIdOf(callId);
  return {
    kind: 'callback',
    programme,
    day,
    time: source.endedAt,
    id: `${callbackId}#requested`,
    callbackId,
    scheme,
    numberKey,
    change: { type: 'requested', sourceContactId: callId, reason, startedAt, deadline, maxAttempts },
  };
}

function resolved(programme: string, numberKey: string, source: Source, talk: Talk): CallbackEntry {
  const callbackId = callbackIdOf(source.callId);
  const { contactId, callId, since, resolution } = talk;
  return {
    kind: 'callback',
    programme,
    day: source.day,
    time: talk.at,
    id: `${callbackId}#resolved#${contactId}`,
    callbackId,
    scheme: source.scheme,
    numberKey,
    change: { type: 'resolved', sourceContactId: source.callId, resolution, contactId, callId, since },
  };
}

function attempted(programme: string, numberKey: string, attempt: Attempt): CallbackEntry {
  const { id, n, callbackId, day, scheme, startedAt, contactId, result = 'indeterminate' } = attempt;
  return {
    kind: 'callback',
    programme,
    day,
    time: attempt.endedAt ?? startedAt,
    id: `${id}#ended`,
    callbackId,
    scheme,
    numberKey,
    change: {
      type: 'attempt',
      attempt: n,
      attemptId: id,
      result,
      startedAt,
      ...(contactId === undefined ? {} : { contactId }),
      answeredByCustomer: attempt.answeredByCustomer ?? false,
    },
  };
}
