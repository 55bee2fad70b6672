/** `npm run simulate -- reflex|suivi`: synthesizes a deployment, brings it up, plays what it is for, prints what came of it and checks it. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartRefused } from '../local/index.ts';
import { keepNumbers } from '../simulation/reflex/kept-numbers.ts';
import { openReflex, reflexDeployment } from '../simulation/reflex/open-reflex.ts';
import { playCycle } from '../simulation/reflex/play-cycle.ts';
import { cycleBar, printCycle } from '../simulation/reflex/print-cycle.ts';
import { parseSimulateOptions, type SimulateOptions } from '../simulation/reflex/reflex-options.ts';
import { OptionError } from '../simulation/start-options.ts';
import { openSuivi, suiviDeployment } from '../simulation/suivi/open-suivi.ts';
import { playSuivi } from '../simulation/suivi/play-suivi.ts';
import { printSuivi, suiviBar } from '../simulation/suivi/print-suivi.ts';
import { parseSuiviOptions, type SuiviRunOptions } from '../simulation/suivi/suivi-options.ts';
import { synthesize } from '../simulation/synthesize.ts';
import { checkPromises, type Proof } from './check-promises.ts';

interface Played {
  readonly cloud: Awaited<ReturnType<typeof openReflex>>['cloud'];
  play(): Promise<void>;
  /** Ends the bar, prints; true when everything agrees. */
  print(): Promise<boolean>;
}

type RunOptions = Pick<SuiviRunOptions, 'once' | 'inProcess'>;

async function run({ cloud, play, print }: Played, { once, inProcess }: RunOptions): Promise<boolean> {
  const stopped = untilInterrupted();
  console.log(
    inProcess === undefined
      ? `Permanence est ouverte : ${cloud.http.url}/`
      : 'Permanence est ouverte, dans un seul fil : sans pages, et rien n’est gardé.',
  );
  if ((await Promise.race([play().then(() => 'played'), stopped])) !== 'played') {
    console.log(`\nInterrompu${inProcess === undefined ? ' : la même commande reprend là où les jours en sont' : ''}.`);
    return false;
  }
  const kept = await print();
  if (!once) {
    console.log(`\nLe centre continue, en temps réel : ${cloud.http.url}/  — Ctrl-C pour arrêter.`);
    await Promise.race([cloud.kernel.runRealTime(), stopped]);
  }
  await cloud.stop();
  return kept;
}

/** The folder of the run, its numbers kept, and the assembly it plays. */
function prepare(
  options: { readonly state: string; readonly fresh: boolean; readonly assembly?: string },
  numbers: Readonly<Record<string, string | number>>,
  deployment: string,
): { readonly assembly: string; readonly state: string } {
  const state = resolve(options.state);
  mkdirSync(state, { recursive: true });
  keepNumbers(state, numbers, options.fresh);
  const assembly =
    options.assembly === undefined ? synthesize(resolve(state, 'cdk.out'), deployment) : resolve(options.assembly);
  return { assembly, state: resolve(state, 'cloud') };
}

async function simulateReflex(options: SimulateOptions): Promise<Played> {
  const { people, agents, hours, date, seed } = options;
  const ground = prepare(options, { people, agents, hours, date, seed }, reflexDeployment);
  const cycle = await openReflex({ ...options, ...ground });
  const bar = cycleBar(cycle);
  return {
    cloud: cycle.cloud,
    play: () => playCycle(cycle, (share) => bar.show(share)),
    print: () => printCycle(cycle, bar.end(), verify),
  };
}

async function simulateSuivi(options: SuiviRunOptions): Promise<Played> {
  const { people, days: count, agents, date, seed } = options;
  const ground = prepare(options, { people, days: count, agents, date, seed }, suiviDeployment);
  const days = await openSuivi({ ...options, ...ground });
  const bar = suiviBar(days);
  return {
    cloud: days.cloud,
    play: () => playSuivi(days, (share) => bar.show(share)),
    print: () => printSuivi(days, bar.end()),
  };
}

function verify(proof: string, journal: string): readonly string[] {
  const read: Proof = JSON.parse(proof);
  return checkPromises(read, journal);
}

function untilInterrupted(): Promise<void> {
  return new Promise((fulfil) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => fulfil());
  });
}

try {
  const [what, ...rest] = process.argv.slice(3);
  const options = what === 'suivi' ? parseSuiviOptions(rest) : parseSimulateOptions(process.argv.slice(3));
  if ('help' in options) {
    console.log(options.help);
    process.exit(0);
  }
  const played = await ('hours' in options ? simulateReflex(options) : simulateSuivi(options));
  process.exit((await run(played, options)) ? 0 : 1);
} catch (error) {
  if (error instanceof OptionError || error instanceof StartRefused) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
