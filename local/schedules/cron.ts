import { Temporal } from 'temporal-polyfill';
import { dayOfMonthTest, dayOfWeekTest } from './cron-days.ts';
import { cronFields, cronValues } from './cron-field.ts';

/** Searching further than this is a mistake in the expression (a 30 February). */
const horizonDays = 366 * 9;

/**
 * Compiles `minutes hours day-of-month month day-of-week year` in an IANA zone. Gives the next occurrence strictly after a time
 * (both in milliseconds since the epoch), undefined when there is none. A local time skipped by a spring change does not
 * occur; one repeated in autumn occurs once (EventBridge Scheduler guide, "Daylight savings time").
 */
export function compileCron(text: string, zone: string): (after: number) => number | undefined {
  const fields = text.trim().split(/\s+/);
  const [minutesText, hoursText, dayOfMonth, monthText, dayOfWeek, yearText] = fields;
  if (
    fields.length !== 6 ||
    minutesText === undefined ||
    hoursText === undefined ||
    dayOfMonth === undefined ||
    monthText === undefined ||
    dayOfWeek === undefined ||
    yearText === undefined
  ) {
    throw new Error(`cron(${text}): six fields expected (minutes hours day-of-month month day-of-week year)`);
  }
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new Error(`cron(${text}): exactly one of day-of-month and day-of-week must be "?"`);
  }
  const minutes = cronValues(minutesText, cronFields.minutes);
  const hours = cronValues(hoursText, cronFields.hours);
  const months = new Set(cronValues(monthText, cronFields.month));
  const years = new Set(cronValues(yearText, cronFields.year));
  const isDay = dayOfMonth === '?' ? dayOfWeekTest(dayOfWeek) : dayOfMonthTest(dayOfMonth);

  const occurrencesOn = (date: Temporal.PlainDate): number[] => {
    const occurrences: number[] = [];
    if (!years.has(date.year) || !months.has(date.month)) return occurrences;
    if (!isDay({ day: date.day, weekday: (date.dayOfWeek % 7) + 1, daysInMonth: date.daysInMonth })) return occurrences;
    for (const hour of hours) {
      for (const minute of minutes) {
        const wall = date.toPlainDateTime({ hour, minute });
        const occurrence = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
        if (occurrence.toPlainDateTime().equals(wall)) occurrences.push(occurrence.epochMilliseconds);
      }
    }
    return occurrences;
  };
  // Asked again after each occurrence: a schedule of every minute would work its day out a thousand times.
  let ahead: readonly number[] = [];
  let aheadFrom = Number.POSITIVE_INFINITY;

  return (after) => {
    const known = after >= aheadFrom ? ahead.find((time) => time > after) : undefined;
    if (known !== undefined) return known;
    let date = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
    for (let searched = 0; searched < horizonDays; searched += 1, date = date.add({ days: 1 })) {
      const occurrences = occurrencesOn(date);
      const next = occurrences.find((time) => time > after);
      if (next === undefined) continue;
      ahead = occurrences;
      aheadFrom = occurrences[0] ?? after;
      return next;
    }
    return undefined;
  };
}
