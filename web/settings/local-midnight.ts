/** Instant (ISO) at which a day YYYY-MM-DD begins on the clock of a zone. */
export function localMidnight(day: string, timeZone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offset = (at: number) => Date.parse(`${clock.format(at).replace(' ', 'T')}Z`) - at;
  // The offset of midnight itself, which may not be that of the same hour in UTC.
  return new Date(utc - offset(utc - offset(utc))).toISOString();
}
