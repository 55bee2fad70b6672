export interface CronFieldRange {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names accepted instead of numbers, the first standing for `min`. */
  readonly names?: readonly string[];
}

export const cronFields = {
  minutes: { name: 'minutes', min: 0, max: 59 },
  hours: { name: 'hours', min: 0, max: 23 },
  dayOfMonth: { name: 'day-of-month', min: 1, max: 31 },
  month: {
    name: 'month',
    min: 1,
    max: 12,
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  dayOfWeek: { name: 'day-of-week', min: 1, max: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  year: { name: 'year', min: 1970, max: 2199 },
} as const satisfies Record<string, CronFieldRange>;

/** Values of one field: lists, ranges, steps and names; `*` and `?` give all. Sorted. */
export function cronValues(text: string, field: CronFieldRange): readonly number[] {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step, ...more] = part.split('/');
    const every = step === undefined ? 1 : Number(step);
    if (more.length > 0 || !Number.isInteger(every) || every < 1) throw refused(text, field);
    const [from, to] = bounds(range, step !== undefined, field, text);
    for (let value = from; value <= to; value += every) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

export function cronNumber(text: string, field: CronFieldRange, whole: string): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? field.min + named : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= field.min && value <= field.max)) throw refused(whole, field);
  return value;
}

function bounds(range: string, stepped: boolean, field: CronFieldRange, whole: string): [from: number, to: number] {
  if (range === '*' || range === '?') return [field.min, field.max];
  const [first = '', last, ...more] = range.split('-');
  if (more.length > 0) throw refused(whole, field);
  const from = cronNumber(first, field, whole);
  if (last !== undefined) {
    const to = cronNumber(last, field, whole);
    if (to < from) throw refused(whole, field);
    return [from, to];
  }
  return [from, stepped ? field.max : from];
}

function refused(text: string, field: CronFieldRange): Error {
  const names = field.names === undefined ? '' : ` or ${field.names[0]}-${field.names.at(-1)}`;
  return new Error(
    `Cron field ${field.name} "${text}": accepted are ${field.min}-${field.max}${names}, with lists, ranges and steps`,
  );
}
