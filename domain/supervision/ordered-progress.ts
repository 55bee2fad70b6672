import type { CampaignProgress } from '../../contracts/campaign-board.ts';
import { openMinutesBetween } from '../calendar/opening.ts';
import { cycleFacts } from '../cycle-report/cycle-facts.ts';
import { cycleFigures } from '../cycle-report/cycle-figures.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { ofKind } from '../journal/of-kind.ts';
import { orderFacts } from '../report/order-facts.ts';
import { orderProgress } from '../report/order-progress.ts';
import type { ProgressMeans, RunningCycle } from './cycle-progress.ts';
import { progressCurve } from './progress-curve.ts';

/**
 * Where an order of calls stands, by the counts of the sheet « Démarchage » (SAMPS-32), and against an even pace over the open hours to its deadline.
 * Undefined while the journal does not have it.
 */
export function orderedProgress(
  entries: readonly JournalEntry[],
  { campaign, cycle, type, calendar }: RunningCycle,
  { at }: Pick<ProgressMeans, 'at'>,
): CampaignProgress | undefined {
  const facts = cycleFacts(entries, { campaign: campaign.id, cycle: cycle.n });
  // An order says each day that it is in hand, before anybody is called for it.
  const day = ofKind(entries, 'cycle').findLast(
    (one) => one.campaign === campaign.id && one.change.type === 'running',
  )?.day;
  if (facts === undefined || day === undefined) {
    return undefined;
  }
  const told = orderFacts(entries, day, calendar);
  const [counts] = orderProgress({ ...told, orders: told.orders.filter((one) => one.campaign === campaign.id) }, day, {
    calendar,
    types: [type],
  });
  if (counts === undefined || counts.total === 0) {
    return undefined;
  }
  const { from, until } = cycle;
  const { total, reached, refused, notReached, remaining, done, late, projectedEnd } = counts;
  const now = at < until ? at : until;
  const whole = openMinutesBetween(calendar, from, until);
  const neededAt = (time: string) => (whole === 0 ? 0 : (total * openMinutesBetween(calendar, from, time)) / whole);
  return {
    cycle: cycle.n,
    people: total,
    reached,
    refused,
    notReached,
    otherwise: 0,
    remaining,
    attempts: cycleFigures(facts.people).attempts,
    owed: total,
    neededNow: Math.round(neededAt(now)),
    doneNow: done,
    ...(projectedEnd === undefined ? {} : { projectedEnd }),
    late,
    curve: progressCurve({
      from,
      until,
      at: now,
      doneAt: facts.people.flatMap(({ closed }) => (closed === undefined ? [] : [closed.at])),
      neededAt,
    }),
  };
}
