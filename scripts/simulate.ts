/** `npm run simulate -- reflex`: synthesizes the deployment, brings it up, plays a cycle of calls, prints what came of it and checks its proof. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartRefused } from '../local/index.ts';
import { keepNumbers } from '../simulation/reflex/kept-numbers.ts';
import { openReflex, reflexDeployment } from '../simulation/reflex/open-reflex.ts';
import { playCycle } from '../simulation/reflex/play-cycle.ts';
import { cycleBar, printCycle } from '../simulation/reflex/print-cycle.ts';
import { parseSimulateOptions, type SimulateOptions } from '../simulation/reflex/reflex-options.ts';
import { OptionError } from '../simulation/start-options.ts';
import { synthesize } from '../simulation/synthesize.ts';
import { checkPromises, type Proof } from './check-promises.ts';

async function main(options: SimulateOptions): Promise<boolean> {
  const state = resolve(options.state);
  mkdirSync(state, { recursive: true });
  const { people, agents, hours, date, seed } = options;
  keepNumbers(state, { people, agents, hours, date, seed }, options.fresh);
  const assembly =
    options.assembly === undefined
      ? synthesize(resolve(state, 'cdk.out'), reflexDeployment)
      : resolve(options.assembly);
  const cycle = await openReflex({ ...options, assembly, state: resolve(state, 'cloud') });
  const stopped = untilInterrupted();
  const { cloud } = cycle;
  console.log(`Permanence est ouverte : ${cloud.http.url}/`);
  const bar = cycleBar(cycle);
  const played = playCycle(cycle, (share) => bar.show(share)).then(() => 'played');
  if ((await Promise.race([played, stopped])) !== 'played') {
    bar.end();
    console.log('Interrompu : la même commande reprend là où le cycle en est.');
    return false;
  }
  const kept = await printCycle(cycle, bar.end(), verify);
  if (!options.once) {
    console.log(`\nLe centre continue, en temps réel : ${cloud.http.url}/  — Ctrl-C pour arrêter.`);
    await Promise.race([cloud.kernel.runRealTime(), stopped]);
  }
  await cloud.stop();
  return kept;
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
  const options = parseSimulateOptions(process.argv.slice(3));
  if ('help' in options) {
    console.log(options.help);
    process.exit(0);
  }
  process.exit((await main(options)) ? 0 : 1);
} catch (error) {
  if (error instanceof OptionError || error instanceof StartRefused) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
