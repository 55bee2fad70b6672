import { type AttemptPlan, attemptPlan } from '../attempt/attempt-plan.ts';
import type { CallingSlot } from '../attempt/calling-slots.ts';
import { epochMs, isoInstant } from '../calendar/local-time.ts';
import { type Cohort, flowStep } from './list-flow.ts';
import { checkListPlanInput, type ListPlanInput } from './list-plan-input.ts';

/** Where a list stands: expected, or observed and fitted. */
export interface ListState {
  /** ISO instant. */
  readonly at: string;
  readonly cohorts: readonly Cohort[];
  /** By rank of attempt, 0 = first. */
  readonly attempts: readonly number[];
  readonly useful: readonly number[];
  readonly agentHours: number;
}

/** What is expected of a list, in means. */
export interface ListPlan {
  /** At each step of a quarter of an hour of open time, ascending; the last one is the end. */
  readonly states: readonly ListState[];
  readonly end: ListState;
  /** Open hours in the window, and agent-hours in them once occupancy is taken off. */
  readonly openHours: number;
  readonly agentHours: number;
  /** People who are not reached, may still be tried and had fewer than the policy's attempts, by attempts made (0 = none) and by group. */
  readonly short: {
    readonly byAttempts: readonly number[];
    readonly byGroup: Readonly<Record<string, number>>;
    readonly people: number;
  };
}

const stepMs = 15 * 60_000;

/** Plays a list in means, from its activation or from where it stands (REFLEX-31, REFLEX-17). */
export function planList(input: ListPlanInput, from: ListState = startOf(input)): ListPlan {
  checkListPlanInput(input);
  const { policy, calendar, window } = input;
  const plan = attemptPlan(policy, calendar, undefined, window);
  const states: ListState[] = [];
  let state = from;
  for (const step of stepsFrom(plan, epochMs(from.at))) {
    const { cohorts, attempts, useful, seconds } = flowStep(state.cohorts, step, plan, input);
    state = {
      at: isoInstant(step.to),
      cohorts,
      attempts: added(state.attempts, attempts),
      useful: added(state.useful, useful),
      agentHours: state.agentHours + seconds / 3600,
    };
    states.push(state);
  }
  const openHours = plan.slots.reduce((sum, slot) => sum + (slot.to - slot.from) / 3_600_000, 0);
  const working = Math.min(input.agents, input.quotas.concurrentCalls);
  return {
    states,
    end: state,
    openHours,
    agentHours: working * openHours * input.occupancy,
    short: shortOf(state.cohorts, policy.maxAttempts),
  };
}

export function total(byRank: readonly number[]): number {
  return byRank.reduce((sum, one) => sum + one, 0);
}

function startOf({ callable, reach, window, policy }: ListPlanInput): ListState {
  const none = Array<number>(policy.maxAttempts).fill(0);
  return {
    at: window.from,
    cohorts: reach.groups.map((group) => ({
      group,
      made: 0,
      used: 0,
      weight: 0,
      readyAt: epochMs(window.from),
      people: callable * group.share,
    })),
    attempts: none,
    useful: none,
    agentHours: 0,
  };
}

function stepsFrom(plan: AttemptPlan, from: number): readonly CallingSlot[] {
  return plan.slots.flatMap((slot) => {
    const steps: CallingSlot[] = [];
    for (let start = Math.max(slot.from, from); start < slot.to; start += stepMs) {
      steps.push({ part: slot.part, from: start, to: Math.min(start + stepMs, slot.to) });
    }
    return steps;
  });
}

function shortOf(cohorts: readonly Cohort[], maxAttempts: number): ListPlan['short'] {
  const byAttempts = Array<number>(maxAttempts).fill(0);
  const byGroup: Record<string, number> = {};
  for (const { made, group, people } of cohorts.filter((one) => one.made < maxAttempts)) {
    byAttempts[made] = (byAttempts[made] ?? 0) + people;
    byGroup[group.label] = (byGroup[group.label] ?? 0) + people;
  }
  return { byAttempts, byGroup, people: total(byAttempts) };
}

function added(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((one, index) => one + (b[index] ?? 0));
}
