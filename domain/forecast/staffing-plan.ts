import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, isoInstant, isoWeekday, localTime } from '../calendar/local-time.ts';
import { openIntervals } from '../calendar/opening.ts';
import { achieved, agentsNeeded, type ServiceTarget } from './agents-needed.ts';

/** What a plan is made from: parameters that people change without a deployment (SAMPS-03). */
export interface StaffingForecast {
  /** Inbound calls of a month. */
  readonly monthlyCalls: number;
  /** Open days of that month, over which the calls spread. */
  readonly openDays: number;
  /** Relative load of local half-hours `HH:MM`; one that is not listed has the mean of the others. */
  readonly halfHours: Readonly<Record<string, number>>;
  /** Relative load of ISO weekdays, 1 = Monday; 1 when absent. */
  readonly weekdays: Readonly<Record<string, number>>;
  /** Mean of conversation, hold and after-call work. */
  readonly handlingSeconds: number;
  readonly target: ServiceTarget;
  /** Share of paid time that is not at the telephone: breaks, training, absence. */
  readonly shrinkage: number;
}

export interface StaffedHalfHour {
  /** Local `HH:MM`. */
  readonly from: string;
  readonly calls: number;
  /** Erlangs. */
  readonly load: number;
  /** At the telephone. */
  readonly agents: number;
  /** To be rostered so that as many are at the telephone. */
  readonly scheduled: number;
  /** What these agents give of the target, 0..1. */
  readonly achieved: number;
}

const halfHourMs = 30 * 60_000;

/** Agents for each half-hour of opening of a local day; none when it is closed (SAMPS-42, COMMON-41). A shorter last one keeps its share of load. */
export function staffingPlan(
  calendar: ProgrammeCalendar,
  day: string,
  forecast: StaffingForecast,
): readonly StaffedHalfHour[] {
  const { monthlyCalls, openDays, shrinkage, handlingSeconds, target } = forecast;
  if (!(shrinkage >= 0 && shrinkage < 1)) {
    throw new Error(`A shrinkage of ${shrinkage}; accepted: from 0 to less than 1, such as 0.3`);
  }
  const weights = Object.values(forecast.halfHours);
  const mean = weights.length === 0 ? 1 : weights.reduce((sum, one) => sum + one, 0) / weights.length;
  const rows = openIntervals(calendar, day).flatMap(({ from, to }) => halfHoursOf(epochMs(from), epochMs(to)));
  const weighed = rows.map((row) => {
    const from = localTime(calendar.timeZone, isoInstant(row.from));
    return { from, hours: row.hours, weight: (forecast.halfHours[from] ?? mean) * (row.hours / 0.5) };
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const dayCalls = (monthlyCalls / openDays) * (forecast.weekdays[String(isoWeekday(day))] ?? 1);
  return weighed.map(({ from, hours, weight }) => {
    const calls = (dayCalls * weight) / total;
    const load = (calls / (hours * 3600)) * handlingSeconds;
    const agents = agentsNeeded(load, handlingSeconds, target);
    const scheduled = Math.ceil(agents / (1 - shrinkage) - 1e-9);
    return { from, calls, load, agents, scheduled, achieved: achieved(agents, load, handlingSeconds, target) };
  });
}

function halfHoursOf(from: number, to: number): readonly { readonly from: number; readonly hours: number }[] {
  const rows: { readonly from: number; readonly hours: number }[] = [];
  for (let start = from; start < to; start += halfHourMs) {
    rows.push({ from: start, hours: (Math.min(start + halfHourMs, to) - start) / 3_600_000 });
  }
  return rows;
}
