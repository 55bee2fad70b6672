import { epochMs, isoInstant } from '../calendar/local-time.ts';
import type { NextAttempt, PastAttempt, PersonFacts } from './attempt-facts.ts';
import type { AttemptPlan } from './attempt-plan.ts';
import type { AttemptPolicy } from './attempt-policy.ts';
import { countedAttempts } from './counted-attempts.ts';
import type { Disposition } from './dispositions.ts';
import { numberFor, usableNumbers } from './numbers-of-person.ts';

/** Another call that was promised in a conversation: by the level (« jaune : rappel sous 24 h ») or as the person wished. Instants are ISO UTC. */
export interface PromisedCall {
  /** When the agent wrote it down, just after the conversation. */
  readonly since: string;
  /** Not before: the person has just been talked to. */
  readonly notBefore: string;
  /** At the latest. */
  readonly by: string;
  /** Attempts made since, by start. */
  readonly made: readonly PastAttempt[];
  /** Attempts of it that may still be made. */
  readonly left: number;
  /** Somebody was talked to since. */
  readonly kept: boolean;
}

/**
 * What became of a promised call: `carried` = its cycle ended first, and the next one calls the person by then; `late` = broken. The others say why
 * nobody will call any more.
 */
export type PromiseState = 'kept' | 'unreached' | 'carried' | 'removed' | 'stopped' | 'no-number' | 'manual' | 'late';

/** Somebody was at the other end, and an agent with them. */
const spoken: ReadonlySet<Disposition | undefined> = new Set<Disposition>([
  'complete',
  'partial',
  'call-later',
  'refused',
  'helper-answered',
  'hospitalised',
  'away',
  'moved',
  'deceased',
  'language-barrier',
  'hearing',
  'unqualified',
]);

/** The call promised in these attempts; undefined when none was, or the policy has none. Only one is promised a cycle. */
export function promisedCall(attempts: readonly PastAttempt[], policy: AttemptPolicy): PromisedCall | undefined {
  if (policy.promisedCall === undefined || !attempts.some(({ promisedAt }) => promisedAt !== undefined)) {
    return undefined;
  }
  const sorted = attempts.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const index = sorted.findIndex(({ promisedAt }) => promisedAt !== undefined);
  const since = sorted[index]?.promisedAt;
  if (since === undefined) {
    return undefined;
  }
  const { withinHours, notBeforeHours, attempts: most } = policy.promisedCall;
  const made = sorted.slice(index + 1);
  const counted = countedAttempts(sorted, policy).filter((one) => made.includes(one)).length;
  return {
    since,
    notBefore: isoInstant(epochMs(since) + notBeforeHours * 3_600_000),
    by: isoInstant(epochMs(since) + withinHours * 3_600_000),
    made,
    left: Math.max(0, most - counted),
    kept: made.some(({ disposition }) => spoken.has(disposition)),
  };
}

/** The next attempt of a promised call, judged at `at` (COMMON-38): in calling hours, after the policy's gap, before its hour and the end of the cycle. */
export function nextPromised(
  facts: PersonFacts,
  promise: PromisedCall,
  { policy, plan, at }: { readonly policy: AttemptPolicy; readonly plan: AttemptPlan; readonly at: string },
): NextAttempt | { readonly type: 'over'; readonly state: PromiseState } {
  const pending = promise.made.find(({ endedAt }) => endedAt === undefined);
  if (pending !== undefined) {
    return { type: 'pending', n: pending.n };
  }
  const end = Math.min(epochMs(promise.by), epochMs(facts.window.until));
  const over = stateOf(facts, promise);
  if (over !== undefined) {
    return { type: 'over', state: over };
  }
  const numbers = usableNumbers(facts).filter((key) => facts.manualNumbers?.includes(key) !== true);
  const [last] = promise.made.slice(-1);
  const isFree = last !== undefined && last.n !== 0 && !countedAttempts(facts.attempts, policy).includes(last);
  const ready = [
    epochMs(at),
    epochMs(promise.notBefore),
    epochMs(facts.notBefore ?? at),
    ...(last?.endedAt === undefined
      ? []
      : [epochMs(last.endedAt) + (isFree ? policy.freeRetries.afterMinutes : policy.minimumGapMinutes) * 60_000]),
  ];
  const start = plan.anyStart(Math.max(...ready));
  if (start === undefined || start >= end) {
    const isCarried = promise.by > facts.window.until;
    return { type: 'over', state: promise.made.length > 0 ? 'unreached' : isCarried ? 'carried' : 'late' };
  }
  const latest = plan.lastStart(end) ?? start;
  return {
    type: 'dial',
    n: facts.attempts.reduce((most, { n }) => Math.max(most, n), 0) + 1,
    dialAt: isoInstant(start),
    numberKey: numberFor(facts, numbers, undefined),
    promise: isoInstant(Math.max(start, latest)),
    feasible: true,
  };
}

/** Why nobody calls any more, whatever the hour; undefined when somebody may. */
function stateOf(facts: PersonFacts, { kept, left, made }: PromisedCall): PromiseState | undefined {
  if (kept) {
    return 'kept';
  }
  if (facts.removed === true || facts.deceased === true) {
    return 'removed';
  }
  if (facts.stopped === true) {
    return 'stopped';
  }
  if (left === 0) {
    return 'unreached';
  }
  const usable = usableNumbers(facts);
  if (usable.length === 0) {
    return made.length > 0 ? 'unreached' : 'no-number';
  }
  return usable.every((key) => facts.manualNumbers?.includes(key) === true) ? 'manual' : undefined;
}
