import type { AttemptPlan } from '../attempt/attempt-plan.ts';
import type { CallingSlot } from '../attempt/calling-slots.ts';
import type { ListPlanInput } from './list-plan-input.ts';
import { nextChance, type ReachGroup } from './reach-curve.ts';

/** People alike in all that matters for what comes next. `people` is a mean: it has a fraction. */
export interface Cohort {
  readonly group: ReachGroup;
  /** Attempts made. */
  readonly made: number;
  /** Day-parts used, as bits. */
  readonly used: number;
  /** What the attempts made were worth. */
  readonly weight: number;
  /** Epoch milliseconds from which they may be called. */
  readonly readyAt: number;
  readonly people: number;
}

/** What a stretch of time did. */
export interface FlowStep {
  readonly cohorts: readonly Cohort[];
  /** Attempts made and complete questionnaires by rank of attempt, 0 = first. */
  readonly attempts: readonly number[];
  readonly useful: readonly number[];
  /** Agents' time used. */
  readonly seconds: number;
}

/**
 * Calls for one stretch of open time: whoever the dispatcher would call, earliest promise first, as many as agents, lines and dials allow. Means
 * only: what chance adds is in the interval.
 */
export function flowStep(
  cohorts: readonly Cohort[],
  slot: CallingSlot,
  plan: AttemptPlan,
  input: Pick<ListPlanInput, 'policy' | 'agents' | 'occupancy' | 'handling' | 'quotas'>,
): FlowStep {
  const { policy, handling, quotas } = input;
  const seconds = (slot.to - slot.from) / 1000;
  let left = Math.min(input.agents, quotas.concurrentCalls) * seconds * input.occupancy;
  let dials = quotas.dialsPerSecond * seconds;
  const part = policy.dayParts[slot.part]?.code ?? '';
  const attempts = policy.dayParts.length === 0 ? [] : Array<number>(policy.maxAttempts).fill(0);
  const useful = [...attempts];
  const next: Cohort[] = [];
  let used = 0;
  const due = cohorts.map((cohort) => ({ cohort, promise: promiseOf(cohort, slot, plan, policy.maxAttempts) }));
  const inOrder = due.toSorted(
    (a, b) => (a.promise ?? Number.POSITIVE_INFINITY) - (b.promise ?? Number.POSITIVE_INFINITY),
  );
  for (const { cohort, promise } of inOrder) {
    const worth = cohort.group.dayParts[part] ?? 1;
    const chance = nextChance(cohort.group, cohort.weight, worth);
    const each = chance * handling.usefulSeconds + (1 - chance) * handling.failedSeconds;
    const called = promise === undefined ? 0 : Math.min(cohort.people, left / each, dials);
    const { made } = cohort;
    if (called < cohort.people) {
      next.push({ ...cohort, people: cohort.people - called });
    }
    if (called > 0) {
      left -= called * each;
      dials -= called;
      used += called * each;
      attempts[made] = (attempts[made] ?? 0) + called;
      useful[made] = (useful[made] ?? 0) + called * chance;
      next.push({
        group: cohort.group,
        made: made + 1,
        used: cohort.used | (1 << slot.part),
        weight: cohort.weight + worth,
        readyAt: slot.to + policy.minimumGapMinutes * 60_000,
        people: called * (1 - chance) * (1 - cohort.group.stopShare),
      });
    }
  }
  return { cohorts: merged(next), attempts, useful, seconds: used };
}

/** By when the attempt that the policy asks for now must start; undefined when it asks for none in this stretch. */
function promiseOf(cohort: Cohort, slot: CallingSlot, plan: AttemptPlan, maxAttempts: number): number | undefined {
  const left = maxAttempts - cohort.made;
  const from = Math.max(cohort.readyAt, slot.from);
  if (left <= 0 || from >= slot.to) {
    return undefined;
  }
  const goal = plan.goal(left, cohort.used, from);
  const start =
    goal === undefined
      ? undefined
      : (plan.firstStart(goal, cohort.used, from, true) ?? plan.firstStart(goal, cohort.used, from));
  return goal === undefined || start === undefined || start >= slot.to
    ? undefined
    : plan.latestStart(goal, cohort.used);
}

/** Cohorts that nothing tells apart any more are one; crumbs of people are dropped. */
function merged(cohorts: readonly Cohort[]): readonly Cohort[] {
  const byKey = new Map<string, Cohort>();
  for (const cohort of cohorts) {
    const { group, made, used, weight, readyAt } = cohort;
    const key = [group.label, made, used, weight.toFixed(6), readyAt].join('|');
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? cohort : { ...known, people: known.people + cohort.people });
  }
  return [...byKey.values()].filter(({ people }) => people > 1e-9);
}
