/** `04/07 à 10:12`, by the clock of the programme. */
export function moment(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(instant));
  return parts.replace(' ', ' à ');
}

/** `2:05`: minutes and seconds since then. */
export function lasting(since: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The instant of a wall-clock time typed in a `datetime-local` field, by the clock of the programme; undefined when it is none. */
export function instantOf(typed: string, timeZone: string): string | undefined {
  const asUtc = Date.parse(`${typed}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // Twice, for the hour at which the clock changes.
  const once = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(once, timeZone)).toISOString();
}

function offsetAt(instant: number, timeZone: string): number {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}
