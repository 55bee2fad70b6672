import { holidayOn } from '../calendar/holidays.ts';
import { addDays, epochMs } from '../calendar/local-time.ts';
import type { Scheme } from '../journal/entry.ts';
import type { Sha256 } from '../journal/journal-hash.ts';
import type { DailyReport, ReportSource, ReportSubject, SchemeFigures } from './daily.ts';
import { answerDeadline } from './day-figures.ts';
import { addDaysFigures, addFigures, type Figures, noFigures } from './figures.ts';
import type { MotiveCount } from './motive-counts.ts';
import { daysOfWeek, isoWeek } from './report-issue.ts';
import { rowOf, type SchemeRow, schemeRows } from './scheme-rows.ts';

/** A day of the week as its daily report has it, or why there is none. */
export interface WeekDay {
  readonly day: string;
  /** Absent when the programme was closed all day. */
  readonly schemes?: readonly SchemeFigures[];
  readonly total: Figures;
  /** French reason of a closed day. */
  readonly closed?: string;
  /** Mean number of agents connected over the opening, and the greatest of its half-hours. */
  readonly agents: { readonly mean: number; readonly most: number };
}

/** Sums of one week. */
export interface WeekFigures {
  /** ISO week, e.g. `2025-W27`. */
  readonly week: string;
  readonly openDays: number;
  readonly schemes: readonly SchemeFigures[];
  readonly total: Figures;
}

/** The weekly report (SAMPS-36, requirements §6.2): sums of daily reports, so that a week is always its days. */
export interface WeeklyReport {
  readonly subject: ReportSubject;
  readonly week: string;
  readonly days: readonly WeekDay[];
  readonly figures: WeekFigures;
  /** Weeks before this one that had open days, oldest first, at most four; the last may be the previous week. */
  readonly earlier: readonly WeekFigures[];
  /** Motives of the week, most frequent first. */
  readonly motives: readonly MotiveCount[];
  /** Calls received on days without opening: in no daily report. */
  readonly closedDayCalls: number;
  /** Days whose answer rate may still rise by callbacks at `asOf`. */
  readonly provisionalDays: readonly string[];
  readonly source: ReportSource;
}

/** How many earlier weeks the mean is made of. */
const earlierWeeks = 4;

/**
 * `dailies`: the daily reports of the seven days of `week` and of the four weeks before; a missing day counts nothing. `asOf`: ISO instant of the
 * order, which says what is still provisional.
 */
export function weekly(
  subject: ReportSubject,
  week: string,
  dailies: readonly DailyReport[],
  asOf: string,
  sha256: Sha256,
): WeeklyReport {
  const rows = schemeRows(subject.schemes);
  const byDay = new Map(dailies.map((report) => [report.day, report]));
  const days = daysOfWeek(week).map((day) => weekDay(rows, day, byDay.get(day), subject));
  const ofWeek = days.flatMap(({ day }) => byDay.get(day) ?? []);
  const weeks = previousWeeks(week).map((earlier) => weekFigures(rows, earlier, byDay));
  return {
    subject,
    week,
    days,
    figures: weekFigures(rows, week, byDay),
    earlier: weeks.filter(({ openDays }) => openDays > 0),
    motives: topMotives(ofWeek),
    closedDayCalls: days
      .filter(({ schemes }) => schemes === undefined)
      .reduce((sum, { total }) => sum + total.received, 0),
    provisionalDays: days
      .filter(({ day, schemes }) => schemes && epochMs(answerDeadline(subject.calendar, day)) > epochMs(asOf))
      .map(({ day }) => day),
    source: {
      entries: dailies.reduce((sum, { source }) => sum + source.entries, 0),
      hash: sha256(
        [...byDay]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, { source }]) => source.hash)
          .join('\n'),
      ),
      orphans: ofWeek.reduce((sum, { source }) => sum + source.orphans, 0),
    },
  };
}

/** Days of the week and of the weeks before that `weekly` reads. */
export function weeklySpan(week: string): readonly string[] {
  return [...previousWeeks(week), week].flatMap(daysOfWeek);
}

function previousWeeks(week: string): readonly string[] {
  const monday = daysOfWeek(week)[0] ?? '';
  return Array.from({ length: earlierWeeks }, (_, index) => isoWeek(addDays(monday, -7 * (earlierWeeks - index))));
}

function weekDay(
  rows: readonly SchemeRow[],
  day: string,
  report: DailyReport | undefined,
  { calendar }: ReportSubject,
): WeekDay {
  const spans = report?.halfHours ?? [];
  const total = report?.total ?? noFigures;
  if (report === undefined || spans.length === 0) {
    return { day, total, closed: closedReason(calendar, day), agents: { mean: 0, most: 0 } };
  }
  return {
    day,
    total,
    schemes: rowsOf(rows, [report]),
    agents: {
      mean: spans.reduce((sum, { agents }) => sum + agents, 0) / spans.length,
      most: Math.max(...spans.map(({ agents }) => agents)),
    },
  };
}

function closedReason(calendar: ReportSubject['calendar'], day: string): string {
  const exception = calendar.exceptions.find((candidate) => candidate.day === day);
  return exception?.label ?? holidayOn(calendar.holidays, day)?.name ?? 'Fermé';
}

function weekFigures(rows: readonly SchemeRow[], week: string, byDay: ReadonlyMap<string, DailyReport>): WeekFigures {
  const open = daysOfWeek(week)
    .flatMap((day) => byDay.get(day) ?? [])
    .filter(({ halfHours }) => halfHours.length > 0);
  return {
    week,
    openDays: open.length,
    schemes: rowsOf(rows, open),
    total: addDaysFigures(open.map(({ total }) => total)),
  };
}

/** Figures by scheme over several days; a scheme that the programme no longer has joins the unqualified row. */
function rowsOf(rows: readonly SchemeRow[], reports: readonly DailyReport[]): readonly SchemeFigures[] {
  const known = rowOf(rows);
  return rows.map((row) => {
    const days = reports.map(({ schemes }) => schemes.filter(({ code }) => known(code) === row.code));
    return { ...row, figures: addDaysFigures(days.map((same) => addFigures(same.map(({ figures }) => figures)))) };
  });
}

function topMotives(reports: readonly DailyReport[]): readonly MotiveCount[] {
  const byCode = new Map<string, { label: string; byScheme: Record<Scheme, number> }>();
  for (const { code, label, byScheme } of reports.flatMap(({ motives }) => motives)) {
    const known = byCode.get(code) ?? { label, byScheme: {} };
    for (const [scheme, count] of Object.entries(byScheme)) {
      known.byScheme[scheme] = (known.byScheme[scheme] ?? 0) + count;
    }
    byCode.set(code, known);
  }
  const count = ({ byScheme }: MotiveCount) => Object.values(byScheme).reduce((sum, value) => sum + value, 0);
  return [...byCode]
    .map(([code, { label, byScheme }]) => ({ code, label, byScheme }))
    .sort((a, b) => count(b) - count(a) || (a.code < b.code ? -1 : 1));
}
