/** « vendredi 4 juillet à 09:30 », by the clock of the zone. */
export function slotMoment(at: string, timeZone: string): string {
  const date = new Date(at);
  const day = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
    date,
  );
  return `${day} à ${slotTime(at, timeZone)}`;
}

/** « 09:30 ». */
export function slotTime(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
}
