import { type ListPlan, type ListState, planList, total } from './list-plan.ts';
import type { ListPlanInput } from './list-plan-input.ts';
import { normalShare } from './normal-share.ts';

/** Of complete questionnaires at the deadline. `low` to `high` holds what will be with a chance of 95 %. */
export interface UsefulForecast {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Chance that there is more to do than agents' time, 0..1. */
  readonly overload: number;
}

/** Half-width of a 95 % interval, in standard deviations. */
const normal95 = 1.96;

/**
 * Interval around a plan's expectation. With agents to spare, chance is in who answers: each person a draw of the group's Beta, and the curve itself
 * known from so many people only (beta-binomial). Without, agents' time decides how many attempts are made, and chance is in how long they take
 * (renewal with reward). In between the two are mixed by the chance that time lacks.
 */
export function usefulForecast(input: ListPlanInput, plan: ListPlan, from?: ListState): UsefulForecast {
  const before = {
    attempts: total(from?.attempts ?? []),
    useful: total(from?.useful ?? []),
    hours: from?.agentHours ?? 0,
  };
  const people = from === undefined ? input.callable : from.cohorts.reduce((sum, one) => sum + one.people, 0);
  const free = planList(
    { ...input, agents: unlimited, quotas: { concurrentCalls: unlimited, dialsPerSecond: unlimited } },
    from,
  );
  const mean = total(plan.end.useful);
  if (people < 1e-9) {
    return { mean, low: mean, high: mean, overload: 0 };
  }
  const wanted = {
    useful: total(free.end.useful) - before.useful,
    attempts: total(free.end.attempts) - before.attempts,
    seconds: (free.end.agentHours - before.hours) * 3600,
  };
  const made = {
    useful: mean - before.useful,
    attempts: total(plan.end.attempts) - before.attempts,
    seconds: (plan.end.agentHours - before.hours) * 3600,
  };
  const available = capacitySeconds(plan, from, input);
  const overload = normalShare((wanted.seconds - available) / Math.sqrt(timeVariance(wanted, people, input)));
  const variance =
    (1 - overload) * demandVariance(wanted.useful / people, people, input) +
    overload * timeLimitedVariance(made, input);
  const spread = normal95 * Math.sqrt(variance);
  return {
    mean,
    low: Math.max(before.useful, Math.ceil(mean - spread - 0.5)),
    high: Math.min(before.useful + people, Math.floor(mean + spread + 0.5)),
    overload,
  };
}

const unlimited = 1e9;

interface Work {
  readonly useful: number;
  readonly attempts: number;
  readonly seconds: number;
}

function capacitySeconds(plan: ListPlan, from: ListState | undefined, { window }: ListPlanInput): number {
  const all = plan.agentHours * 3600;
  const first = from?.at ?? window.from;
  const steps = plan.states.filter(({ at }) => at > first).length;
  const allSteps = Math.max(1, Math.round(plan.openHours * 4));
  return from === undefined ? all : (all * steps) / allSteps;
}

function demandVariance(share: number, people: number, { reach }: ListPlanInput): number {
  const binomial = people * share * (1 - share);
  return binomial * (1 + (people - 1) / (reach.evidencePeople + 1));
}

/** Of the agents' time that everybody's attempts would take: who needs four attempts and whom one is enough. */
function timeVariance({ useful, attempts }: Work, people: number, { handling }: ListPlanInput): number {
  const share = useful / people;
  const fails = (attempts - useful) / people;
  const spread = share * (1 - share) * (handling.usefulSeconds - fails * handling.failedSeconds) ** 2;
  const talk = useful * (handling.variation * handling.usefulSeconds) ** 2;
  const lost = (attempts - useful) * (handling.variation * handling.failedSeconds) ** 2;
  return people * spread + talk + lost + 1;
}

function timeLimitedVariance({ useful, attempts, seconds }: Work, { handling }: ListPlanInput): number {
  if (attempts === 0 || seconds === 0) {
    return 0;
  }
  const { usefulSeconds, failedSeconds, variation } = handling;
  const chance = useful / attempts;
  const perSecond = useful / seconds;
  const reward = chance * (1 - chance) * (1 - perSecond * (usefulSeconds - failedSeconds)) ** 2;
  const noise = (chance * usefulSeconds ** 2 + (1 - chance) * failedSeconds ** 2) * (perSecond * variation) ** 2;
  return attempts * (reward + noise);
}
