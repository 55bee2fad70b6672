import { addDays, isoWeekday } from '../calendar/local-time.ts';

/**
 * `cycle`: one cycle of a campaign, hourly while it runs and once at its end (REFLEX-32). `dashboard`: a day of a follow-up (ARS-23..33), `pack`: its weeks
 * (ARS-34).
 */
export const reportKinds = ['daily', 'weekly', 'cycle', 'dashboard', 'pack'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** `provisional` until nothing can change the answer rate of the period any more, then `definitive` (re-issued). */
export type ReportState = 'provisional' | 'definitive';

/** What identifies an issue of a report. */
export interface IssueStamp {
  /** From 1, per programme, kind and period; never used twice. */
  readonly number: number;
  readonly state: ReportState;
  /** ISO instant of the order to issue: the tick of the schedule, so that a repeated order writes the same bytes. */
  readonly generatedAt: string;
}

const folders: Readonly<Record<ReportKind, string>> = {
  daily: 'quotidien',
  weekly: 'hebdomadaire',
  cycle: 'cycle',
  dashboard: 'tableau-de-bord',
  pack: 'point-hebdomadaire',
};
const states: Readonly<Record<ReportState, string>> = { provisional: 'provisoire', definitive: 'definitif' };

/** French adjective, with its accent, for people. */
export function stateLabel(state: ReportState): string {
  return state === 'provisional' ? 'provisoire' : 'définitif';
}

const kindLabels: Readonly<Record<ReportKind, string>> = {
  daily: 'quotidien',
  weekly: 'hebdomadaire',
  cycle: 'de campagne',
  dashboard: 'de suivi',
  pack: 'hebdomadaire de suivi',
};

/** What follows « rapport », in French. */
export function kindLabel(kind: ReportKind): string {
  return kindLabels[kind];
}

/** File name, e.g. `SAMPS_quotidien_2025-07-04_001-provisoire.xlsx` (requirements §6.1). `period`: local day, ISO week `2025-W27`, or cycle. */
export function issueFileName(
  programme: string,
  kind: ReportKind,
  period: string,
  stamp: Pick<IssueStamp, 'number' | 'state'>,
): string {
  const number = String(stamp.number).padStart(3, '0');
  return `${programme.toUpperCase()}_${folders[kind]}_${frenchPeriod(period)}_${number}-${states[stamp.state]}.xlsx`;
}

/** Object key: under the programme's prefix, the number in the key so that no issue overwrites another. */
export function issueKey(
  programme: string,
  kind: ReportKind,
  period: string,
  stamp: Pick<IssueStamp, 'number' | 'state'>,
): string {
  return `${programme}/${folders[kind]}/${frenchPeriod(period)}/${issueFileName(programme, kind, period, stamp)}`;
}

/** ISO week of a local day, e.g. `2025-W27`. */
export function isoWeek(day: string): string {
  const thursday = addDays(day, 4 - isoWeekday(day));
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

/** The seven local days of an ISO week, Monday first. */
export function daysOfWeek(week: string): readonly string[] {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  const fourth = `${match?.[1]}-01-04`;
  const monday = match === null ? '' : addDays(fourth, 1 - isoWeekday(fourth) + (Number(match[2]) - 1) * 7);
  if (monday === '' || isoWeek(monday) !== week) {
    throw new Error(`"${week}" is not an ISO week; accepted: YYYY-Www, such as 2025-W27`);
  }
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset));
}

/** « 2025-S27 »: people here say « semaine 27 ». */
function frenchPeriod(period: string): string {
  return period.replace('-W', '-S');
}
