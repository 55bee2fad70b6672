import { suivi } from '../../programmes/suivi/programme.ts';
import { type RunOptions, runFlags, runOptions } from '../run-options.ts';
import { parseFlags, wholeNumber } from '../start-options.ts';

/** What `npm run simulate -- suivi …` understands. */
export interface SuiviRunOptions extends RunOptions {
  readonly days: number;
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
  --concurrency 4     how many Lambda invocations of one instant may run at once
  --in-process        all in one thread, without sockets or a kept state: faster; with --fresh --once
`;

/** `argv`: what follows `suivi`. */
export function parseSuiviOptions(argv: readonly string[]): SuiviRunOptions | { readonly help: string } {
  const values = parseFlags(argv, { ...runFlags, days: { type: 'string' } }, 'npm run simulate -- suivi --help');
  if (values.help === true) return { help };
  return {
    ...runOptions(values, {
      people: ['300', 3000],
      agents: ['34', 40],
      date: '2026-03-02',
      state: '.permanence/suivi',
      calendar: suivi.calendar,
      mostPort: 65_530,
    }),
    days: wholeNumber('days', values.days ?? '10', 1, 30),
  };
}
