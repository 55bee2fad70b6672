import { addDays } from '../calendar/local-time.ts';
import { addMonths } from '../renewal/add-months.ts';
import type { AdministrativeDate } from './administrative-date.ts';

const months = { none: 0, monthly: 1, quarterly: 3, yearly: 12 } as const;

/**
 * Days of a date from `from` on, ascending, at most `most`. Each is counted from the first day, so that the 31st of a month is the 28th in February and
 * the 31st again in March.
 */
export function occurrencesFrom(
  { day, recurrence }: Pick<AdministrativeDate, 'day' | 'recurrence'>,
  from: string,
  most: number,
): readonly string[] {
  const step = months[recurrence];
  if (step === 0) {
    return day >= from ? [day] : [];
  }
  const apart =
    (Number(from.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(from.slice(5, 7)) - Number(day.slice(5, 7));
  const first = Math.max(0, Math.floor(apart / step) - 1);
  return Array.from({ length: most + 3 }, (_, index) => addMonths(day, (first + index) * step))
    .filter((one) => one >= from)
    .slice(0, most);
}

/** The next day of a date, today included; undefined when it is past for good. */
export function nextDay(date: Pick<AdministrativeDate, 'day' | 'recurrence'>, today: string): string | undefined {
  return occurrencesFrom(date, addDays(today, 0), 1)[0];
}
