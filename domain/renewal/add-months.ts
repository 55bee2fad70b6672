const dayMs = 86_400_000;

/** The same day of the month some months later, or the last of that month when it is shorter: 31 August and 6 months are 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = new Date(Date.UTC(year, month + months, 1) - dayMs).getUTCDate();
  return new Date(first + (Math.min(dayOfMonth, last) - 1) * dayMs).toISOString().slice(0, 10);
}
