import { localIso } from '../calendar/local-time.ts';

const days = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** French typography: narrow no-break spaces before ; : ! ? % and inside « », so that no line starts with a lone sign. */
export function typeset(text: string): string {
  return text.replace(/ (?=[;:!?%»])/g, '\u202f').replace(/« /g, '«\u202f');
}

/** « vendredi 4 juillet 2025 » ; the first of a month is « 1er ». */
export function longDay(day: string): string {
  const weekday = days[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${weekday} ${dayOfMonth(day)} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** « 04/07/2025 ». */
export function shortDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** « 04/07/2025 à 16:30 », in the zone. */
export function shortMoment(timeZone: string, at: string): string {
  const local = localIso(timeZone, at);
  return `${shortDay(local.slice(0, 10))} à ${local.slice(11, 16)}`;
}

/** How people name the clock of a zone, e.g. « heure de Nouméa ». */
export function clockName(timeZone: string): string {
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return `heure de ${city === 'Noumea' ? 'Nouméa' : city}`;
}

function dayOfMonth(day: string): string {
  const number = Number(day.slice(8, 10));
  return number === 1 ? '1er' : String(number);
}
