/** `npm start`: synthesizes the stacks, brings them up, plays the days asked for, prints what came of them, then keeps serving. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartRefused } from '../local/index.ts';
import { HomeSite } from '../simulation/home/home-site.ts';
import { personName } from '../simulation/home/words.ts';
import { type Centre, openCentre } from '../simulation/open-centre.ts';
import { playDays } from '../simulation/play.ts';
import { printAccounts, progressBar } from '../simulation/print-day.ts';
import { type ProgrammeWorld, programmeWorld } from '../simulation/programme-world.ts';
import { OptionError, parseStartOptions, type StartOptions } from '../simulation/start-options.ts';
import { synthesize } from '../simulation/synthesize.ts';

async function main(options: StartOptions): Promise<void> {
  const state = stateFolder(options.state);
  const world = programmeWorld('samps');
  checkDate(options.date, world);
  const assembly = options.assembly === undefined ? synthesize(resolve(state, 'cdk.out')) : resolve(options.assembly);
  const centre = await openCentre({ ...options, world, assembly, state: resolve(state, 'cloud') });
  const stopped = untilInterrupted();
  const home = new HomeSite(centre);
  console.log(
    `Permanence est ouverte : ${centre.cloud.http.url}/  (${centre.callers} personnes vont appeler, ${options.agents} conseillers)`,
  );
  if (options.live) {
    await serve(centre, home, stopped, Date.parse(firstOpening(centre)));
    home.close();
    await centre.cloud.stop();
    return;
  }
  const bar = progressBar(centre);
  await Promise.race([
    playDays(centre, (share) => {
      home.progress = share;
      bar.show(share);
    }),
    stopped,
  ]);
  bar.end();
  if (wentFurther(centre) && !options.once) {
    console.log(
      `Reprise : le jour était joué, et le centre avait continué. Ses rapports : ${centre.cloud.http.url}/rapports`,
    );
  } else {
    await printAccounts(centre);
  }
  if (!options.once) await serve(centre, home, stopped);
  home.close();
  await centre.cloud.stop();
}

/** An earlier run went past the end of the days: the journal on disk knows more than was lived until then, and cannot be compared with it. */
function wentFurther(centre: Centre): boolean {
  return centre.cloud.knownUntil > Date.parse(centre.over);
}

/** Real time until Ctrl-C, from where an earlier run had come; the page may move the clock to the next opening. */
async function serve(centre: Centre, home: HomeSite, stopped: Promise<void>, from = 0): Promise<void> {
  const { kernel, knownUntil, http } = centre.cloud;
  await Promise.race([kernel.runUntil(Math.max(knownUntil, from) + 1), stopped]);
  home.goLive();
  console.log(`\nLe centre continue, en temps réel : ${http.url}/  — Ctrl-C pour arrêter.`);
  const [agent = ''] = centre.world.agents;
  console.log(
    `Pour prendre des appels : ${http.url}/poste, entrez comme « ${personName(agent)} » (sans mot de passe), puis statut « Disponible ».`,
  );
  await Promise.race([kernel.runRealTime(), stopped]);
}

/** Of the days to play; throws when the centre opens on none of them. */
function firstOpening({ days }: Centre): string {
  const from = days.find(({ open }) => open !== undefined)?.open?.from;
  if (from === undefined)
    throw new OptionError('--live: the centre is closed on the days asked for; give --date of an open day');
  return from;
}

function stateFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OptionError(
      `--state: "${folder}" is no folder to write in (${why}); give one that is, or that can be made`,
    );
  }
  return resolve(folder);
}

function checkDate(date: string, { programme }: ProgrammeWorld): void {
  const { from, to } = programme.calendar.period;
  if (date >= from && date <= to) return;
  throw new OptionError(
    `--date: "${date}" is outside the calendar of ${programme.name}; give a day from ${from} to ${to}`,
  );
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

try {
  const options = parseStartOptions(process.argv.slice(3));
  if ('help' in options) console.log(options.help);
  else await main(options);
  process.exit(0);
} catch (error) {
  if (error instanceof OptionError || error instanceof StartRefused) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
