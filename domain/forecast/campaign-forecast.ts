import type { AttemptPolicy } from '../attempt/attempt-policy.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { newCycle } from '../campaign/new-cycle.ts';
import type { ChangeCosts } from './feasibility.ts';
import type { ListPlanInput } from './list-plan-input.ts';
import type { ReachCurve } from './reach-curve.ts';

/** What a kind of campaign is forecast from: live data, measured on past cycles. */
export interface CampaignForecast {
  /** How people are found: somebody answers who can speak for them. */
  readonly reach: ReachCurve;
  /** Share of those found whose questionnaire is then complete; the others are tried again or stop. */
  readonly completion: number;
  readonly handling: ListPlanInput['handling'];
  /**
   * Another call within a day, promised in a conversation: share of complete questionnaires, and agents' time that each takes with the tries that find
   * nobody. Absent = none is counted.
   */
  readonly promisedCalls?: { readonly share: number; readonly seconds: number };
  readonly occupancy: number;
  /** Share of the people loaded (REFLEX-17, A-11). */
  readonly objective: number;
  /** Rate at which Connect lets calls be placed. */
  readonly dialsPerSecond: number;
  readonly costs: ChangeCosts;
}

/** What is known of a cycle before it starts, or while it runs. */
export interface CycleMeans {
  /** Start of the cycle's clock, ISO instant. */
  readonly from: string;
  readonly loaded: number;
  readonly callable: number;
  readonly agents: number;
  /** Calls at once that the instance may hold. */
  readonly concurrentCalls: number;
}

/** The list that a cycle of this campaign type is, started at `from`. */
export function cycleList(
  type: Parameters<typeof newCycle>[2] & { readonly policy: AttemptPolicy },
  forecast: CampaignForecast,
  calendar: ProgrammeCalendar,
  { from, loaded, callable, agents, concurrentCalls }: CycleMeans,
): ListPlanInput {
  const { occupancy, objective, dialsPerSecond } = forecast;
  const cycle = newCycle(1, from, type, calendar, loaded);
  return {
    loaded,
    callable,
    reach: usefulReach(forecast, type.policy),
    policy: type.policy,
    calendar,
    window: { from: cycle.from, until: cycle.until },
    agents,
    occupancy,
    handling: withPromised(forecast),
    quotas: { concurrentCalls, dialsPerSecond },
    objective,
  };
}

/** What a complete questionnaire costs agents, the call that it may promise included: that work falls in the same hours, later. */
function withPromised({ handling, promisedCalls }: CampaignForecast): ListPlanInput['handling'] {
  const { share, seconds } = promisedCalls ?? { share: 0, seconds: 0 };
  return { ...handling, usefulSeconds: handling.usefulSeconds + share * seconds };
}

/** The curve of complete questionnaires: each attempt is worth a little less than one that only finds people. */
function usefulReach({ reach, completion }: CampaignForecast, { dayParts }: AttemptPolicy): ReachCurve {
  const groups = reach.groups.map((group) => ({
    ...group,
    dayParts: Object.fromEntries(dayParts.map(({ code }) => [code, (group.dayParts[code] ?? 1) * completion])),
  }));
  return { ...reach, groups };
}
