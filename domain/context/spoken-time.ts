import { isoWeekday, localDay, localTime } from '../calendar/local-time.ts';

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** `07:30` → « 7 heures 30 », `16:00` → « 16 heures », as a person says it. */
export function spokenTime(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  const hours = `${Number(hour)} ${Number(hour) < 2 ? 'heure' : 'heures'}`;
  return Number(minute) === 0 ? hours : `${hours} ${Number(minute)}`;
}

/** ISO weekday (1 = Monday) → « lundi ». */
export function spokenWeekday(weekday: number): string {
  return weekdays[weekday - 1] ?? '';
}

/** Local day → « lundi 7 juillet », « mardi 1er juillet ». */
function spokenDay(day: string): string {
  const date = Number(day.slice(8, 10));
  const month = months[Number(day.slice(5, 7)) - 1] ?? '';
  return `${spokenWeekday(isoWeekday(day))} ${date === 1 ? '1er' : date} ${month}`;
}

/** Instant → « lundi 7 juillet à 7 heures 30 » in the programme's zone. */
export function spokenInstant(timeZone: string, at: string): string {
  return `${spokenDay(localDay(timeZone, at))} à ${spokenTime(localTime(timeZone, at))}`;
}
