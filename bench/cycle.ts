/**
 * A cycle of calls measured: seconds, processor, requests and write units an attempt, broken promises; and the time against what the engines below could do
 * at best, measured in the same run. Small by default; `--people 10500 --agents 55` is the register of the reference. Prints; nothing is asserted.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accountOfCycle } from '../simulation/reflex/cycle-account.ts';
import { openReflex, reflexDeployment } from '../simulation/reflex/open-reflex.ts';
import { scratchFolder } from '../simulation/scratch-folder.ts';
import { synthesize } from '../simulation/synthesize.ts';
import { engineRates } from './engine-rates.ts';
import { ProcessMemory } from './process-memory.ts';

process.env['TZ'] = 'UTC';
const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { people: text, agents: text, hours: text, seed: text, assembly: text, threads: { type: 'boolean' } },
});
const scratch = scratchFolder('cycle');
const memory = new ProcessMemory();
const state = join(scratch, 'cloud');
const threads = values.threads === true;

const cycle = await openReflex({
  assembly: values.assembly ?? synthesize(join(scratch, 'cdk.out'), reflexDeployment),
  state,
  seed: Number(values.seed ?? 1),
  people: Number(values.people ?? 200),
  agents: Number(values.agents ?? 4),
  hours: Number(values.hours ?? 4),
  date: '2026-07-06',
  concurrency: 4,
  fresh: true,
  ...(threads ? {} : { inProcess: {} }),
});
const { kernel, storage } = cycle.cloud;
const measured = async () => ({
  seconds: performance.now() / 1000,
  processor: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  rows: structuredClone(await storage.meter()),
  invocations: readFileSync(join(state, 'invocations.log'), 'utf8').split('{"t":"invocation"').length,
});
type Measured = Awaited<ReturnType<typeof measured>>;

const opened = await measured();
await kernel.runUntil(Date.parse(cycle.declaredAt) - 1000);
const imported = await measured();
// Loading is over within the first tick.
await kernel.runUntil(Date.parse(cycle.declaredAt) + 70_000);
const loaded = await measured();
while (kernel.now() < Date.parse(cycle.over)) {
  await kernel.runUntil(Math.min(Date.parse(cycle.over), kernel.now() + 3_600_000));
  process.stderr.write(`\r${kernel.iso()} ${cycle.world.diary.rings.length} attempts `);
}
const played = await measured();
process.stderr.write('\n');
const { filed, broken, agentHours } = await accountOfCycle(cycle);
await cycle.cloud.stop();
memory.stop();

const dials = filed.attempts.filter(({ n }) => n > 0);
const answered = dials.filter(({ answered: isAnswered }) => isAnswered).length;
const abandoned = dials.filter(({ abandoned: isAbandoned }) => isAbandoned).length;
const people = [...filed.people.values()];
const useful = people.filter(({ state: end }) => end === 'useful').length;
line('mode', threads ? 'worker threads' : 'in one thread');
line('list imported', `${spent(opened, imported)}`);
line('cycle loaded', `${spent(imported, loaded)}, ${perPerson(units(imported, loaded))} units a person`);
line(
  'cycle played',
  `${spent(loaded, played)}, ${((played.seconds - imported.seconds) / 60).toFixed(1)} minutes with its loading`,
);
line('attempts', `${dials.length}, ${per(1000 * (played.processor - loaded.processor))} ms of processor each`);
line(
  'write units an attempt',
  `${per(units(loaded, played))}, ${per(units(imported, played))} with loading, indexes included`,
);
line(
  'people',
  `${people.length}, useful ${percent(useful, people.length)}, in ${agentHours.toFixed(1)} hours of agents`,
);
line('compliance abandons', `${abandoned} of ${answered} answered, ${percent(abandoned, answered)}`);
line('broken promises', String(broken.length));
line('memory of the process tree', `${memory.peakMb.toFixed(0)} MB at most`);

const rates = await engineRates(scratch);
const made = writes(imported, played);
const invocations = played.invocations - imported.invocations;
const floor = made / rates.writes + invocations / rates.invocations;
const took = played.seconds - imported.seconds;
line('engine: single writes', `${rates.writes.toFixed(0)} a second; the cycle made ${made}`);
line('engine: empty invocations', `${rates.invocations.toFixed(0)} a second; the cycle made ${invocations}`);
line('floor of these engines', `${floor.toFixed(1)} s; the cycle took ${(took / floor).toFixed(1)} times that`);
process.exit(0);

function spent(from: Measured, to: Measured): string {
  return `${(to.seconds - from.seconds).toFixed(1)} s, ${(to.processor - from.processor).toFixed(1)} s of processor`;
}

function units(from: Measured, to: Measured): number {
  const sum = ({ rows }: Measured) => rows.reduce((total, { writeUnits }) => total + writeUnits, 0);
  return sum(to) - sum(from);
}

/** Items written, index lines left out. */
function writes(from: Measured, to: Measured): number {
  const sum = ({ rows }: Measured) =>
    rows.reduce((total, row) => total + (row.index === undefined && row.writeUnits > 0 ? row.requests : 0), 0);
  return sum(to) - sum(from);
}

function per(value: number): string {
  return (value / dials.length).toFixed(1);
}

function perPerson(value: number): string {
  return (value / people.length).toFixed(1);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function line(what: string, value: string): void {
  console.log(`${what.padEnd(36)} ${value}`);
}
