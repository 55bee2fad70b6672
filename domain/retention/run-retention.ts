import { addDays, instantOf, localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import { takeAway } from './forget-people.ts';
import type { Keeper } from './keeper.ts';
import type { RetentionBook, RetentionRun } from './retention-book.ts';
import type { RetentionEntry } from './retention-entry.ts';
import { keptSince } from './retention-plan.ts';
import type { RetentionRules } from './retention-rules.ts';

export interface RetentionPorts {
  /** In the order in which they forget. */
  readonly keepers: readonly Keeper[];
  readonly book: Pick<RetentionBook, 'run' | 'writeRun' | 'orders'>;
  readonly content: Pick<Content, 'inForce'>;
  readonly journal: Pick<Journal, 'append'>;
}

/** Days after an order of erasure in which what came in late is still taken away: receipts and records come days late at most. */
const lateDays = 7;

/**
 * Goes on with a night's work (COMMON-13): what has been kept long enough goes, by kind, so many items a run at most. The next run goes on where this one
 * stopped or crashed; once the night is done, a run reads one item. The certificate is in the journal: one entry a kind, with counts.
 */
export async function runRetention(
  { programme, at, most }: { readonly programme: string; readonly at: string; readonly most: number },
  ports: RetentionPorts,
): Promise<RetentionRun> {
  const { timeZone } = await ports.content.inForce(programme, 'calendar', at);
  const day = localDay(timeZone, at);
  const known = await ports.book.run(programme, day);
  if (known?.endedAt !== undefined) {
    return known;
  }
  let run = known ?? { day, startedAt: at, rank: 0, counts: {}, version: 0 };
  const rules = await ports.content.inForce(programme, 'retentionRules', run.startedAt);
  if (known === undefined) {
    await forgetAgain(programme, run, timeZone, ports);
  }
  let left = most;
  while (run.rank < ports.keepers.length && left > 0) {
    const { after, ...rest } = run;
    const keeper = ports.keepers[run.rank];
    const months = keeper && monthsOf(keeper, rules);
    if (keeper?.purge === undefined || months === undefined) {
      run = { ...rest, rank: run.rank + 1 };
      continue;
    }
    const before = keptSince(months, timeZone, run.startedAt);
    const step = await keeper.purge({ programme, at, before, most: left, ...(after === undefined ? {} : { after }) });
    left -= Math.max(1, step.looked);
    const { looked, forgotten } = run.counts[keeper.data] ?? { looked: 0, forgotten: 0 };
    const counted = { looked: looked + step.looked, forgotten: forgotten + step.forgotten };
    const counts = { ...run.counts, [keeper.data]: counted };
    const version = run.version + 1;
    run =
      step.next === undefined
        ? { ...rest, counts, version, rank: run.rank + 1 }
        : { ...rest, counts, version, after: step.next };
    if (!(await ports.book.writeRun(programme, run))) {
      // Another run goes on with this night.
      return run;
    }
  }
  return run.rank < ports.keepers.length ? run : await end(programme, run, rules, at, timeZone, ports);
}

function monthsOf({ data }: Keeper, { keep }: RetentionRules): number | undefined {
  return keep.find((one) => one.data === data)?.months;
}

/** Those whose erasure was ordered some days ago, once more. */
async function forgetAgain(
  programme: string,
  { startedAt, day }: RetentionRun,
  timeZone: string,
  { book, keepers }: RetentionPorts,
): Promise<void> {
  const since = instantOf(timeZone, addDays(day, -lateDays), '00:00');
  const late = (await book.orders(programme)).filter((order) => order.at >= since && order.at < startedAt);
  if (late.length > 0) {
    await takeAway(
      programme,
      late.map(({ person }) => person),
      keepers,
    );
  }
}

async function end(
  programme: string,
  run: RetentionRun,
  rules: RetentionRules,
  at: string,
  timeZone: string,
  { book, journal }: RetentionPorts,
): Promise<RetentionRun> {
  const { day, startedAt } = run;
  // Told first: once the night is done nobody comes back to tell.
  await journal.append(
    rules.keep
      .filter(({ data }) => run.counts[data] !== undefined)
      .map(
        ({ data, months }): RetentionEntry => ({
          kind: 'retention',
          programme,
          day,
          time: startedAt,
          id: `retention#${day}#${data}`,
          change: {
            type: 'purged',
            data,
            months,
            before: keptSince(months, timeZone, startedAt),
            ...(run.counts[data] ?? { looked: 0, forgotten: 0 }),
          },
        }),
      ),
  );
  const ended = { ...run, endedAt: at, version: run.version + 1 };
  await book.writeRun(programme, ended);
  return ended;
}
