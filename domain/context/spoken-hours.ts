import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { spokenTime, spokenWeekday } from './spoken-time.ts';

/**
 * Weekly hours in force on a local day, as a person says them: « du lundi au vendredi, de 7 heures 30 à 16 heures ». Days with the same hours
 * are said together; before the first hours, those to come.
 */
export function spokenHours(calendar: ProgrammeCalendar, day: string): string {
  const week = calendar.weeks.findLast(({ from }) => from <= day) ?? calendar.weeks[0];
  const runs: { readonly days: number[]; readonly hours: string }[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const hours = (week?.hours[String(weekday)] ?? [])
      .map(({ opens, closes }) => `de ${spokenTime(opens)} à ${spokenTime(closes)}`)
      .join(' et ');
    const last = runs.at(-1);
    if (hours !== '' && last?.hours === hours && last.days.at(-1) === weekday - 1) {
      last.days.push(weekday);
    } else if (hours !== '') {
      runs.push({ days: [weekday], hours });
    }
  }
  return runs.map(({ days, hours }) => `${spokenDays(days)}, ${hours}`).join(', et ');
}

function spokenDays(days: readonly number[]): string {
  const [first = 0] = days;
  const last = days.at(-1) ?? first;
  return first === last ? `le ${spokenWeekday(first)}` : `du ${spokenWeekday(first)} au ${spokenWeekday(last)}`;
}
