import { parseArgs } from 'node:util';

/** What `npm start -- …` understands. */
export interface StartOptions {
  /** First local day to play, YYYY-MM-DD. */
  readonly date: string;
  /** How many open days to play. */
  readonly days: number;
  readonly seed: number;
  readonly agents: number;
  /** Mean number of first calls in opening hours. */
  readonly volume: number;
  /** People of each order of calls (démarchage): one the first day, then each week; 0 = none. */
  readonly orderPeople: number;
  readonly port: number;
  readonly fresh: boolean;
  /** Play, print the figures and the journal's hash, and exit. */
  readonly once: boolean;
  /** Begin at the first opening, in real time: people ring all day, and whoever sits at a desk takes calls among the agents. */
  readonly live: boolean;
  /** An assembly already synthesized; absent = synthesize now. */
  readonly assembly?: string;
  readonly state: string;
  readonly concurrency: number;
}

const help = `npm start -- [options]

  --date 2025-07-04   first day to play (local day of the programme)
  --days 1            number of open days to play
  --seed 1            the same seed gives the same day
  --agents 7          agents on shift (1 to 7)
  --volume 370        mean number of calls in opening hours, besides people who call again
  --order-people 65   people of each order of outbound calls, one the first day and then each week; 0 for none
  --port 8687         port of the home page; the five ports after it serve files, tables and the other services
  --state .permanence folder where everything is kept between runs
  --fresh             forget the kept state first
  --live              begin at the opening, in real time: take calls yourself at /poste
  --once              play, print the figures and the journal's hash, exit
  --assembly DIR      run this synthesized assembly instead of synthesizing
  --concurrency 4     how many Lambda invocations of one instant may run at once
`;

export class OptionError extends Error {}

export function parseStartOptions(argv: readonly string[]): StartOptions | { readonly help: string } {
  const values = parseFlags(argv, flags, 'npm start -- --help');
  if (values.help === true) return { help };
  const date = values.date ?? '2025-07-04';
  if (values.live === true && values.once === true)
    throw new OptionError(
      '--live and --once: one goes on until you stop it, the other stops by itself; give one of them',
    );
  if (!isDay(date)) throw new OptionError(`--date: "${date}" is not a day; write it as 2025-07-04`);
  return {
    date,
    days: wholeNumber('days', values.days ?? '1', 1, 260),
    seed: wholeNumber('seed', values.seed ?? '1', 0, 2 ** 31),
    agents: wholeNumber('agents', values.agents ?? '7', 1, 7),
    volume: wholeNumber('volume', values.volume ?? '370', 0, 5000),
    orderPeople: wholeNumber('order-people', values['order-people'] ?? '65', 0, 5000),
    port: wholeNumber('port', values.port ?? '8687', 1, 65_531),
    fresh: values.fresh ?? false,
    once: values.once ?? false,
    live: values.live ?? false,
    ...(values.assembly === undefined ? {} : { assembly: values.assembly }),
    state: values.state ?? '.permanence',
    concurrency: wholeNumber('concurrency', values.concurrency ?? '4', 1, 64),
  };
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const flags = {
  date: text,
  days: text,
  seed: text,
  agents: text,
  volume: text,
  'order-people': text,
  port: text,
  state: text,
  assembly: text,
  concurrency: text,
  fresh: flag,
  once: flag,
  live: flag,
  help: flag,
};

/** The values of known flags; an unknown one is refused, naming those there are. */
export function parseFlags<
  F extends Readonly<Record<string, { readonly type: 'string' } | { readonly type: 'boolean' }>>,
>(argv: readonly string[], known: F, helpCommand: string) {
  try {
    return parseArgs({ args: [...argv], options: known }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message.split('. To specify', 1)[0] : String(error);
    const accepted = Object.keys(known).map((name) => `--${name}`);
    throw new OptionError(`${said}; accepted are ${accepted.join(', ')}: ${helpCommand} tells what each does`);
  }
}

export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new OptionError(`--${name}: "${text}" is not accepted; give a whole number from ${least} to ${most}`);
  }
  return value;
}

function isDay(date: string): boolean {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().slice(0, 10) === date;
}
