import type { CardDate, CardText } from './card.ts';

/** Dates of a calendar card as of a local day (SAMPS-17): what is over is never said to be next, and the day itself is still to come. */
export function paymentDates(
  { dates }: Pick<CardText, 'dates'>,
  day: string,
): { readonly next?: CardDate; readonly later: readonly CardDate[] } {
  const [next, ...later] = dates.filter((one) => one.day >= day).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return { ...(next && { next }), later };
}
