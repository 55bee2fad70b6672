import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, epochMs, instantOf, localDay } from '../calendar/local-time.ts';
import { isOpenDay } from '../calendar/opening.ts';
import { longDay } from '../report/french.ts';
import type { Issued } from '../report/issue-daily.ts';
import { type IssuePorts, issueReport } from '../report/issue-report.ts';
import type { ReportIssue } from '../report/report-catalogue.ts';
import type { ReportState } from '../report/report-issue.ts';
import type { DashboardWorkbooks } from '../report/workbooks.ts';
import { type DashboardReadPorts, dashboardReader } from './read-dashboard.ts';

export interface DashboardOrder {
  readonly programme: { readonly name: string; readonly title: string };
  /** ISO instant at which the schedule was due, or at which someone asked. */
  readonly tick: string;
  /** Local day asked for (a re-issue); absent for the tick of the schedule. */
  readonly day?: string;
}

export type DashboardPorts = DashboardReadPorts & IssuePorts & { readonly workbooks: DashboardWorkbooks };

/** Receipts of messages come until then, and links are open no longer: nothing of a day changes any more. */
const settledDays = 3;
/** Days back that may still owe a definitive edition: more than any run of closed days. */
const owedDays = 10;

/**
 * Each evening: the dashboard of the day, provisional; and, once three whole days have passed, that of a day before, definitive (ARS-23..33). Messages leave on
 * closed days too: such a day has a dashboard when something happened. On request: one day again, under a new number; a day to come is refused.
 */
export async function issueDashboards(order: DashboardOrder, ports: DashboardPorts): Promise<Issued> {
  const { programme, tick } = order;
  const calendar = await ports.content.inForce(programme.name, 'calendar', tick);
  const due = order.day === undefined ? await dueAt(order, calendar, ports) : [asked(order.day, tick, calendar)];
  const read = dashboardReader(programme, calendar, tick, ports);
  const issues: ReportIssue[] = [];
  for (const { day, state } of due) {
    // A day on which nothing happened is not worth a workbook, unless somebody was to be there.
    if (isOpenDay(calendar, day) || (await read(day)).source.entries > 0) {
      issues.push(
        await issueReport(
          {
            programme: programme.name,
            title: programme.title,
            kind: 'dashboard',
            period: day,
            periodLabel: longDay(day),
            state,
            tick,
            write: async (stamp) => {
              const board = await read(day);
              return { bytes: await ports.workbooks.dashboard(board, stamp), source: board.source };
            },
          },
          ports,
        ),
      );
    }
  }
  return issues.length > 0 ? { issues } : { issues, nothingBecause: `nothing happened at ${programme.name} that day` };
}

/** Whether nothing of a day can change any more at this instant. */
export function isSettled({ timeZone }: ProgrammeCalendar, day: string, at: string): boolean {
  return epochMs(instantOf(timeZone, addDays(day, settledDays + 1), '00:00')) <= epochMs(at);
}

interface Due {
  readonly day: string;
  readonly state: ReportState;
}

async function dueAt(
  { programme, tick }: DashboardOrder,
  calendar: ProgrammeCalendar,
  { catalogue }: DashboardPorts,
): Promise<readonly Due[]> {
  const today = localDay(calendar.timeZone, tick);
  const due: Due[] = [{ day: today, state: 'provisional' }];
  for (let back = settledDays + 1; back <= owedDays; back += 1) {
    const day = addDays(today, -back);
    const issues = isSettled(calendar, day, tick) ? await catalogue.issuesOf(programme.name, 'dashboard', day) : [];
    // The order that made the definitive one may be running again; any other has nothing left to do.
    const isOwed = !issues.some(({ state, generatedAt }) => state === 'definitive' && generatedAt !== tick);
    if (issues.length > 0 && isOwed) {
      due.push({ day, state: 'definitive' });
    }
  }
  return due;
}

function asked(day: string, tick: string, calendar: ProgrammeCalendar): Due {
  const today = localDay(calendar.timeZone, tick);
  const { from, to } = calendar.period;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < from || day > today || day > to) {
    throw new Error(`No dashboard of "${day}"; accepted: a day from ${from} to ${to}, up to today ${today}`);
  }
  return { day, state: isSettled(calendar, day, tick) ? 'definitive' : 'provisional' };
}
