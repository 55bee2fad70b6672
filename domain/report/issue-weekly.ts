import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, localDay } from '../calendar/local-time.ts';
import { isOpenDay } from '../calendar/opening.ts';
import type { DailyReport } from './daily.ts';
import { type DailyPorts, type Issued, isDefinitive } from './issue-daily.ts';
import { issueReport } from './issue-report.ts';
import { reportReader } from './read-report.ts';
import type { ReportIssue } from './report-catalogue.ts';
import { daysOfWeek, isoWeek } from './report-issue.ts';
import { subjectOf } from './report-subject.ts';
import { type WeeklyReport, weekly, weeklySpan } from './weekly.ts';

export interface WeeklyOrder {
  readonly programme: { readonly name: string; readonly title: string };
  /** ISO instant at which the schedule was due, or at which someone asked. */
  readonly tick: string;
  /** ISO week asked for (a re-issue); absent for the tick of the schedule. */
  readonly week?: string;
}

/**
 * On Monday: the week that just ended, provisional while callbacks of its last day go on, and the week before it, definitive (SAMPS-36). A week
 * without any open day has no report.
 */
export async function issueWeekly(order: WeeklyOrder, ports: DailyPorts): Promise<Issued> {
  const { programme, tick } = order;
  const calendar = await ports.content.inForce(programme.name, 'calendar', tick);
  const weeks = order.week === undefined ? await dueAt(order, calendar, ports) : [asked(order.week, tick, calendar)];
  if (weeks.length === 0) {
    return { issues: [], nothingBecause: `${programme.name} had no open day in the weeks before ${tick}` };
  }
  const issues: ReportIssue[] = [];
  for (const week of weeks) {
    const definitive = openDays(calendar, week).every((day) => isDefinitive(calendar, day, tick));
    const issue = await issueReport(
      {
        programme: programme.name,
        title: programme.title,
        kind: 'weekly',
        period: week,
        periodLabel: `semaine ${Number(week.slice(-2))} de ${week.slice(0, 4)}`,
        state: definitive ? 'definitive' : 'provisional',
        tick,
        write: async (stamp) => {
          const report = await readWeek(order, calendar, week, ports);
          return { bytes: await ports.workbooks.weekly(report, stamp), source: report.source };
        },
      },
      ports,
    );
    issues.push(issue);
  }
  return { issues };
}

async function readWeek(
  { programme, tick }: WeeklyOrder,
  calendar: ProgrammeCalendar,
  week: string,
  ports: DailyPorts,
): Promise<WeeklyReport> {
  const read = reportReader(programme, calendar, tick, ports);
  const dailies: DailyReport[] = [];
  const { from, to } = calendar.period;
  const span = weeklySpan(week).filter((day) => day >= from && day <= to && day <= localDay(calendar.timeZone, tick));
  for (const day of span) {
    dailies.push(await read(day));
  }
  const lastDay = daysOfWeek(week)[6] ?? week;
  const subject = await subjectOf(programme, calendar, lastDay, tick, ports.content);
  return weekly(subject, week, dailies, tick, ports.sha256);
}

async function dueAt(
  { programme, tick }: WeeklyOrder,
  calendar: ProgrammeCalendar,
  ports: DailyPorts,
): Promise<string[]> {
  const today = localDay(calendar.timeZone, tick);
  const [ended, before] = [isoWeek(addDays(today, -7)), isoWeek(addDays(today, -14))];
  const due = openDays(calendar, ended).length > 0 ? [ended] : [];
  if (openDays(calendar, before).length > 0) {
    const issues = await ports.catalogue.issuesOf(programme.name, 'weekly', before);
    if (!issues.some(({ state, generatedAt }) => state === 'definitive' && generatedAt !== tick)) {
      due.push(before);
    }
  }
  return due;
}

function asked(week: string, tick: string, calendar: ProgrammeCalendar): string {
  const today = localDay(calendar.timeZone, tick);
  const first = daysOfWeek(week)[0] ?? '';
  if (first > today || openDays(calendar, week).length === 0) {
    throw new Error(
      `No weekly report of "${week}"; accepted: a week with open days from ${calendar.period.from} to ${calendar.period.to}, up to ${isoWeek(today)}`,
    );
  }
  return week;
}

function openDays(calendar: ProgrammeCalendar, week: string): readonly string[] {
  return daysOfWeek(week).filter((day) => isOpenDay(calendar, day));
}
