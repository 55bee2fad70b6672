import type { CallbackResolution, Scheme } from '../journal/entry.ts';
import type { Attempt, NumberFacts, Source } from './number-facts.ts';

/** One callback: the calls it answers for, the attempts made, and how it ended. */
export interface Callback {
  readonly id: string;
  readonly scheme: Scheme;
  /** Local day of the first call. */
  readonly day: string;
  /** Oldest first, at least one. */
  readonly sources: readonly [Source, ...Source[]];
  readonly attempts: readonly Attempt[];
  readonly deadline: string;
  readonly maxAttempts: number;
  readonly closed?: Closing;
}

interface Closing {
  readonly resolution: CallbackResolution;
  /** When it happened. */
  readonly at: string;
  /** Calls that started before this instant are answered by it; later ones open a new callback. */
  readonly since: string;
}

/** At one instant, what counts most for the person first. */
const precedence: readonly CallbackResolution[] = ['reached', 'answered-inbound', 'not-dialable', 'not-reached'];

/** The callback that this call opens when none is open for its number. Derived from inputs (design decision 6). */
export function callbackIdOf(callId: string): string {
  return `cb-${callId}`;
}

/**
 * Callbacks of one number, oldest first (SAMPS-04): a call joins the callback that is open when it starts, else opens one. The first of these
 * closes it: a conversation on a later call, an attempt that reached the person, a number that cannot be dialled, the last attempt allowed,
 * the deadline of its newest call (if that is not after `asOf`). At most the last one is open.
 */
export function callbacksOf(facts: NumberFacts, asOf: string): readonly Callback[] {
  const answered = new Set(facts.conversations.map(({ callId }) => callId));
  const callbacks: Callback[] = [];
  for (const source of facts.sources.filter(({ callId, withdrawn }) => withdrawn !== true && !answered.has(callId))) {
    const last = callbacks.at(-1);
    const current = last === undefined ? undefined : build(last.sources, facts, source.startedAt);
    if (current === undefined || (current.closed !== undefined && current.closed.since <= source.startedAt)) {
      callbacks.push(build([source], facts, source.startedAt));
    } else {
      callbacks[callbacks.length - 1] = build([...current.sources, source], facts, source.startedAt);
    }
  }
  return callbacks.map((callback) => build(callback.sources, facts, asOf));
}

/** The open callback of a number, if any. */
export function openCallback(facts: NumberFacts, asOf: string): Callback | undefined {
  const last = callbacksOf(facts, asOf).at(-1);
  return last?.closed === undefined ? last : undefined;
}

function build(sources: Callback['sources'], facts: NumberFacts, asOf: string): Callback {
  const [head] = sources;
  const newest = sources.at(-1) ?? head;
  const since = facts.attempts.filter(({ startedAt }) => startedAt >= head.startedAt);
  const closed = firstClosing([
    ...facts.conversations
      .filter(({ startedAt }) => startedAt > head.startedAt)
      .map((talk) => ({ resolution: 'answered-inbound', at: talk.talkedAt, since: talk.startedAt }) as const),
    ...facts.attempts.flatMap(closingOf).filter((closing) => closing.since > head.startedAt),
    ...exhaustion(since, head.maxAttempts),
    ...(newest.deadline <= asOf
      ? [{ resolution: 'not-reached', at: newest.deadline, since: newest.deadline } as const]
      : []),
  ]);
  return {
    id: callbackIdOf(head.callId),
    scheme: head.scheme,
    day: head.day,
    sources,
    attempts: closed === undefined ? since : since.filter(({ startedAt }) => startedAt < closed.since),
    deadline: newest.deadline,
    maxAttempts: head.maxAttempts,
    ...(closed === undefined ? {} : { closed }),
  };
}

function closingOf({ result, talkedAt, endedAt }: Attempt): readonly Closing[] {
  if (result === 'reached' && talkedAt !== undefined) {
    return [{ resolution: 'reached', at: talkedAt, since: talkedAt }];
  }
  if ((result === 'invalid-number' || result === 'refused') && endedAt !== undefined) {
    return [{ resolution: 'not-dialable', at: endedAt, since: endedAt }];
  }
  return [];
}

function exhaustion(attempts: readonly Attempt[], max: number): readonly Closing[] {
  const ends = attempts
    .flatMap(({ result, endedAt }) => (result === 'reached' || endedAt === undefined ? [] : [endedAt]))
    .sort();
  const last = ends[max - 1];
  return last === undefined ? [] : [{ resolution: 'not-reached', at: last, since: last }];
}

function firstClosing(closings: readonly Closing[]): Closing | undefined {
  return closings.toSorted((a, b) => {
    // Whoever talked first: a call that started earlier may still be waiting when the callback is answered.
    if (a.at !== b.at) {
      return a.at < b.at ? -1 : 1;
    }
    return precedence.indexOf(a.resolution) - precedence.indexOf(b.resolution) || (a.since < b.since ? -1 : 1);
  })[0];
}
