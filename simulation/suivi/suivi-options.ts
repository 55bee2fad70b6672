import { isOpenDay } from '../../domain/calendar/opening.ts';
import { suivi } from '../../programmes/suivi/programme.ts';
import { OptionError, parseFlags, wholeNumber } from '../start-options.ts';

/** What `npm run simulate -- suivi …` understands. */
export interface SuiviRunOptions {
  readonly people: number;
  readonly days: number;
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
  /** All in one thread, without sockets or a kept state. */
  readonly inProcess?: Record<string, never>;
}

const help = `npm run simulate -- suivi [options]

Plays the follow-up of the ARS: each morning a list comes in, people get an SMS, answer on their phone, or are called by agents.

  --people 300        people on the list of each day (1 to 3000)
  --days 10           days to play, closed ones included (1 to 30)
  --agents 34         agents (1 to 40)
  --date 2026-03-02   first day, an open one
  --seed 1            the same seed gives the same days
  --port 8687         port of the site; the five ports after it serve files, tables and the other services
  --state .permanence/suivi  folder where everything is kept between runs
  --fresh             forget the kept state first
  --once              play, print the figures and the journal's hash, exit
  --assembly DIR      run this synthesized assembly instead of synthesizing
  --concurrency 1     how many Lambda invocations of one instant may run at once; above 1, whether one function of a minute sees what another
                      wrote in the same is not the seed's
  --in-process        all in one thread, without sockets or a kept state: faster; with --fresh --once
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const flags = {
  ...{ people: text, days: text, agents: text, date: text, seed: text, port: text, state: text, assembly: text },
  ...{ concurrency: text, fresh: flag, once: flag, 'in-process': flag, help: flag },
};

/** `argv`: what follows `suivi`. */
export function parseSuiviOptions(argv: readonly string[]): SuiviRunOptions | { readonly help: string } {
  const values = parseFlags(argv, flags, 'npm run simulate -- suivi --help');
  if (values.help === true) return { help };
  const inProcess = values['in-process'] === true;
  if (inProcess && !(values.fresh === true && values.once === true)) {
    throw new OptionError('--in-process has no pages and keeps nothing; give it with --fresh --once');
  }
  return {
    people: wholeNumber('people', values.people ?? '300', 1, 3000),
    days: wholeNumber('days', values.days ?? '10', 1, 30),
    agents: wholeNumber('agents', values.agents ?? '34', 1, 40),
    date: openDay(values.date ?? '2026-03-02'),
    seed: wholeNumber('seed', values.seed ?? '1', 0, 2 ** 31),
    port: wholeNumber('port', values.port ?? '8687', 1, 65_530),
    fresh: values.fresh ?? false,
    once: values.once ?? false,
    ...(values.assembly === undefined ? {} : { assembly: values.assembly }),
    state: values.state ?? '.permanence/suivi',
    concurrency: wholeNumber('concurrency', values.concurrency ?? '1', 1, 64),
    ...(inProcess ? { inProcess: {} } : {}),
  };
}

function openDay(date: string): string {
  const { from, to } = suivi.calendar.period;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
  if (!isDay || date < from || date > to || !isOpenDay(suivi.calendar, date)) {
    throw new OptionError(`--date: "${date}" is not accepted; give an open day from ${from} to ${to}, as 2026-03-02`);
  }
  return date;
}
