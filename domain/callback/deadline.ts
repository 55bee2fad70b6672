import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { nextOpenDay, openIntervals } from '../calendar/opening.ts';

/**
 * Until when a call of this local day may be called back: the closing of the `openDays`-th open day after it. At the end of the
 * period, when there are fewer open days left, the closing of the last one; the end of the call's own day is the least.
 */
export function callbackDeadline(calendar: ProgrammeCalendar, day: string, openDays: number): string | undefined {
  let last = day;
  for (let count = 0; count < openDays; count += 1) {
    last = nextOpenDay(calendar, last) ?? last;
  }
  return openIntervals(calendar, last).at(-1)?.to;
}
