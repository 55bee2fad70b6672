import { instantOf, isoInstant, localDay, localIso } from '../calendar/local-time.ts';
import { readDay } from '../import/read-day.ts';

/** What a form says of a moment. */
export interface TypedMoment {
  readonly day: string;
  readonly time: string;
  /** Of an hour that happens twice: which. */
  readonly fold?: 'first' | 'second';
}

export type ReadMoment =
  | { readonly type: 'at'; readonly at: string }
  | { readonly type: 'problem'; readonly field: 'day' | 'time'; readonly problem: string }
  /** The clock shows this hour twice that night: whoever schedules says which. */
  | { readonly type: 'twice'; readonly first: string; readonly second: string };

const hourMs = 3_600_000;
/** Further ahead it is a mistake of the year. */
const mostDaysAhead = 366;

/**
 * Reads the day and time of a sending by the clock of the zone (ALERTES-06, -19). An hour that does not exist (spring), or is past, is refused in French;
 * one that exists twice (autumn) is asked about.
 */
export function readSchedule(
  { day: typedDay, time: typedTime, fold }: TypedMoment,
  now: string,
  timeZone: string,
): ReadMoment {
  const read = readDay(typedDay.trim());
  if ('problem' in read) {
    const problem = `Le jour « ${typedDay.trim()} » est refusé : ${read.problem} ; accepté : jj/mm/aaaa, comme 04/07/2027.`;
    return { type: 'problem', field: 'day', problem };
  }
  const time = readTime(typedTime);
  if (time === undefined) {
    const problem = `L’heure « ${typedTime.trim()} » est refusée ; accepté : de 00:00 à 23:59, comme 09:30 ou 9h30.`;
    return { type: 'problem', field: 'time', problem };
  }
  const { day } = read;
  const first = instantOf(timeZone, day, time);
  if (localIso(timeZone, first).slice(0, 16) !== `${day}T${time}`) {
    const problem = `Le ${french(day)}, ${time} n’existe pas : les horloges avancent d’une heure cette nuit-là ; accepté : une autre heure.`;
    return { type: 'problem', field: 'time', problem };
  }
  const second = isoInstant(Date.parse(first) + hourMs);
  const isTwice = localIso(timeZone, second).slice(0, 16) === `${day}T${time}`;
  if (isTwice && fold === undefined && second > now) {
    return { type: 'twice', first, second };
  }
  const at = isTwice && fold === 'second' ? second : first;
  if (at <= now) {
    const clock = localIso(timeZone, now);
    const problem = `Le ${french(day)} à ${time} est passé : il est ${clock.slice(11, 16)} le ${french(clock.slice(0, 10))} ; accepté : un moment à venir.`;
    return { type: 'problem', field: day < localDay(timeZone, now) ? 'day' : 'time', problem };
  }
  if (Date.parse(at) - Date.parse(now) > mostDaysAhead * 24 * hourMs) {
    const problem = `Le ${french(day)} est dans plus d’un an ; accepté : un jour dans l’année qui vient.`;
    return { type: 'problem', field: 'day', problem };
  }
  return { type: 'at', at };
}

/** `HH:MM` from `9:30`, `9h30`, `9 h` or `09:30`. */
export function readTime(typed: string): string | undefined {
  const match = /^(\d{1,2})\s*(?:[:hH]\s*(\d{2})?)?$/.exec(typed.trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  return match === null || hour > 23 || minute > 59
    ? undefined
    : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function french(day: string): string {
  return day.split('-').reverse().join('/');
}
