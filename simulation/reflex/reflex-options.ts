import { isOpenDay } from '../../domain/calendar/opening.ts';
import { reflex } from '../../programmes/reflex/programme.ts';
import { OptionError, parseFlags, wholeNumber } from '../start-options.ts';

/** What `npm run simulate -- reflex …` understands. */
export interface SimulateOptions {
  readonly people: number;
  readonly agents: number;
  readonly hours: number;
  /** Local day on which the level is declared, YYYY-MM-DD. */
  readonly date: string;
  readonly seed: number;
  readonly port: number;
  readonly fresh: boolean;
  readonly once: boolean;
  readonly assembly?: string;
  readonly state: string;
  readonly concurrency: number;
  /** Present: all in one thread. */
  readonly inProcess?: Record<string, never>;
}

const help = `npm run simulate -- reflex [options]        (npm run simulate -- suivi --help tells of the follow-up)

Plays a cycle of calls of the City of Paris: the register is imported, level 3 declared, people called by agents at home.

  --people 500        people of the register (1 to 20000)
  --agents 6          agents at home (1 to 55)
  --hours 48          how long the level lasts: 48 is a whole cycle, less is cut short
  --date 2026-07-06   day on which the level is declared, when the service opens
  --seed 1            the same seed gives the same cycle
  --port 8687         port of the site; the five ports after it serve files, tables and the other services
  --state .permanence/reflex  folder where everything is kept between runs
  --fresh             forget the kept state first
  --once              play, print the figures and the journal's hash, exit
  --in-process        all in one thread, without sockets or a kept state: faster; with --fresh --once
  --assembly DIR      run this synthesized assembly instead of synthesizing
  --concurrency 4     how many Lambda invocations of one instant may run at once
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const flags = {
  ...{ people: text, agents: text, hours: text, date: text, seed: text, port: text, state: text, assembly: text },
  ...{ concurrency: text, fresh: flag, once: flag, 'in-process': flag, help: flag },
};

export function parseSimulateOptions(argv: readonly string[]): SimulateOptions | { readonly help: string } {
  const [what, ...rest] = argv;
  if (what === undefined || what === '--help') return { help };
  if (what !== 'reflex') {
    throw new OptionError(`"${what}" cannot be simulated; accepted: npm run simulate -- reflex, or suivi`);
  }
  const values = parseFlags(rest, flags, 'npm run simulate -- reflex --help');
  if (values.help === true) return { help };
  const inProcess = values['in-process'] === true;
  if (inProcess && !(values.fresh === true && values.once === true)) {
    throw new OptionError('--in-process has no pages and keeps nothing; give it with --fresh --once');
  }
  return {
    people: wholeNumber('people', values.people ?? '500', 1, 20_000),
    agents: wholeNumber('agents', values.agents ?? '6', 1, 55),
    hours: wholeNumber('hours', values.hours ?? '48', 1, 48),
    date: callingDay(values.date ?? '2026-07-06'),
    seed: wholeNumber('seed', values.seed ?? '1', 0, 2 ** 31),
    port: wholeNumber('port', values.port ?? '8687', 1, 65_531),
    fresh: values.fresh ?? false,
    once: values.once ?? false,
    ...(values.assembly === undefined ? {} : { assembly: values.assembly }),
    state: values.state ?? '.permanence/reflex',
    concurrency: wholeNumber('concurrency', values.concurrency ?? '4', 1, 64),
    ...(inProcess ? { inProcess: {} } : {}),
  };
}

function callingDay(date: string): string {
  const { from, to } = reflex.calendar.period;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
  if (!isDay || date < from || date > to || !isOpenDay(reflex.calendar, date)) {
    throw new OptionError(`--date: "${date}" is not accepted; give a day from ${from} to ${to}, as 2026-07-06`);
  }
  return date;
}
