import { holidayOn } from '../calendar/holidays.ts';
import { addDays, instantOf, isoWeekday, localDay } from '../calendar/local-time.ts';
import type { QuietHours } from './message-rules.ts';

/** Where a clock is, and whose public holidays are kept there. */
export interface PlaceOfCallee {
  readonly zones: readonly string[];
  readonly holidays: 'france' | 'new-caledonia' | 'none';
}

/** Long enough for any run of holidays and Sundays. */
const horizonDays = 30;

/**
 * First instant from `at` on (ISO UTC) at which a message may be sent by the clock of whoever receives it (COMMON-35): at 21:30 on a Saturday, 08:00 on
 * Monday. A number of a country with several zones waits until all of them are awake. Throws when the rules leave no hour within a month.
 */
export function nextSendable(hours: QuietHours, place: PlaceOfCallee, at: string): string {
  if (hours.crisis) {
    return at;
  }
  const end = addDays(localDay('UTC', at), horizonDays);
  for (let instant = at; localDay('UTC', instant) <= end; ) {
    const opens = place.zones
      .map((zone) => opensIn(hours, place.holidays, zone, instant))
      .sort()
      .at(-1);
    if (opens === undefined || opens === instant) {
      return instant;
    }
    instant = opens;
  }
  throw new Error(
    `No message can be sent within ${horizonDays} days of ${at} from ${hours.from} to ${hours.to} in ${place.zones.join(', ')}; accepted: hours that meet`,
  );
}

function opensIn(hours: QuietHours, holidays: PlaceOfCallee['holidays'], zone: string, at: string): string {
  const today = localDay(zone, at);
  for (let day = today; ; day = addDays(day, 1)) {
    const isOpen = hours.days.includes(isoWeekday(day)) && (hours.holidays || holidayOn(holidays, day) === undefined);
    const opens = instantOf(zone, day, hours.from);
    if (isOpen && (day > today || at < instantOf(zone, day, hours.to))) {
      return at < opens ? opens : at;
    }
    if (day > addDays(today, horizonDays)) {
      return opens;
    }
  }
}
