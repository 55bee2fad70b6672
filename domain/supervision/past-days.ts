import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, localDay } from '../calendar/local-time.ts';
import { isOpenDay } from '../calendar/opening.ts';
import type { DailyReport } from '../report/daily.ts';
import { mean } from '../report/figures.ts';
import { type ReadPorts, reportReader } from '../report/read-report.ts';
import type { ReportedProgramme } from '../report/report-subject.ts';

/** What days of the same weekday were like, on average. */
export interface PastDays {
  /** YYYY-MM-DD, from the newest. */
  readonly days: readonly string[];
  /** Calls offered in a day; absent when no such day is known. */
  readonly calls?: number;
  /** Absent when nobody was answered. */
  readonly handlingSeconds?: number;
  /** Calls offered in each local half-hour `HH:MM`. */
  readonly halfHours: Readonly<Record<string, number>>;
}

/** Weeks that are looked at, and days of them that are enough: older ones say less of the one to come. */
const weeks = 6;
const enough = 4;

/** The last open days of the weekday of `day` that are over and had calls, as their daily reports count them. `at`: ISO instant. */
export async function pastDays({ programme, calendar, day, at }: PastQuestion, ports: ReadPorts): Promise<PastDays> {
  const today = localDay(calendar.timeZone, at);
  const read = reportReader(programme, calendar, at, ports);
  const found: DailyReport[] = [];
  let candidate = addDays(day, -7);
  while (candidate >= today) candidate = addDays(candidate, -7);
  for (let week = 0; week < weeks && found.length < enough; week += 1) {
    const past = addDays(candidate, -7 * week);
    const report = isOpenDay(calendar, past) ? await read(past) : undefined;
    if (report !== undefined && report.total.offered > 0) {
      found.push(report);
    }
  }
  const sum = (of: (report: DailyReport) => number) => found.reduce((total, report) => total + of(report), 0);
  const calls = mean(
    sum(({ total }) => total.offered),
    found.length,
  );
  const handlingSeconds = mean(
    sum(({ total }) => total.handlingSeconds),
    sum(({ total }) => total.answered),
  );
  return {
    days: found.map((report) => report.day),
    ...(calls === undefined ? {} : { calls }),
    ...(handlingSeconds === undefined ? {} : { handlingSeconds }),
    halfHours: meanHalfHours(found),
  };
}

interface PastQuestion {
  readonly programme: ReportedProgramme;
  readonly calendar: ProgrammeCalendar;
  readonly day: string;
  readonly at: string;
}

/** Each half-hour over the days that were open then. */
function meanHalfHours(reports: readonly DailyReport[]): Readonly<Record<string, number>> {
  const byTime = Map.groupBy(
    reports.flatMap(({ halfHours }) => halfHours),
    ({ from }) => from,
  );
  return Object.fromEntries(
    [...byTime].map(([from, rows]) => [from, rows.reduce((sum, { offered }) => sum + offered, 0) / rows.length]),
  );
}
