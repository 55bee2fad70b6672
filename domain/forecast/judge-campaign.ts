import type { Content } from '../content/content.ts';
import type { Register } from '../recipient/register.ts';
import { cycleList } from './campaign-forecast.ts';
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
  const { loaded, callable } = await countsOf(programme, from, counts, ports.register);
  const input = cycleList(type, type.forecast, calendar, { from, loaded, callable, agents, concurrentCalls });
  const found = feasibility(input, type.forecast.costs);
  const { mean, low, high } = found.forecast;
  return { ...feasibilityReport(input, found), loaded, callable, expected: { mean: Math.round(mean), low, high } };
}

async function countsOf(
  programme: string,
  at: string,
  given: { readonly loaded?: number; readonly callable?: number },
  register: Pick<Register, 'inForce'>,
): Promise<{ readonly loaded: number; readonly callable: number }> {
  if (given.loaded !== undefined) {
    return { loaded: given.loaded, callable: given.callable ?? given.loaded };
  }
  let [loaded, callable] = [0, 0];
  for await (const { numberKeys, channel, absentUntil, deceased } of register.inForce(programme, at)) {
    loaded += 1;
    const isAway = absentUntil !== undefined && absentUntil > at;
    callable += numberKeys.length > 0 && channel === 'voice' && !isAway && deceased !== true ? 1 : 0;
  }
  return { loaded, callable: given.callable ?? callable };
}
