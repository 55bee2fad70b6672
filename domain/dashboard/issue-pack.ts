import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, localDay } from '../calendar/local-time.ts';
import type { Issued } from '../report/issue-daily.ts';
import { issueReport } from '../report/issue-report.ts';
import { daysOfWeek, isoWeek } from '../report/report-issue.ts';
import type { Dashboard } from './dashboard.ts';
import { type DashboardPorts, isSettled } from './issue-dashboard.ts';
import { pack } from './pack.ts';
import { dashboardReader } from './read-dashboard.ts';

export interface PackOrder {
  readonly programme: { readonly name: string; readonly title: string };
  /** ISO instant at which the schedule was due, or at which someone asked. */
  readonly tick: string;
  /** ISO week asked for (a re-issue); absent for the tick of the schedule: the week that just ended. */
  readonly week?: string;
}

/** On Monday morning, for the meeting of the week: what the week that ended was, beside the one before (ARS-34). */
export async function issuePack(order: PackOrder, ports: DashboardPorts): Promise<Issued> {
  const { programme, tick } = order;
  const calendar = await ports.content.inForce(programme.name, 'calendar', tick);
  const today = localDay(calendar.timeZone, tick);
  const week = order.week ?? isoWeek(addDays(today, -7));
  const days = daysOfWeek(week).filter((day) => isOfPeriod(calendar, day, today));
  if (days.length === 0) {
    if (order.week === undefined) {
      return { issues: [], nothingBecause: `${programme.name} had not begun in week ${week}` };
    }
    const { from, to } = calendar.period;
    throw new Error(
      `No pack of "${week}"; accepted: a week from ${isoWeek(from)} to ${isoWeek(to)}, up to today ${today}`,
    );
  }
  const issue = await issueReport(
    {
      programme: programme.name,
      title: programme.title,
      kind: 'pack',
      period: week,
      periodLabel: `semaine ${Number(week.slice(-2))} de ${week.slice(0, 4)}`,
      state: days.every((day) => isSettled(calendar, day, tick)) ? 'definitive' : 'provisional',
      tick,
      write: async (stamp) => {
        const read = dashboardReader(programme, calendar, tick, ports);
        const boards = await readAll(read, days);
        const earlier = days.map((day) => addDays(day, -7)).filter((day) => isOfPeriod(calendar, day, today));
        const [last] = boards.slice(-1);
        if (last === undefined) {
          throw new Error(`Week ${week} has no day`);
        }
        const report = pack(last.subject, week, boards, await readAll(read, earlier), ports.sha256);
        return { bytes: await ports.workbooks.pack(report, stamp), source: report.source };
      },
    },
    ports,
  );
  return { issues: [issue] };
}

const isOfPeriod = ({ period }: ProgrammeCalendar, day: string, today: string): boolean =>
  day >= period.from && day <= period.to && day <= today;

async function readAll(
  read: (day: string) => Promise<Dashboard>,
  days: readonly string[],
): Promise<readonly Dashboard[]> {
  const boards: Dashboard[] = [];
  // One after the other: a day of three thousand people is some tens of megabytes.
  for (const day of days) {
    boards.push(await read(day));
  }
  return boards;
}
