import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, instantOf, isoWeekday, localDay } from '../calendar/local-time.ts';
import { openIntervals } from '../calendar/opening.ts';
import type { AppointmentRules, AppointmentSite } from './appointment-rules.ts';

/** A moment at which a site receives, or calls, some people. */
export interface Slot {
  readonly siteId: string;
  /** ISO instant. */
  readonly at: string;
  readonly minutes: number;
  readonly seats: number;
}

/** A slot with what is still free of it. */
export interface FreeSlot extends Slot {
  readonly free: number;
}

/** Slots of a site on a local day by its own rules: none on a day on which the service is closed. */
export function slotsOfDay(site: AppointmentSite, day: string, calendar: ProgrammeCalendar): readonly Slot[] {
  const open = openIntervals(calendar, day);
  return site.openings
    .filter(({ weekdays }) => weekdays.includes(isoWeekday(day)))
    .flatMap(({ from, to }) => times(from, to, site.minutes))
    .map((time) => instantOf(calendar.timeZone, day, time))
    .filter((at) => open.some((interval) => interval.from <= at && at < interval.to))
    .map((at) => ({ siteId: site.id, at, minutes: site.minutes, seats: site.seats }));
}

/** Local days that may be booked at an instant. */
export function bookableDays(
  { daysAhead }: AppointmentRules,
  { timeZone }: ProgrammeCalendar,
  at: string,
): { readonly from: string; readonly to: string } {
  const today = localDay(timeZone, at);
  return { from: today, to: addDays(today, daysAhead - 1) };
}

function times(from: string, to: string, minutes: number): readonly string[] {
  const [start, end] = [from, to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  const found: string[] = [];
  for (let at = start ?? 0; at + minutes <= (end ?? 0); at += minutes) {
    found.push(`${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
  }
  return found;
}
