import type { ProgrammeCalendar } from '../domain/calendar/calendar.ts';
import { isOpenDay } from '../domain/calendar/opening.ts';
import { OptionError, wholeNumber } from './start-options.ts';

/** What every `npm run simulate -- …` understands. */
export interface RunOptions {
  readonly people: number;
  readonly agents: number;
  /** First local day, YYYY-MM-DD. */
  readonly date: string;
  readonly seed: number;
  readonly port: number;
  readonly fresh: boolean;
  readonly once: boolean;
  readonly assembly?: string;
  readonly state: string;
  readonly concurrency: number;
  /** Present: all in one thread, without sockets or a kept state. */
  readonly inProcess?: Record<string, never>;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
/** Flags of `parseFlags`. */
export const runFlags = {
  ...{ people: text, agents: text, date: text, seed: text, port: text, state: text, assembly: text },
  ...{ concurrency: text, fresh: flag, once: flag, 'in-process': flag, help: flag },
} as const;

/** What is said where nothing is given, and the most of each. */
export interface RunDefaults {
  readonly people: readonly [usual: string, most: number];
  readonly agents: readonly [usual: string, most: number];
  readonly date: string;
  readonly state: string;
  readonly calendar: ProgrammeCalendar;
  /** Highest first port: as many after it serve other things. */
  readonly mostPort: number;
}

type RunValues = { readonly [K in keyof typeof runFlags]?: string | boolean | undefined };

/** Throws OptionError naming the flag, its value and what is accepted. */
export function runOptions(values: RunValues, usual: RunDefaults): RunOptions {
  const given = (name: keyof typeof runFlags, otherwise: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const inProcess = values['in-process'] === true;
  if (inProcess && !(values.fresh === true && values.once === true)) {
    throw new OptionError('--in-process has no pages and keeps nothing; give it with --fresh --once');
  }
  const { people, agents, calendar } = usual;
  return {
    people: wholeNumber('people', given('people', people[0]), 1, people[1]),
    agents: wholeNumber('agents', given('agents', agents[0]), 1, agents[1]),
    date: openDay(given('date', usual.date), usual.date, calendar),
    seed: wholeNumber('seed', given('seed', '1'), 0, 2 ** 31),
    port: wholeNumber('port', given('port', '8687'), 1, usual.mostPort),
    fresh: values.fresh === true,
    once: values.once === true,
    ...(typeof values.assembly === 'string' && { assembly: values.assembly }),
    state: given('state', usual.state),
    concurrency: wholeNumber('concurrency', given('concurrency', '4'), 1, 64),
    ...(inProcess ? { inProcess: {} } : {}),
  };
}

function openDay(date: string, example: string, calendar: ProgrammeCalendar): string {
  const { from, to } = calendar.period;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
  if (!isDay || date < from || date > to || !isOpenDay(calendar, date)) {
    throw new OptionError(`--date: "${date}" is not accepted; give an open day from ${from} to ${to}, as ${example}`);
  }
  return date;
}
