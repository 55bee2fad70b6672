import type { CallbackEntry } from '../journal/entry.ts';
import { type Callback, callbacksOf } from './callbacks-of.ts';
import { mergeFacts } from './merge-facts.ts';
import { type Attempt, type NumberFacts, noFacts } from './number-facts.ts';

const toldAsIs: ReadonlySet<string> = new Set(['created', 'source-added', 'closed']);

/**
 * Reads callbacks back from the facts of the journal, in the words of people: `created`, `source-added`, `attempt`, `closed`, all of one callback
 * under one `callbackId` and the day of its first call. `asOf` (ISO instant) is the cut of the report: deadlines up to it are over.
 * Entries that are already in these words, or carry no number, are returned as they are. Result in canonical order (time, then id).
 */
export function callbackHistory(entries: readonly CallbackEntry[], asOf: string): readonly CallbackEntry[] {
  const told = entries.filter(({ numberKey, change }) => numberKey === undefined || toldAsIs.has(change.type));
  const byNumber = Map.groupBy(
    entries.filter((entry) => !told.includes(entry)),
    ({ programme, numberKey }) => `${programme}#${numberKey}`,
  );
  const retold = [...byNumber.values()].flatMap((ofNumber) =>
    callbacksOf(factsOf(ofNumber), asOf).flatMap((callback) => retell(callback, ofNumber)),
  );
  return [...told, ...retold].toSorted((a, b) => compare(a.time, b.time) || compare(a.id, b.id));
}

function factsOf(entries: readonly CallbackEntry[]): NumberFacts {
  return entries.map(factOf).reduce(mergeFacts, noFacts);
}

function factOf({ change, day, scheme, callbackId, time, id }: CallbackEntry): NumberFacts {
  if (change.type === 'requested') {
    const { sourceContactId: callId, reason, startedAt, deadline, maxAttempts } = change;
    const source = { callId, startedAt, endedAt: time, day, scheme, reason, deadline, maxAttempts };
    return { ...noFacts, sources: [{ ...source, certainty: 'recorded', revision: '' }] };
  }
  if (change.type === 'resolved' && change.resolution === 'answered-inbound') {
    const { contactId, callId, since } = change;
    return { ...noFacts, conversations: [{ contactId, callId, startedAt: since, talkedAt: time }] };
  }
  const common = { kind: 'dialled', state: 'ended', callbackId, day, scheme } as const;
  if (change.type === 'resolved') {
    // `callId` names the attempt. What its own entry says of it, when that entry is at hand, is merged in.
    const talk: Attempt = { ...common, id: change.callId, n: 0, startedAt: change.since, talkedAt: time };
    return { ...noFacts, attempts: [{ ...talk, contactId: change.contactId, result: 'reached', endedAt: time }] };
  }
  if (change.type === 'attempt') {
    const { attempt: n, attemptId, result, contactId, answeredByCustomer, startedAt = time } = change;
    const attempt = {
      ...common,
      id: attemptId,
      n,
      startedAt,
      result,
      answeredByCustomer,
      endedAt: time,
      claimedBy: id,
    };
    return { ...noFacts, attempts: [{ ...attempt, ...(contactId === undefined ? {} : { contactId }) }] };
  }
  return noFacts;
}

function retell(callback: Callback, entries: readonly CallbackEntry[]): readonly CallbackEntry[] {
  const { id: callbackId, scheme, day, sources, closed } = callback;
  const like = entries[0];
  if (like === undefined) {
    return [];
  }
  const { programme, numberKey } = like;
  const common = { kind: 'callback', programme, day, callbackId, scheme, ...(numberKey && { numberKey }) } as const;
  const calls = sources.map(
    ({ callId: sourceContactId, reason, endedAt: time }, index): CallbackEntry => ({
      ...common,
      time,
      id: `${callbackId}#source#${sourceContactId}`,
      change: { type: index === 0 ? 'created' : 'source-added', sourceContactId, reason },
    }),
  );
  // An attempt given up as indeterminate may get its record later: then what the record says is told, once.
  const attempts = callback.attempts.flatMap(({ id, result }) => {
    const entry = entries.find(
      ({ change }) => change.type === 'attempt' && change.attemptId === id && change.result === result,
    );
    return entry === undefined ? [] : { ...entry, ...common };
  });
  const end: readonly CallbackEntry[] =
    closed === undefined
      ? []
      : [
          {
            ...common,
            time: closed.at,
            id: `${callbackId}#closed`,
            change: { type: 'closed', resolution: closed.resolution },
          },
        ];
  return [...calls, ...attempts, ...end];
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
