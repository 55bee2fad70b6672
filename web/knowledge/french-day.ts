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
