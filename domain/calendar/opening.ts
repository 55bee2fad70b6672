import type { Opening, OpeningReason, ProgrammeCalendar } from './calendar.ts';
import { type Holiday, holidayOn } from './holidays.ts';
import { addDays, epochMs, instantOf, isoWeekday, localDay } from './local-time.ts';

export { holidays } from './holidays.ts';
export { localDay, localTime } from './local-time.ts';

/** A span of opening: ISO instants, open from `from` (included) to `to` (excluded). */
export interface OpenInterval {
  readonly from: string;
  readonly to: string;
}

interface DayPlan {
  readonly intervals: readonly OpenInterval[];
  /** Why the programme is closed at the hours of this day that no interval covers. */
  readonly reason: Exclude<OpeningReason, 'open'>;
  readonly label?: string;
}

/** Calls come by thousands for the same few days of the same calendar object. */
const plans = new WeakMap<ProgrammeCalendar, Map<string, DayPlan>>();

/**
 * Open or closed at an instant, why, and until when (SAMPS-07..10). After the last closing of the period the reason is `after-period` at once:
 * there is no next opening to announce.
 */
export function openingAt(calendar: ProgrammeCalendar, at: string): Opening {
  const day = localDay(calendar.timeZone, at);
  const plan = dayPlan(calendar, day);
  const ms = epochMs(at);
  const current = plan.intervals.find(({ from, to }) => epochMs(from) <= ms && ms < epochMs(to));
  if (current !== undefined) {
    return { state: 'open', reason: 'open', closesAt: current.to };
  }
  const opensAt = nextOpening(calendar, day, ms);
  if (opensAt === undefined) {
    return { state: 'closed', reason: 'after-period' };
  }
  const { reason, label } = plan;
  return { state: 'closed', reason, ...(label === undefined ? {} : { label }), opensAt };
}

/** Spans of opening of a local day, ascending; none when closed all day or outside the period. */
export function openIntervals(calendar: ProgrammeCalendar, day: string): readonly OpenInterval[] {
  return dayPlan(calendar, day).intervals;
}

/** Whether the programme opens at all on this local day. */
export function isOpenDay(calendar: ProgrammeCalendar, day: string): boolean {
  return openIntervals(calendar, day).length > 0;
}

/** First open day strictly after `day`; undefined after the last one of the period. */
export function nextOpenDay(calendar: ProgrammeCalendar, day: string): string | undefined {
  for (let next = addDays(day, 1); next <= calendar.period.to; next = addDays(next, 1)) {
    if (isOpenDay(calendar, next)) {
      return next;
    }
  }
  return undefined;
}

/** Last open day strictly before `day`; undefined before the first one of the period. */
export function previousOpenDay(calendar: ProgrammeCalendar, day: string): string | undefined {
  for (let previous = addDays(day, -1); previous >= calendar.period.from; previous = addDays(previous, -1)) {
    if (isOpenDay(calendar, previous)) {
      return previous;
    }
  }
  return undefined;
}

/** Minutes of opening between two instants (ages in open hours), fractional; 0 when `to` is not after `from`. */
export function openMinutesBetween(calendar: ProgrammeCalendar, from: string, to: string): number {
  const fromMs = epochMs(from);
  const toMs = epochMs(to);
  let open = 0;
  const last = localDay(calendar.timeZone, to);
  for (let day = localDay(calendar.timeZone, from); day <= last; day = addDays(day, 1)) {
    for (const interval of openIntervals(calendar, day)) {
      open += Math.max(0, Math.min(toMs, epochMs(interval.to)) - Math.max(fromMs, epochMs(interval.from)));
    }
  }
  return open / 60_000;
}

function nextOpening(calendar: ProgrammeCalendar, day: string, ms: number): string | undefined {
  const later = openIntervals(calendar, day).find(({ from }) => epochMs(from) > ms);
  if (later !== undefined) {
    return later.from;
  }
  const next = nextOpenDay(calendar, day);
  return next === undefined ? undefined : openIntervals(calendar, next)[0]?.from;
}

function dayPlan(calendar: ProgrammeCalendar, day: string): DayPlan {
  let days = plans.get(calendar);
  if (days === undefined) {
    days = new Map();
    plans.set(calendar, days);
  }
  const known = days.get(day);
  if (known !== undefined) {
    return known;
  }
  const plan = planOf(calendar, day);
  days.set(day, plan);
  return plan;
}

function planOf(calendar: ProgrammeCalendar, day: string): DayPlan {
  const weekday = isoWeekday(day);
  if (day < calendar.period.from) {
    return { intervals: [], reason: 'before-period' };
  }
  if (day > calendar.period.to) {
    return { intervals: [], reason: 'after-period' };
  }
  const exception = calendar.exceptions.find((candidate) => candidate.day === day);
  if (exception !== undefined) {
    return { intervals: intervalsOf(calendar, day, exception.hours), reason: 'exception', label: exception.label };
  }
  const holiday: Holiday | undefined = holidayOn(calendar.holidays, day);
  if (holiday !== undefined) {
    const { holidayHours = [] } = calendar;
    return { intervals: intervalsOf(calendar, day, holidayHours), reason: 'holiday', label: holiday.name };
  }
  const hours = calendar.weeks.findLast((week) => week.from <= day)?.hours[String(weekday)] ?? [];
  const reason = hours.length === 0 && weekday >= 6 ? 'weekend' : 'hours';
  return { intervals: intervalsOf(calendar, day, hours), reason };
}

function intervalsOf(
  calendar: ProgrammeCalendar,
  day: string,
  hours: readonly { readonly opens: string; readonly closes: string }[],
): readonly OpenInterval[] {
  const intervals = hours.map(({ opens, closes }) => {
    const from = instantOf(calendar.timeZone, day, opens);
    const to = instantOf(calendar.timeZone, day, closes);
    if (epochMs(to) <= epochMs(from)) {
      throw new Error(`Hours of ${day} close at "${closes}" before they open at "${opens}"; accepted: opens < closes`);
    }
    return { from, to };
  });
  return intervals.sort((a, b) => epochMs(a.from) - epochMs(b.from));
}
