import { localIso } from '../../domain/calendar/local-time.ts';
import { longDay } from '../../domain/report/french.ts';

/** « 7 h 30 », « 16 h », in the zone. */
export function frenchHour(timeZone: string, at: string): string {
  const local = localIso(timeZone, at);
  const minutes = local.slice(14, 16);
  return `${Number(local.slice(11, 13))}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}

/** « lundi 7 juillet 2025 », in the zone. */
export function frenchDay(timeZone: string, at: string): string {
  return longDay(localIso(timeZone, at).slice(0, 10));
}

/** « Malia Taofifenua » of `malia.taofifenua`. */
export function personName(username: string): string {
  return username
    .split('.')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ');
}
