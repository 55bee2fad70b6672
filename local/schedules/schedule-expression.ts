import { Temporal } from 'temporal-polyfill';
import { compileCron } from './cron.ts';

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The next occurrence strictly after a time, both in milliseconds since the epoch. */
export type Occurrences = (after: number) => number | undefined;

/** Compiles `rate(5 minutes)`, `cron(…)` or `at(2025-07-04T16:30:00)`. Rates count from `anchor`; cron and at are read in `zone`. */
export function compileSchedule(expression: string, zone: string, anchor: number): Occurrences {
  const [, kind, argument = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'cron') return compileCron(argument, zone);
  if (kind === 'at') {
    const time = Temporal.PlainDateTime.from(argument).toZonedDateTime(zone).epochMilliseconds;
    return (after) => (time > after ? time : undefined);
  }
  if (kind === 'rate') {
    const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
    const interval = Number(count) * (unitMs[unit ?? ''] ?? Number.NaN);
    if (interval > 0) {
      return (after) => anchor + Math.max(0, Math.floor((after - anchor) / interval) + 1) * interval;
    }
  }
  throw new Error(
    `Schedule expression "${expression}": accepted are rate(n minutes|hours|days), cron(six fields) and at(yyyy-mm-ddThh:mm:ss)`,
  );
}
