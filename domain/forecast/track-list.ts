import { epochMs } from '../calendar/local-time.ts';
import type { Cohort } from './list-flow.ts';
import { type ListPlan, type ListState, planList, total } from './list-plan.ts';
import type { ListPlanInput } from './list-plan-input.ts';
import type { ReachGroup } from './reach-curve.ts';
import { type UsefulForecast, usefulForecast } from './useful-interval.ts';

/** What has happened so far in a cycle. */
export interface ObservedList {
  /** ISO instant. */
  readonly at: string;
  /** Attempts that count, and complete questionnaires, by rank of attempt (0 = first). */
  readonly attempts: readonly number[];
  readonly useful: readonly number[];
  /** People who may still be called, by attempts made (0 = none). */
  readonly open: readonly number[];
}

/** The objective followed live (REFLEX-17). Shares are of the people loaded. */
export interface Tracking {
  readonly usefulShare: number;
  /** What the plan expected at this instant. */
  readonly expectedShare: number;
  /** At the deadline, given what has happened. */
  readonly forecast: UsefulForecast;
  readonly forecastShare: number;
  /** The objective is not expected any more. */
  readonly isLate: boolean;
  /** How much easier (above 1) or harder people are to reach than the curve said. */
  readonly reachFactor: number;
}

/**
 * Where a cycle stands against its plan, and where it goes: people left are called on as planned, with the reach curve corrected by what was seen,
 * as much as the evidence behind the curve lets it.
 */
export function trackList(input: ListPlanInput, plan: ListPlan, observed: ObservedList): Tracking {
  const planned = plannedAt(plan, observed.at);
  const reachFactor = factorOf(input, plan, observed);
  const groups = new Map(input.reach.groups.map((group) => [group.label, scaled(group, reachFactor, input)]));
  const fitted: ListPlanInput = { ...input, reach: { ...input.reach, groups: [...groups.values()] } };
  const from: ListState = {
    at: observed.at,
    cohorts: observed.open.flatMap((people, made) => cohortsOf(people, made, planned, fitted, groups)),
    attempts: observed.attempts,
    useful: observed.useful,
    agentHours: 0,
  };
  const forecast = usefulForecast(fitted, planList(fitted, from), from);
  const { loaded, objective } = input;
  return {
    usefulShare: total(observed.useful) / loaded,
    expectedShare: planned === undefined ? 0 : total(planned.useful) / loaded,
    forecast,
    forecastShare: forecast.mean / loaded,
    isLate: forecast.mean < objective * loaded - 0.5,
    reachFactor,
  };
}

/** State that the plan expects at an instant: the last one at or before it; none before the first. */
export function plannedAt({ states }: ListPlan, at: string): ListState | undefined {
  return states.findLast((state) => epochMs(state.at) <= epochMs(at));
}

/** Questionnaires seen against those the curve gives for the same attempts, shrunk towards 1 by what the curve was measured on. */
function factorOf({ reach }: ListPlanInput, { end }: ListPlan, { attempts, useful }: ObservedList): number {
  const expected = total(
    attempts.map((made, rank) => (made * (end.useful[rank] ?? 0)) / Math.max(1e-9, end.attempts[rank] ?? 0)),
  );
  const share = total(end.useful) / Math.max(1e-9, end.attempts[0] ?? 0);
  const evidence = reach.evidencePeople * share;
  return (evidence + total(useful)) / (evidence + expected);
}

function scaled(group: ReachGroup, factor: number, { policy }: ListPlanInput): ReachGroup {
  const worth = policy.dayParts.map(({ code }) => [code, (group.dayParts[code] ?? 1) * factor] as const);
  return { ...group, dayParts: Object.fromEntries(worth) };
}

/** People with so many attempts, spread as the plan expects those to be. */
function cohortsOf(
  people: number,
  made: number,
  planned: ListState | undefined,
  { policy, reach }: ListPlanInput,
  groups: ReadonlyMap<string, ReachGroup>,
): readonly Cohort[] {
  const alike = planned?.cohorts.filter((cohort) => cohort.made === made) ?? [];
  const expected = alike.reduce((sum, cohort) => sum + cohort.people, 0);
  if (expected > 0) {
    return alike.map((cohort) => ({
      ...cohort,
      group: groups.get(cohort.group.label) ?? cohort.group,
      people: (cohort.people * people) / expected,
    }));
  }
  // The plan expects nobody there: they are spread over the groups, their attempts over the first parts of the day.
  const used = (1 << Math.min(made, policy.dayParts.length)) - 1;
  return reach.groups.map((group) => ({ group, made, used, weight: made, readyAt: 0, people: people * group.share }));
}
