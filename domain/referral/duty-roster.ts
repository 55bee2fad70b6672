import { addDays, isoWeekday, localIso } from '../calendar/local-time.ts';
import type { Cell, ReferralRules } from './referral-rules.ts';

/**
 * Codes of who is on duty for a cell at an instant, first to be told first. Nobody on duty, at night or by a hole in the roster: the supervisor,
 * so that nothing is lost (REFLEX-19).
 */
export function onDuty(cell: Cell, rules: ReferralRules, timeZone: string, at: string): readonly string[] {
  const now = localIso(timeZone, at).slice(0, 16);
  const dated = cell.roster.dated.findLast(({ from, to }) => from <= now && now < to);
  const contacts = dated?.contacts ?? weeklyContacts(cell, now);
  return contacts.length === 0 ? [rules.supervisor.code] : contacts;
}

/** Shifts that overlap are read in the order of the roster, without repeats. */
function weeklyContacts({ roster }: Cell, now: string): readonly string[] {
  const day = now.slice(0, 10);
  const time = now.slice(11);
  const today = isoWeekday(day);
  const yesterday = isoWeekday(addDays(day, -1));
  const covering = roster.weekly.filter(({ weekdays, from, to }) =>
    to > from
      ? weekdays.includes(today) && from <= time && time < to
      : (weekdays.includes(today) && from <= time) || (weekdays.includes(yesterday) && time < to),
  );
  return [...new Set(covering.flatMap(({ contacts }) => contacts))];
}
