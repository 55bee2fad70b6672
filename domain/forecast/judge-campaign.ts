import { openingAt } from '../calendar/opening.ts';
import { newCycle } from '../campaign/new-cycle.ts';
import type { Content } from '../content/content.ts';
import type { Register } from '../recipient/register.ts';
import { cycleList } from './campaign-forecast.ts';
import { countRegistered } from './count-registered.ts';
import { feasibility } from './feasibility.ts';
import { type FeasibilityReport, feasibilityReport } from './feasibility-report.ts';

/** What is asked before a campaign is armed (REFLEX-31). Counts that are not given are those of the register. */
export interface FeasibilityQuestion {
  readonly programme: string;
  readonly crisis: string;
  readonly agents: number;
  readonly concurrentCalls: number;
  /** When it would be activated, ISO instant. */
  readonly from: string;
  readonly loaded?: number;
  readonly callable?: number;
}

export interface FeasibilityAnswer extends FeasibilityReport {
  readonly loaded: number;
  readonly callable: number;
  /** Complete questionnaires expected at the deadline, and their 95 % interval. */
  readonly expected: { readonly mean: number; readonly low: number; readonly high: number };
  /** People who risk fewer attempts than are owed. */
  readonly atRisk: number;
  /** Level from which the plan is armed; absent where none arms it. */
  readonly triggerLevel?: number;
  /** ISO instants: when people could be called first, by when the first of them is, and from when on nobody is. */
  readonly opensAt: string;
  readonly firstCallBy: string;
  readonly until: string;
}

export interface JudgePorts {
  readonly content: Content;
  readonly register: Pick<Register, 'inForce'>;
}

/** The answer, or why there is none, in French. */
export async function judgeCampaign(
  { programme, crisis, agents, concurrentCalls, from, ...counts }: FeasibilityQuestion,
  ports: JudgePorts,
): Promise<FeasibilityAnswer | { readonly fault: string }> {
  const types = await ports.content.inForce(programme, 'campaignTypes', from);
  const type = types.find((one) => one.crisis === crisis);
  if (type?.forecast === undefined) {
    const known = types.flatMap((one) => (one.forecast === undefined ? [] : (one.crisis ?? [])));
    return { fault: `La crise « ${crisis} » n’a pas de prévision ; valeurs acceptées : ${known.join(', ')}.` };
  }
  const calendar = await ports.content.inForce(programme, 'calendar', from);
  const { loaded, callable = loaded } =
    counts.loaded === undefined
      ? { ...(await countRegistered(programme, from, ports.register)), ...counts }
      : { loaded: counts.loaded, callable: counts.callable };
  const input = cycleList(type, type.forecast, calendar, { from, loaded, callable, agents, concurrentCalls });
  const found = feasibility(input, type.forecast.costs);
  const { mean, low, high } = found.forecast;
  const { firstCallBy, until } = newCycle(1, from, type, calendar, loaded);
  const { state, opensAt = from } = openingAt(calendar, from);
  return {
    ...feasibilityReport(input, found),
    loaded,
    callable,
    expected: { mean: Math.round(mean), low, high },
    atRisk: Math.round(found.plan.short.people),
    ...(type.triggerLevel === undefined ? {} : { triggerLevel: type.triggerLevel }),
    opensAt: state === 'open' ? from : opensAt,
    firstCallBy,
    until,
  };
}
