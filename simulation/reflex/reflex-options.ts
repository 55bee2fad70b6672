import { reflex } from '../../programmes/reflex/programme.ts';
import { type RunOptions, runFlags, runOptions } from '../run-options.ts';
import { OptionError, parseFlags, wholeNumber } from '../start-options.ts';

/** What `npm run simulate -- reflex …` understands; `date`: the day on which the level is declared. */
export interface SimulateOptions extends RunOptions {
  readonly hours: number;
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

export function parseSimulateOptions(argv: readonly string[]): SimulateOptions | { readonly help: string } {
  const [what, ...rest] = argv;
  if (what === undefined || what === '--help') return { help };
  if (what !== 'reflex') {
    throw new OptionError(`"${what}" cannot be simulated; accepted: npm run simulate -- reflex, or suivi`);
  }
  const values = parseFlags(rest, { ...runFlags, hours: { type: 'string' } }, 'npm run simulate -- reflex --help');
  if (values.help === true) return { help };
  return {
    ...runOptions(values, {
      people: ['500', 20_000],
      agents: ['6', 55],
      date: '2026-07-06',
      state: '.permanence/reflex',
      calendar: reflex.calendar,
      mostPort: 65_531,
    }),
    hours: wholeNumber('hours', values.hours ?? '48', 1, 48),
  };
}
