import { epochMs, isoInstant } from '../calendar/local-time.ts';
import { onDuty } from './duty-roster.ts';
import type { Cause, ReferralFacts, Telling } from './referral-facts.ts';
import type { Cell, ReferralLevel, ReferralRules, ReferralStep } from './referral-rules.ts';
import { referralState, severity } from './referral-state.ts';

/** Whoever writes a fact does its effects within this; then anybody may. A minute's tick follows, so a crash costs 65 s at most. */
export const leaseMs = 5_000;

/**
 * When the clock must look at a referral again: what is written and not done yet, else the next step of its level. Absent once closed. As long as it
 * is open there is a next date (design §2.3), whoever is away.
 */
export function dueAt(facts: ReferralFacts, rules: ReferralRules): string | undefined {
  const pending = [...facts.causes, ...facts.tellings, ...facts.acknowledgements, ...facts.closings]
    .filter(({ done }) => done === undefined)
    .map(({ at }) => epochMs(at) + leaseMs);
  const clock = runningClock(facts, rules);
  if (pending.length > 0) {
    // What leaves with others waits for them, and its line of the index does not move.
    return isoInstant(clock?.isGathered === true ? clock.timeOf(Math.max(0, clock.told)) : Math.min(...pending));
  }
  return clock === undefined ? undefined : isoInstant(clock.timeOf(clock.told + 1));
}

/**
 * The telling that is due at `at`, if any. After an outage the latest step alone is done: three reminders at once help nobody.
 */
export function dueTelling(
  facts: ReferralFacts,
  cell: Cell,
  rules: ReferralRules,
  timeZone: string,
  at: string,
): Telling | undefined {
  const clock = runningClock(facts, rules);
  if (clock === undefined || clock.timeOf(clock.told + 1) > epochMs(at)) {
    return undefined;
  }
  let n = clock.told + 1;
  while (clock.timeOf(n + 1) <= epochMs(at)) {
    n += 1;
  }
  const { type, to } = clock.stepOf(n);
  const { cause, phase } = clock;
  return {
    id: `${cause.id}#${phase}#${n}`,
    at,
    type,
    to: contactOf(to, onDuty(cell, rules, timeZone, at), rules),
    cause: cause.id,
    phase,
    n,
  };
}

interface RunningClock {
  readonly cause: Cause;
  readonly phase: Telling['phase'];
  /** Rank of the last step that was told, -1 before the first. */
  readonly told: number;
  /** Its notices leave with those of others. */
  readonly isGathered: boolean;
  readonly timeOf: (n: number) => number;
  readonly stepOf: (n: number) => ReferralStep;
}

function runningClock(facts: ReferralFacts, rules: ReferralRules): RunningClock | undefined {
  const { state, running: cause } = referralState(facts, rules);
  const level = cause === undefined ? undefined : rules.levels[severity(cause.level, rules)];
  if (cause === undefined || level === undefined) {
    return undefined;
  }
  const phase = state === 'new' ? 'acknowledge' : 'handle';
  const ranks = facts.tellings.filter((one) => one.cause === cause.id && one.phase === phase).map(({ n }) => n);
  const steps = phase === 'acknowledge' ? level.steps : handleSteps(level);
  const last = steps.length - 1;
  const minutesOf = (n: number) =>
    (steps[Math.min(n, last)]?.afterMinutes ?? 0) + Math.max(0, n - last) * level.repeatMinutes;
  return {
    cause,
    phase,
    told: Math.max(-1, ...ranks),
    isGathered: level.groupMinutes !== undefined,
    timeOf: (n) => gathered(epochMs(cause.at) + minutesOf(n) * 60_000, level),
    stepOf: (n) =>
      steps[n] ?? { afterMinutes: minutesOf(n), type: 'remind', to: phase === 'handle' ? 0 : 'supervisor' },
  };
}

function gathered(ms: number, { groupMinutes }: ReferralLevel): number {
  return groupMinutes === undefined ? ms : Math.ceil(ms / (groupMinutes * 60_000)) * groupMinutes * 60_000;
}

/** Once acknowledged, its cell alone is reminded. */
function handleSteps({ handleWithinMinutes }: ReferralLevel): readonly ReferralStep[] {
  return [{ afterMinutes: handleWithinMinutes, type: 'remind', to: 0 }];
}

function contactOf(to: ReferralStep['to'], duty: readonly string[], { supervisor }: ReferralRules): string {
  return (to === 'supervisor' ? undefined : (duty[to] ?? duty.at(-1))) ?? supervisor.code;
}
