import type { AlertDates } from './alert-dates.ts';
import { nextDay } from './occurrences.ts';
import { sayDay } from './reminders.ts';

/** The next administrative date of each member from a day on, as a text says it: what `{date_rdv}` becomes in a sending to groups. */
export async function datesToSay(day: string, dates: Pick<AlertDates, 'all'>): Promise<ReadonlyMap<string, string>> {
  const next = new Map<string, { readonly day: string; readonly time?: string }>();
  for await (const page of dates.all()) {
    for (const date of page) {
      const coming = nextDay(date, day);
      const known = next.get(date.memberId);
      if (coming !== undefined && (known === undefined || key(coming, date.time) < key(known.day, known.time))) {
        next.set(date.memberId, { day: coming, ...(date.time === undefined ? {} : { time: date.time }) });
      }
    }
  }
  return new Map([...next].map(([memberId, { day: coming, time }]) => [memberId, sayDay(coming, time)]));
}

function key(day: string, time = '24:00'): string {
  return `${day} ${time}`;
}
