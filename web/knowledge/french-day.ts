const long = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** « vendredi 4 juillet 2025 », of a local day. */
export function dayOf(day: string): string {
  return long.format(new Date(`${day}T00:00:00Z`));
}

/** The same, of an instant by the clock of the zone. */
export function dayIn(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
    new Date(at),
  );
}
