import type { ShownFeasibility } from '../../contracts/feasibility.ts';
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

/** The report, and what it was made from. */
export type FeasibilityAnswer = FeasibilityReport & ShownFeasibility;

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
    opensAt: state === 'open' ? from : opensAt,
    firstCallBy,
    until,
  };
}
