/**
 * One day of `npm start` measured: seconds from the command to a served home page, seconds of play, memory of the process tree, write units a
 * call; and the same against what the engines below could do at best, measured in the same run. Prints; nothing is asserted.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HomeSite } from '../simulation/home/home-site.ts';
import { openCentre } from '../simulation/open-centre.ts';
import { playDays } from '../simulation/play.ts';
import { programmeWorld } from '../simulation/programme-world.ts';
import { journalHash } from '../simulation/read-centre.ts';
import { scratchFolder } from '../simulation/scratch-folder.ts';
import { parseStartOptions } from '../simulation/start-options.ts';
import { synthesize } from '../simulation/synthesize.ts';
import { engineRates } from './engine-rates.ts';
import { ProcessMemory } from './process-memory.ts';

process.env['TZ'] = 'UTC';
const options = parseStartOptions(process.argv.slice(2));
if ('help' in options) throw new Error('bench/day.ts takes the options of npm start; see npm start -- --help');
const scratch = scratchFolder('day');
const memory = new ProcessMemory();
const state = join(scratch, 'cloud');

const assembly = options.assembly ?? synthesize(join(scratch, 'cdk.out'));
const centre = await openCentre({ ...options, world: programmeWorld('samps'), assembly, state });
const home = new HomeSite(centre);
const page = await fetch(centre.cloud.http.url);
if (!page.ok) throw new Error(`the home page answered ${page.status}`);
// Counted by Node from the start of the process.
const started = performance.now() / 1000;
line('from the command to the home page', `${started.toFixed(1)} s`);

const before = performance.now();
const usedBefore = process.cpuUsage();
await playDays(centre);
const play = (performance.now() - before) / 1000;
const used = process.cpuUsage(usedBefore);
const calls = centre.diary.calls().length;
const meter = await centre.cloud.storage.meter();
const { hash, entries } = await journalHash(centre.cloud);
home.close();
await centre.cloud.stop();
memory.stop();

const units = meter.reduce((sum, row) => sum + row.writeUnits, 0);
const writes = meter
  .filter(({ index, writeUnits }) => index === undefined && writeUnits > 0)
  .reduce((sum, { requests }) => sum + requests, 0);
const invocations = readFileSync(join(state, 'invocations.log'), 'utf8')
  .split('\n')
  .filter((record) => record.startsWith('{"t":"invocation"')).length;
line('play', `${play.toFixed(1)} s, ${(used.user / 1e6 + used.system / 1e6).toFixed(1)} s of processor`);
line('calls', `${calls} in ${options.days} day(s), ${((1000 * play) / calls).toFixed(1)} ms each`);
line('memory of the process tree', `${memory.peakMb.toFixed(0)} MB at most`);
line('invocations', `${invocations}, ${((1000 * play) / invocations).toFixed(2)} ms each`);
line('write units', `${units}, ${(units / calls).toFixed(1)} a call, indexes included`);
line('journal', `${entries} entries, SHA-256 ${hash}`);

const rates = await engineRates(scratch);
const floor = writes / rates.writes + invocations / rates.invocations;
line('engine: single writes', `${rates.writes.toFixed(0)} a second; the day made ${writes}`);
line('engine: empty invocations', `${rates.invocations.toFixed(0)} a second`);
line('floor of these engines', `${floor.toFixed(2)} s; the play took ${(play / floor).toFixed(1)} times that`);
process.exit(0);

function line(what: string, value: string): void {
  console.log(`${what.padEnd(36)} ${value}`);
}
