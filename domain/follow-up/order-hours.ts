import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { holidays } from '../calendar/holidays.ts';
import { addDays, localDay } from '../calendar/local-time.ts';
import type { OrderAnswer, OrderPorts } from './order-priority.ts';

type Hours = readonly { readonly opens: string; readonly closes: string }[];

/** « Courriel de l’ARS » (ARS-39, -40): hours from a local day on, of some weekdays, of holidays, or of one day alone. */
export interface HoursOrder {
  /** Local day YYYY-MM-DD from which they hold. */
  readonly from: string;
  /** By ISO weekday; those left out stay as they are, an empty list closes. */
  readonly weekdays?: Readonly<Record<string, Hours>>;
  /** Of every holiday from then on; empty = closed. */
  readonly holidays?: Hours;
}

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Changes hours from a day on; before it nothing changes, so that reports use the right ones on each side. Refused for days that have begun. */
export async function orderHours(
  programme: string,
  order: HoursOrder,
  at: string,
  { content, versions, hash }: OrderPorts,
): Promise<OrderAnswer> {
  const calendar = await content.inForce(programme, 'calendar', at);
  const fault = faultOf(order, calendar, at);
  if (fault !== undefined) {
    return { type: 'refused', fault };
  }
  const value = withOrder(calendar, order);
  await versions.add(programme, 'calendar', { validFrom: at, hash: hash(value), origin: 'edit', value });
  return { type: 'ordered' };
}

function faultOf(
  { from, weekdays = {}, holidays: ofHolidays = [] }: HoursOrder,
  calendar: ProgrammeCalendar,
  at: string,
) {
  const { timeZone, period } = calendar;
  const tomorrow = addDays(localDay(timeZone, at), 1);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || from < tomorrow || from > period.to) {
    return `La date d’effet vaut « ${from} » ; valeur acceptée : un jour AAAA-MM-JJ, du ${tomorrow} au ${period.to}.`;
  }
  const unknown = Object.keys(weekdays).find((weekday) => !/^[1-7]$/.test(weekday));
  if (unknown !== undefined) {
    return `Le jour de la semaine vaut « ${unknown} » ; valeur acceptée : de 1 (lundi) à 7 (dimanche).`;
  }
  const wrong = [...Object.values(weekdays), ofHolidays]
    .flat()
    .find(({ opens, closes }) => !timeOfDay.test(opens) || !timeOfDay.test(closes) || opens >= closes);
  return (
    wrong &&
    `Les heures valent « ${wrong.opens}-${wrong.closes} » ; valeur acceptée : HH:MM-HH:MM, l’ouverture avant la fermeture.`
  );
}

/** The calendar with the order: a week that begins that day, and each holiday after it as a day of its own. */
export function withOrder(calendar: ProgrammeCalendar, order: HoursOrder): ProgrammeCalendar {
  const { from, weekdays, holidays: hours } = order;
  const before = calendar.weeks.findLast((week) => week.from <= from)?.hours ?? {};
  const changed = (week: ProgrammeCalendar['weeks'][number]) => ({ ...week, hours: { ...week.hours, ...weekdays } });
  const weeks =
    weekdays === undefined
      ? calendar.weeks
      : [
          ...calendar.weeks.filter((week) => week.from < from),
          { from, hours: { ...before, ...weekdays } },
          ...calendar.weeks.filter((week) => week.from > from).map(changed),
        ];
  const opened =
    hours === undefined ? [] : holidaysFrom(calendar, from).map(({ day, name: label }) => ({ day, label, hours }));
  const days = new Set(opened.map(({ day }) => day));
  return { ...calendar, weeks, exceptions: [...calendar.exceptions.filter(({ day }) => !days.has(day)), ...opened] };
}

function holidaysFrom({ holidays: kind, period }: ProgrammeCalendar, from: string) {
  const [first, last] = [Number(from.slice(0, 4)), Number(period.to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.flatMap((year) => holidays(kind, year)).filter(({ day }) => day >= from && day <= period.to);
}
