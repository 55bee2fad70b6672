import type { BoardAgent } from '../../contracts/live-board.ts';

const whole = new Intl.NumberFormat('fr-FR');
const share = new Intl.NumberFormat('fr-FR', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const count = (value: number): string => whole.format(value);

/** « 84,5 % »; a dash when there is nothing to speak of. */
export const percent = (value: number | undefined): string => (value === undefined ? '–' : share.format(value));

/** Seconds as « 45 s » or « 3 min 05 s »; a dash when there is nothing to speak of. */
export function duration(seconds: number | undefined): string {
  if (seconds === undefined) return '–';
  const rounded = Math.round(seconds);
  const minutes = Math.floor(rounded / 60);
  return minutes === 0
    ? `${rounded}\u202fs`
    : `${count(minutes)}\u202fmin\u00a0${String(rounded % 60).padStart(2, '0')}\u202fs`;
}

/** « 14:05 », by the clock of the programme. */
export function hour(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
}

/** « vendredi 4 juillet 2025 », of a local day YYYY-MM-DD. */
export function longDay(day: string): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export const agentStates: Readonly<Record<BoardAgent['state'], string>> = {
  free: 'Libre',
  ringing: 'Sonnerie',
  talking: 'En conversation',
  holding: 'Appel en garde',
  'after-call': 'Après-appel',
  away: 'En pause',
  offline: 'Absent',
};
