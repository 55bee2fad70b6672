import { cronFields, cronNumber, cronValues } from './cron-field.ts';

export interface CronDay {
  readonly day: number;
  /** 1 = Sunday … 7 = Saturday, as in cron expressions. */
  readonly weekday: number;
  readonly daysInMonth: number;
}

/** Day-of-month field: values, `L` (last), `15W` (weekday nearest to the 15th), `LW`. */
export function dayOfMonthTest(text: string): (day: CronDay) => boolean {
  if (text === 'L') return ({ day, daysInMonth }) => day === daysInMonth;
  if (text === 'LW') return (day) => day.day === nearestWeekday(day, day.daysInMonth);
  if (/^\d+W$/.test(text)) {
    const wanted = cronNumber(text.slice(0, -1), cronFields.dayOfMonth, text);
    return (day) => wanted <= day.daysInMonth && day.day === nearestWeekday(day, wanted);
  }
  const values = new Set(cronValues(text, cronFields.dayOfMonth));
  return ({ day }) => values.has(day);
}

/** Day-of-week field: values, `6L` (last Friday of the month), `3#2` (second Tuesday). */
export function dayOfWeekTest(text: string): (day: CronDay) => boolean {
  const field = cronFields.dayOfWeek;
  const last = /^(\w+)L$/.exec(text)?.[1];
  if (last !== undefined) {
    const wanted = cronNumber(last, field, text);
    return ({ day, weekday, daysInMonth }) => weekday === wanted && day + 7 > daysInMonth;
  }
  const nth = /^(\w+)#([1-5])$/.exec(text);
  if (nth !== null) {
    const wanted = cronNumber(nth[1] ?? '', field, text);
    return ({ day, weekday }) => weekday === wanted && Math.ceil(day / 7) === Number(nth[2]);
  }
  const values = new Set(cronValues(text === 'L' ? 'SAT' : text, field));
  return ({ weekday }) => values.has(weekday);
}

/** The weekday (Monday to Friday) of the month nearest to day `wanted`. */
function nearestWeekday(day: CronDay, wanted: number): number {
  const weekday = (((day.weekday - 1 + wanted - day.day) % 7) + 7) % 7;
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 0) return wanted === day.daysInMonth ? wanted - 2 : wanted + 1;
  return wanted;
}
