import type { CampaignProgress } from '../../contracts/campaign-board.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { Campaign, Cycle } from '../campaign/campaign.ts';
import type { CampaignType } from '../campaign/campaign-type.ts';
import { type CycleFacts, cycleFacts } from '../cycle-report/cycle-facts.ts';
import { cycleFigures } from '../cycle-report/cycle-figures.ts';
import { promiseFigures } from '../cycle-report/promise-figures.ts';
import { cycleList } from '../forecast/campaign-forecast.ts';
import { planList, total } from '../forecast/list-plan.ts';
import type { ListPlanInput } from '../forecast/list-plan-input.ts';
import { observedList } from '../forecast/observed-list.ts';
import { plannedAt, trackList } from '../forecast/track-list.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { progressCurve } from './progress-curve.ts';

export interface ProgressMeans {
  /** Calls at once that the instance may hold. */
  readonly concurrentCalls: number;
  /** ISO instant. */
  readonly at: string;
}

/** What a cycle of a crisis is judged by. */
export interface RunningCycle {
  readonly campaign: Campaign;
  readonly cycle: Cycle;
  readonly type: CampaignType;
  readonly calendar: ProgrammeCalendar;
}

/**
 * Where a cycle stands, by the counts of its report (REFLEX-32), and against the pace that its objective needs (REFLEX-17): that of the plan with the agents it
 * was armed with, brought to the objective at the deadline. Undefined while the journal does not have it.
 */
export function cycleProgress(
  entries: readonly JournalEntry[],
  { campaign, cycle, type, calendar }: RunningCycle,
  means: ProgressMeans,
): CampaignProgress | undefined {
  const facts = cycleFacts(entries, { campaign: campaign.id, cycle: cycle.n });
  if (facts === undefined || facts.people.length === 0) {
    return undefined;
  }
  const { people, useful, refused, unreachable, open, attempts, otherwise } = cycleFigures(facts.people);
  const { promised, states } = promiseFigures(facts.people);
  return {
    cycle: cycle.n,
    people,
    reached: useful,
    refused,
    notReached: unreachable,
    otherwise: Object.values(otherwise).reduce((sum, count) => sum + count, 0),
    remaining: open,
    attempts,
    ...(promised > 0 && { promised: { kept: states.kept ?? 0, owed: states.open ?? 0 } }),
    doneNow: useful,
    ...paceOf(facts, { campaign, cycle, type, calendar }, means),
  };
}

type Pace = Pick<CampaignProgress, 'owed' | 'neededNow' | 'expected' | 'late' | 'curve'>;

function paceOf(
  facts: CycleFacts,
  { campaign: { arming }, cycle, type, calendar }: RunningCycle,
  { concurrentCalls, at }: ProgressMeans,
): Pace {
  const { from, until, size: loaded, callable } = cycle;
  if (type.forecast === undefined || loaded === 0) {
    return { late: false, curve: [] };
  }
  const agents = arming?.agents ?? 0;
  const input = cycleList(type, type.forecast, calendar, { from, loaded, callable, agents, concurrentCalls });
  const now = at < until ? at : until;
  const { forecast, isLate } = trackList(input, planList(input), observedList(facts, now));
  const owed = Math.ceil(input.objective * loaded - 1e-9);
  const neededAt = pace(input, owed);
  return {
    owed,
    neededNow: Math.round(neededAt(now)),
    expected: { mean: Math.round(forecast.mean), low: forecast.low, high: forecast.high },
    late: isLate,
    curve: progressCurve({
      from,
      until,
      at: now,
      doneAt: facts.people.flatMap(({ closed }) => (closed?.state === 'useful' ? [closed.at] : [])),
      neededAt,
    }),
  };
}

/** The plan of the agents there are says when people are reached, whatever their number; without agents, as one would. */
function pace(input: ListPlanInput, owed: number): (at: string) => number {
  const { agents, quotas } = input;
  const plan = planList({
    ...input,
    agents: Math.max(1, agents),
    quotas: { ...quotas, concurrentCalls: Math.max(1, quotas.concurrentCalls) },
  });
  const end = total(plan.end.useful);
  return (at) => (end <= 0 ? 0 : (owed * total(plannedAt(plan, at)?.useful ?? [])) / end);
}
