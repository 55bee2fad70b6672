import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, localDay } from '../calendar/local-time.ts';
import { isOpenDay, nextOpenDay, openIntervals, previousOpenDay } from '../calendar/opening.ts';
import { longDay } from './french.ts';
import { type IssuePorts, issueReport } from './issue-report.ts';
import { type ReadPorts, reportReader } from './read-report.ts';
import type { ReportIssue } from './report-catalogue.ts';
import type { ReportState } from './report-issue.ts';
import type { ReportedProgramme } from './report-subject.ts';
import type { Workbooks } from './workbooks.ts';

export interface DailyOrder {
  readonly programme: ReportedProgramme;
  /** ISO instant at which the schedule was due, or at which someone asked. */
  readonly tick: string;
  /** Local day asked for (a re-issue); absent for the tick of the schedule. */
  readonly day?: string;
}

export type DailyPorts = ReadPorts &
  IssuePorts & {
    readonly workbooks: Workbooks;
    /** Told how many orders of calls are late at the end of the day that has just closed (SAMPS-32). */
    readonly ordersLate?: (programme: string, count: number) => void;
  };

/** What an order issued, and why when it issued nothing. */
export interface Issued {
  readonly issues: readonly ReportIssue[];
  readonly nothingBecause?: string;
}

/**
 * At closing: the day's report, provisional, and the previous open day's, definitive, its callbacks being over (SAMPS-35). After the last day of
 * the service its definitive report is made at the next tick. A closed day has no report. On request: one day again, under a new number; a day to
 * come is refused.
 */
export async function issueDaily(order: DailyOrder, ports: DailyPorts): Promise<Issued> {
  const { programme, tick } = order;
  const calendar = await ports.content.inForce(programme.name, 'calendar', tick);
  const due = order.day === undefined ? await dueAt(order, calendar, ports) : [asked(order.day, tick, calendar)];
  if (due.length === 0) {
    const day = localDay(calendar.timeZone, tick);
    return { issues: [], nothingBecause: `${programme.name} is closed on ${day} and owes no definitive report` };
  }
  const read = reportReader(programme, calendar, tick, ports);
  const issues: ReportIssue[] = [];
  for (const { day, state } of due) {
    const issue = await issueReport(
      {
        programme: programme.name,
        title: programme.title,
        kind: 'daily',
        period: day,
        periodLabel: longDay(day),
        state,
        tick,
        write: async (stamp) => {
          const report = await read(day);
          const late = report.campaigns.filter((one) => one.late).length;
          if (state === 'provisional' && late > 0) {
            ports.ordersLate?.(programme.name, late);
          }
          return { bytes: await ports.workbooks.daily(report, stamp), source: report.source };
        },
      },
      ports,
    );
    issues.push(issue);
  }
  return { issues };
}

/** Whether the callbacks of a day are over at this instant: the next open day has closed, or there is none and the day is past. */
export function isDefinitive(calendar: ProgrammeCalendar, day: string, at: string): boolean {
  const next = nextOpenDay(calendar, day);
  if (next === undefined) {
    return localDay(calendar.timeZone, at) > day;
  }
  const closes = openIntervals(calendar, next).at(-1)?.to;
  return closes !== undefined && epochMs(closes) <= epochMs(at);
}

interface Due {
  readonly day: string;
  readonly state: ReportState;
}

async function dueAt({ programme, tick }: DailyOrder, calendar: ProgrammeCalendar, ports: DailyPorts): Promise<Due[]> {
  const today = localDay(calendar.timeZone, tick);
  const due: Due[] = isOpenDay(calendar, today) ? [{ day: today, state: 'provisional' }] : [];
  const before = previousOpenDay(calendar, today);
  if (before !== undefined && isDefinitive(calendar, before, tick)) {
    const issues = await ports.catalogue.issuesOf(programme.name, 'daily', before);
    // The order that made it may be running again; any other has nothing left to do.
    if (!issues.some(({ state, generatedAt }) => state === 'definitive' && generatedAt !== tick)) {
      due.push({ day: before, state: 'definitive' });
    }
  }
  return due;
}

function asked(day: string, tick: string, calendar: ProgrammeCalendar): Due {
  const today = localDay(calendar.timeZone, tick);
  if (!isOpenDay(calendar, day) || day > today) {
    throw new Error(
      `No daily report of "${day}"; accepted: an open day of ${calendar.period.from} to ${calendar.period.to}, up to today ${today}`,
    );
  }
  return { day, state: isDefinitive(calendar, day, tick) ? 'definitive' : 'provisional' };
}
