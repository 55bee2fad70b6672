import type { AdministrativeDate } from './administrative-date.ts';
import type { AlertDates } from './alert-dates.ts';
import { nextDay } from './occurrences.ts';
import { nextReminder, type ReminderRules } from './reminders.ts';

/** A date with what comes next of it; without a day it is past for good. */
export interface ComingDate {
  readonly date: AdministrativeDate;
  readonly day?: string;
  /** ISO instant of the next reminder; absent when none will leave. */
  readonly reminderAt?: string;
}

export function comingOf(date: AdministrativeDate, now: string, today: string, rules: ReminderRules): ComingDate {
  const day = nextDay(date, today);
  const reminder = nextReminder(date, now, rules);
  return {
    date,
    ...(day === undefined ? {} : { day }),
    ...(reminder === undefined ? {} : { reminderAt: reminder.at }),
  };
}

/** Dates of a structure that come next, soonest first, at most `limit`. */
export async function comingDates(
  { dates }: { readonly dates: Pick<AlertDates, 'all'> },
  now: string,
  today: string,
  rules: ReminderRules,
  limit: number,
): Promise<readonly ComingDate[]> {
  const next: { readonly day: string; readonly date: AdministrativeDate }[] = [];
  for await (const page of dates.all()) {
    for (const date of page) {
      const day = nextDay(date, today);
      if (day !== undefined) {
        next.push({ day, date });
      }
    }
  }
  return next
    .sort((a, b) => (`${a.day} ${a.date.dateId}` < `${b.day} ${b.date.dateId}` ? -1 : 1))
    .slice(0, limit)
    .map(({ date }) => comingOf(date, now, today, rules));
}
