import { addDays, instantOf, localDay } from '../calendar/local-time.ts';
import type { QuietHours } from '../message/message-rules.ts';
import { nextSendable, type PlaceOfCallee } from '../message/quiet-hours.ts';
import type { AdministrativeDate } from './administrative-date.ts';
import { occurrencesFrom } from './occurrences.ts';

/** One reminder of one day. */
export interface Reminder {
  /** ISO instant from which it leaves. */
  readonly at: string;
  /** The day it speaks of. */
  readonly day: string;
  readonly daysBefore: number;
  /** ISO instant from which it would be too late. */
  readonly notAfter: string;
}

export interface ReminderRules {
  readonly quietHours: QuietHours;
  readonly timeZone: string;
  readonly holidays: PlaceOfCallee['holidays'];
}

/** Local time at which reminders leave where nothing is said. */
const reminderTime = '10:00';
/** Days back to look for one on which messages leave: a long run of holidays and a Sunday. */
const mostDaysBack = 7;
/** Days of a date looked at for what comes next: reminders begin at most two months before. */
const horizon = 4;

/**
 * The first reminder that leaves after `after`; undefined when none will. One that falls on a Sunday or a holiday leaves on the open day before it, never
 * after, so that what comes too late is not sent; two that fall on one day are one, the nearest.
 */
export function nextReminder(
  date: Pick<AdministrativeDate, 'day' | 'time' | 'recurrence' | 'remindersBefore'>,
  after: string,
  rules: ReminderRules,
): Reminder | undefined {
  return occurrencesFrom(date, localDay(rules.timeZone, after), horizon)
    .flatMap((day) => remindersOf(date, day, rules))
    .filter(({ at }) => at > after)
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** Reminders of one day of a date, one an instant. */
export function remindersOf(
  { time, remindersBefore }: Pick<AdministrativeDate, 'time' | 'remindersBefore'>,
  day: string,
  rules: ReminderRules,
): readonly Reminder[] {
  const { timeZone } = rules;
  const notAfter = time === undefined ? instantOf(timeZone, day, '24:00') : instantOf(timeZone, day, time);
  const byInstant = new Map(
    remindersBefore
      .toSorted((a, b) => b - a)
      .flatMap((daysBefore) => {
        const at = openingOn(addDays(day, -daysBefore), rules);
        return at === undefined || at >= notAfter ? [] : [[at, { at, day, daysBefore, notAfter }] as const];
      }),
  );
  return [...byInstant.values()];
}

/** When messages leave on a day at the usual time, or on the open day before; undefined when there is none. */
function openingOn(day: string, { quietHours, timeZone, holidays }: ReminderRules): string | undefined {
  for (let back = 0; back <= mostDaysBack; back += 1) {
    const tried = addDays(day, -back);
    const at = instantOf(timeZone, tried, reminderTime);
    const opens = nextSendable(quietHours, { zones: [timeZone], holidays }, at);
    if (localDay(timeZone, opens) === tried) {
      return opens;
    }
  }
  return undefined;
}

/** « 03/12 » or « 03/12 à 9h30 »: what `{date_rdv}` becomes. */
export function sayDay(day: string, time?: string): string {
  const said = `${day.slice(8, 10)}/${day.slice(5, 7)}`;
  return time === undefined ? said : `${said} à ${time.replace(/^0/, '').replace(':', 'h').replace(/h00$/, 'h')}`;
}
