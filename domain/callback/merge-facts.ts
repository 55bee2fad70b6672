import type { AttemptResult } from '../journal/entry.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Attempt, Conversation, NumberFacts, Source } from './number-facts.ts';

/** Facts this much older than the newest are dropped: no record or lease can concern them any more. */
const retentionMs = 8 * 86_400_000;
const certainties = ['announced', 'described', 'recorded'] as const;
const states = ['claimed', 'dialled', 'ended'] as const;
/** From what says least of the person to what says most. */
const results: readonly AttemptResult[] = [
  'indeterminate',
  'failed',
  'refused',
  'no-answer',
  'busy',
  'invalid-number',
  'abandoned-before-agent',
  'reached',
];

/** Union of two sets of facts; commutative, associative, idempotent. The result is in canonical order. */
export function mergeFacts(a: NumberFacts, b: NumberFacts): NumberFacts {
  const merged = {
    sources: union([...a.sources, ...b.sources], ({ callId }) => callId, mergeSources),
    conversations: union([...a.conversations, ...b.conversations], ({ contactId }) => contactId, larger),
    attempts: union([...a.attempts, ...b.attempts], ({ id }) => id, mergeAttempts),
  };
  const channel = a.channel ?? b.channel;
  const zones = [a.zones, b.zones].filter((known) => known !== undefined).sort((x, y) => compare(`${x}`, `${y}`))[0];
  return {
    ...recent(merged),
    ...(channel === undefined ? {} : { channel }),
    ...(zones === undefined ? {} : { zones }),
  };
}

function union<T extends { readonly startedAt: string }>(
  items: readonly T[],
  key: (item: T) => string,
  merge: (a: T, b: T) => T,
): readonly T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const known = byKey.get(key(item));
    byKey.set(key(item), known === undefined ? item : merge(known, item));
  }
  return [...byKey.values()].sort((x, y) => compare(x.startedAt, y.startedAt) || compare(key(x), key(y)));
}

function mergeSources(a: Source, b: Source): Source {
  const order =
    certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
    compare(a.revision, b.revision) ||
    compare(canonicalJson(a), canonicalJson(b));
  const [kept, other] = order >= 0 ? [a, b] : [b, a];
  const keptPlaceContactId = kept.keptPlaceContactId ?? other.keptPlaceContactId;
  const checkAt = latest(a.checkAt, b.checkAt);
  const withdrawn = a.withdrawn ?? b.withdrawn;
  return {
    ...kept,
    ...(keptPlaceContactId === undefined ? {} : { keptPlaceContactId }),
    ...(checkAt === undefined ? {} : { checkAt }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
  };
}

function mergeAttempts(a: Attempt, b: Attempt): Attempt {
  const order =
    states.indexOf(a.state) - states.indexOf(b.state) ||
    rank(a.result) - rank(b.result) ||
    compare(canonicalJson(a), canonicalJson(b));
  const [further, other] = order >= 0 ? [a, b] : [b, a];
  // Who claimed knows what the attempt was for; a record only knows how it went.
  const claim = [a, b].find(({ claimedBy }) => claimedBy !== undefined) ?? further;
  const contactId = further.contactId ?? other.contactId;
  const leaseUntil = latest(a.leaseUntil, b.leaseUntil);
  const talkedAt = [a.talkedAt, b.talkedAt].filter((at) => at !== undefined).sort()[0];
  const endedAt = latest(a.endedAt, b.endedAt);
  const { n, kind, callbackId, day, scheme, startedAt, claimedBy } = claim;
  return {
    ...further,
    ...{ n, kind, callbackId, day, scheme, startedAt },
    ...(claimedBy === undefined ? {} : { claimedBy }),
    ...(contactId === undefined ? {} : { contactId }),
    ...(leaseUntil === undefined ? {} : { leaseUntil }),
    ...(talkedAt === undefined ? {} : { talkedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}

function recent(facts: NumberFacts): NumberFacts {
  const all = [...facts.sources, ...facts.conversations, ...facts.attempts];
  const newest = Math.max(...all.map(({ startedAt }) => Date.parse(startedAt)));
  const isRecent = ({ startedAt }: { readonly startedAt: string }) => Date.parse(startedAt) > newest - retentionMs;
  return {
    sources: facts.sources.filter(isRecent),
    conversations: facts.conversations.filter(isRecent),
    attempts: facts.attempts.filter(isRecent),
  };
}

function larger(a: Conversation, b: Conversation): Conversation {
  return compare(canonicalJson(a), canonicalJson(b)) >= 0 ? a : b;
}

function rank(result: AttemptResult | undefined): number {
  return result === undefined ? -1 : results.indexOf(result);
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  return a !== undefined && (b === undefined || a > b) ? a : b;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
