import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, isoInstant } from '../calendar/local-time.ts';
import type { ClosedState, NextAttempt, PastAttempt, PersonFacts } from './attempt-facts.ts';
import { type AttemptPlan, attemptPlan } from './attempt-plan.ts';
import type { AttemptPolicy } from './attempt-policy.ts';
import { countedAttempts } from './counted-attempts.ts';
import { effectOf } from './dispositions.ts';
import { numberFor, usableNumbers } from './numbers-of-person.ts';

/** A person who asked for an hour is called at the latest this long after it. */
const askedPatienceMs = 15 * 60_000;

/**
 * What is to be done next for a person (REFLEX-03, -04, -22, COMMON-38), judged at the instant `at`. A dial is never before `at`, always inside
 * the hours of the programme and of the callee, and no more than the policy's attempts are ever asked for.
 */
export function nextAttempt(
  facts: PersonFacts,
  policy: AttemptPolicy,
  calendar: ProgrammeCalendar,
  at: string,
): NextAttempt {
  const counted = countedAttempts(facts.attempts, policy);
  const closed = closedState(facts, counted.length >= policy.maxAttempts, at);
  if (closed !== undefined) {
    return { type: 'closed', state: closed };
  }
  const pending = facts.attempts.find(({ endedAt }) => endedAt === undefined);
  if (pending !== undefined) {
    return { type: 'pending', n: pending.n };
  }
  const last = facts.attempts.at(-1);
  if (last?.disposition !== undefined && effectOf(last.disposition).list === 'adapted-agent') {
    return { type: 'manual', reason: 'adapted-agent', until: facts.window.until };
  }
  const left = policy.maxAttempts - counted.length;
  if (left <= 0) {
    return { type: 'closed', state: 'unreachable' };
  }
  const usable = usableNumbers(facts);
  if (usable.length === 0) {
    return { type: 'closed', state: 'no-number' };
  }
  const numbers = usable.filter((key) => facts.manualNumbers?.includes(key) !== true);
  if (numbers.length === 0) {
    return { type: 'manual', reason: 'unconfirmed-prefix', until: facts.window.until };
  }
  const plan = attemptPlan(policy, calendar, facts.zones, facts.window);
  return dial(facts, { policy, plan, counted, left, numbers, at });
}

interface Ground {
  readonly policy: AttemptPolicy;
  readonly plan: AttemptPlan;
  readonly counted: readonly PastAttempt[];
  readonly left: number;
  readonly numbers: readonly string[];
  readonly at: string;
}

function dial(facts: PersonFacts, { policy, plan, counted, left, numbers, at }: Ground): NextAttempt {
  const last = facts.attempts.at(-1);
  const retry = last?.disposition === undefined ? 'next-day-part' : effectOf(last.disposition).retry;
  const isFree = last !== undefined && last.n !== 0 && counted.at(-1) !== last;
  const used = counted.reduce((set, { startedAt }) => set | bitOf(plan.partAt(epochMs(startedAt))), 0);
  const ready = Math.max(
    epochMs(at),
    epochMs(facts.window.from),
    ...[
      facts.notBefore,
      ...counted.map(({ endedAt }) => after(endedAt, policy.minimumGapMinutes)),
      // Who rang us and was talked to is left alone as long as who was called.
      last?.n === 0 ? after(last.endedAt, policy.minimumGapMinutes) : undefined,
    ].flatMap((one) => (one === undefined ? [] : [epochMs(one)])),
  );
  const asked = retry === 'asked-time' ? last?.askedFor : undefined;
  const from = Math.max(
    ready,
    isFree ? epochMs(after(last.endedAt, policy.freeRetries.afterMinutes) ?? at) : ready,
    asked === undefined ? ready : epochMs(asked),
  );
  const goal = plan.goal(left, used, from);
  const soonest = asked !== undefined || isFree ? plan.anyStart(from) : undefined;
  const start =
    soonest ??
    (goal && (plan.firstStart(goal, used, from, true) ?? plan.firstStart(goal, used, from))) ??
    plan.anyStart(from);
  if (start === undefined) {
    return { type: 'closed', state: outOfTime(facts) };
  }
  const latest = goal === undefined ? start : plan.latestStart(goal, used);
  const owed =
    facts.promisedBy === undefined || counted.length > 0 ? latest : Math.min(latest, epochMs(facts.promisedBy));
  const promise = asked === undefined ? owed : Math.min(owed, start + askedPatienceMs);
  const keepsNumber = asked !== undefined || isFree || last?.disposition === 'partial';
  return {
    type: 'dial',
    n: facts.attempts.reduce((most, { n }) => Math.max(most, n), 0) + 1,
    dialAt: isoInstant(start),
    numberKey: numberFor(facts, numbers, keepsNumber ? last?.numberKey : undefined),
    promise: isoInstant(Math.max(promise, start)),
    feasible: goal?.attempts === left && goal.parts === policy.minimumDayParts,
  };
}

/** Why nothing more is to be done for the person; undefined when something is. */
function closedState(facts: PersonFacts, isExhausted: boolean, at: string): ClosedState | undefined {
  if (facts.deceased === true) {
    return 'deceased';
  }
  const stop = facts.attempts.map(stopOf).find((state) => state !== undefined);
  if (stop !== undefined) {
    return stop;
  }
  if (facts.removed === true) {
    return 'removed';
  }
  if (facts.channel === 'other') {
    return 'other-channel';
  }
  const isInFlight = facts.attempts.some(({ endedAt }) => endedAt === undefined);
  if (facts.stopped === true && !isInFlight) {
    return 'stopped';
  }
  if (facts.absentUntil !== undefined && facts.absentUntil > facts.window.from) {
    return 'away';
  }
  if (facts.numbers.length === 0) {
    return 'no-number';
  }
  // An attempt that is still in flight at the deadline ends first.
  return facts.window.until <= at && !isInFlight ? closedAtDeadline(facts, isExhausted) : undefined;
}

function closedAtDeadline(facts: PersonFacts, isExhausted: boolean): ClosedState {
  const last = facts.attempts.at(-1)?.disposition;
  if (last !== undefined && effectOf(last).list === 'adapted-agent') {
    return 'adapted-agent';
  }
  return isExhausted ? 'unreachable' : outOfTime(facts);
}

/** Who asked for another hour chose when they would be called: attempts that no longer fit are not owed. */
function outOfTime({ attempts }: PersonFacts): ClosedState {
  return attempts.some(({ disposition }) => disposition === 'call-later') ? 'asked-later' : 'deadline';
}

function stopOf({ disposition, complete }: PastAttempt): ClosedState | undefined {
  switch (disposition) {
    case 'complete':
      return 'useful';
    case 'helper-answered':
      return complete === true ? 'useful' : undefined;
    case 'refused':
    case 'hospitalised':
    case 'away':
    case 'moved':
    case 'deceased':
      return disposition;
    default:
      return undefined;
  }
}

function bitOf(part: number | undefined): number {
  return part === undefined ? 0 : 1 << part;
}

function after(instant: string | undefined, minutes: number): string | undefined {
  return instant === undefined ? undefined : isoInstant(epochMs(instant) + minutes * 60_000);
}
