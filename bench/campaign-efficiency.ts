import { join } from 'node:path';
import { accountOfCycle } from '../simulation/reflex/cycle-account.ts';
import { openReflex, type ReflexCycle, reflexDeployment } from '../simulation/reflex/open-reflex.ts';
import { playCycle } from '../simulation/reflex/play-cycle.ts';
import { scratchFolder } from '../simulation/scratch-folder.ts';
import { synthesize } from '../simulation/synthesize.ts';

/**
 * Agent-hours per useful contact beside those of a clairvoyant that owes the same attempts and ring times, compliance abandons beside, over hours in
 * which there is always somebody left to call. The clairvoyant loses no second: whoever is free dials at once, knows when the line is answered, and
 * never asks a service anything. `npx node bench/campaign-efficiency.ts [people] [agents] [hours] [seed]`
 */
const [people = 300, agents = 6, hours = 3, seed = 1] = process.argv.slice(2).map(Number);
const date = '2026-07-06';

interface Spent {
  /** Agents there and on no break. */
  available: number;
  /** On the line, and writing after it. */
  handling: number;
  /** From the ring to the agent's ear, or to its end: agents wait for it, as a dial needs a free agent. */
  ringing: number;
}

const folder = scratchFolder('efficiency');
const cycle = await openReflex({
  assembly: synthesize(join(folder, 'cdk.out'), reflexDeployment),
  state: join(folder, 'state'),
  seed,
  people,
  agents,
  hours,
  date,
  concurrency: 1,
  inProcess: {},
});
const started = performance.now();
await playCycle(cycle);
const played = (performance.now() - started) / 1000;
const { filed, broken } = await accountOfCycle(cycle);
await cycle.cloud.stop();

// After the list has been loaded and the first calls are under way, until the level is lowered.
const from = Date.parse(cycle.declaredAt) + 10 * 60_000;
const to = Date.parse(cycle.endsAt) - 60_000;
const spent = spentIn(cycle, from, to);
const within = (at: string) => from <= Date.parse(at) && Date.parse(at) < to;
const attempts = filed.attempts.filter(({ n, startedAt }) => n > 0 && within(startedAt));
const answered = attempts.filter((one) => one.answered);
const abandoned = answered.filter((one) => one.abandoned);
const useful = cycle.world.diary.talks.filter(({ passed, from: at }) => passed !== undefined && within(at)).length;
const left = [...filed.people.values()].filter(({ state }) => state === undefined || state === 'stopped').length;
const hoursOf = (ms: number) => ms / 3_600_000;
const clairvoyant = spent.handling + spent.ringing;
console.log(
  [
    `${people} people, ${agents} agents, ${((to - from) / 3_600_000).toFixed(1)} h, seed ${seed}: ${attempts.length} attempts, ${answered.length} answered, ${useful} useful, ${left} people left`,
    `agent-hours: ${hoursOf(spent.available).toFixed(2)} available, ${hoursOf(spent.handling).toFixed(2)} handling, ${hoursOf(spent.ringing).toFixed(2)} ringing`,
    `agent-hours per useful contact: ${(hoursOf(spent.available) / useful).toFixed(3)}, clairvoyant ${(hoursOf(clairvoyant) / useful).toFixed(3)}: ${(spent.available / clairvoyant).toFixed(3)} times`,
    `compliance abandons: ${abandoned.length} of ${answered.length}, ${((100 * abandoned.length) / Math.max(1, answered.length)).toFixed(1)} %`,
    `occupancy (handling of what is available): ${((100 * spent.handling) / spent.available).toFixed(1)} %`,
    `${broken.length} broken promises; played in ${played.toFixed(0)} s`,
  ].join('\n'),
);

/** What agents did between two instants, milliseconds. */
function spentIn({ world, workdays }: ReflexCycle, begins: number, ends: number): Spent {
  const overlap = (a: number, b: number) => Math.max(0, Math.min(b, ends) - Math.max(a, begins));
  const spent: Spent = { available: 0, handling: 0, ringing: 0 };
  for (const day of workdays.flat()) {
    spent.available += overlap(day.from, day.to);
    for (const { at, minutes } of day.breaks) spent.available -= overlap(at, at + minutes * 60_000);
  }
  const written = new Map(world.diary.talks.map(({ contactId, writtenAt }) => [contactId, writtenAt]));
  for (const { contactId, rangAt, spokenToAt, endedAt } of world.diary.rings) {
    const over = Date.parse(endedAt ?? cycle.endsAt);
    spent.ringing += overlap(Date.parse(rangAt), spokenToAt === undefined ? over : Date.parse(spokenToAt));
    if (spokenToAt === undefined) continue;
    // What came of the call is written at four fifths of the time after it.
    const wrote = written.get(contactId);
    const after = wrote === undefined ? 5_000 : (Date.parse(wrote) - over) / 0.8;
    spent.handling += overlap(Date.parse(spokenToAt), over + after);
  }
  for (const { spokenToAt, endedAt } of world.diary.ringBacks) {
    if (spokenToAt !== undefined) spent.handling += overlap(Date.parse(spokenToAt), Date.parse(endedAt ?? spokenToAt));
  }
  return spent;
}
