/** `npm run soak -- [what] [--count N] [--seed N]`: long seeded runs, too long for `npm test`. Ends with one plain line of counts. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { alertesDeployment } from '../simulation/alertes/open-alertes.ts';
import { proveIsolation } from '../simulation/alertes/prove-isolation.ts';
import { programmeWorld } from '../simulation/programme-world.ts';
import { playThroughCrashes } from '../simulation/proofs/crashes.ts';
import { proveCyclePermissions } from '../simulation/proofs/cycle-permissions.ts';
import { proveCycle } from '../simulation/proofs/cycles.ts';
import { proveDays } from '../simulation/proofs/days.ts';
import { filedReports } from '../simulation/proofs/filed-reports.ts';
import { denialsWithout, type StatementProof, statementsOf } from '../simulation/proofs/permissions.ts';
import { playRichDay } from '../simulation/proofs/rich-day.ts';
import { proveSuiviPermissions } from '../simulation/proofs/suivi-permissions.ts';
import { reflexDeployment } from '../simulation/reflex/open-reflex.ts';
import { scratchFolder } from '../simulation/scratch-folder.ts';
import { suiviDeployment } from '../simulation/suivi/open-suivi.ts';
import { proveSuivi } from '../simulation/suivi/prove-suivi.ts';
import { synthesize } from '../simulation/synthesize.ts';
import { campaignSoaks, verifyProof } from './campaign-soaks.ts';
import type { Ground, Soak } from './soak-ground.ts';

const world = programmeWorld('samps');
/** Five open days, four of them compared by their definitive report, beside the weekend before or after. */
const daysInARow = 5;

const soaks: Readonly<Record<string, Soak>> = {
  days: {
    about: 'seeded days: every promise kept, workbook, journal and diaries agree',
    counts: ['days', 200],
    async run({ assembly, folder, seed, count, tell }) {
      for (let first = 0; first < count; first += daysInARow) {
        const days = Math.min(daysInARow, count - first);
        const numbers = { seed: seed + first, days: days + 1, agents: 2 + (first % 3), volume: 30 + (first % 60) };
        const state = join(folder, `days-${first}`);
        const order = { ...numbers, world, assembly, state, date: '2025-07-07', concurrency: 4 };
        const { calls, faults, journal, reconciled } = await proveDays(order);
        const missing = reconciled === days ? [] : [`${reconciled} of ${days} days have a definitive report`];
        tell(
          `seed ${numbers.seed}`,
          [...faults, ...missing],
          `${days} days, ${calls} calls, journal ${journal.hash.slice(0, 12)}`,
        );
        rmSync(state, { recursive: true });
      }
    },
  },
  month: {
    about: 'a month of 8 000 calls and 2 200 outbound ones, with the planned staff (SAMPS-29)',
    counts: ['open days', 21],
    async run({ assembly, folder, seed, count, tell }) {
      const month = { seed, date: '2025-09-01', days: count + 1, agents: 7, volume: 365, orderPeople: 240 };
      const bar = (share: number) => process.stdout.write(`\r${(share * 100).toFixed(1)} % `);
      const { calls, faults, reconciled, outbound, waited, unfinished, answerRate } = await proveDays(
        { ...month, concurrency: 4, world, assembly, state: join(folder, 'month') },
        bar,
      );
      const rate = `${(answerRate * 100).toFixed(1)} % answered or reached`;
      const missed = [
        ...(answerRate < world.programme.answerRateObjective ? [rate] : []),
        ...(unfinished > 0 ? [`${unfinished} people of orders not called as often as owed before the deadline`] : []),
      ];
      // Printed, not judged: agents of this house take each call by hand, which alone takes longer than two seconds.
      const late = `${(100 * waited).toFixed(1)} % of those who answered us waited over 2 s for an agent`;
      const told = `${calls} calls, ${rate}, ${outbound} outbound, ${late}, ${reconciled} definitive reports, ${memory()}`;
      tell('month', [...faults, ...missed], told);
    },
  },
  crashes: {
    about: '`kill -9` at random instants: journal and reports equal those of the uninterrupted run',
    counts: ['kills', 20],
    async run({ assembly, folder, seed, count, tell }) {
      const days = { seed, date: '2025-07-07', days: 2, agents: 3, volume: 60, concurrency: 4 };
      const calm = await proveDays({ ...days, world, assembly, state: join(folder, 'calm') });
      const killed = { ...days, assembly, state: join(folder, 'killed'), port: 28_687 };
      const { kills, last, reports } = await playThroughCrashes(killed, count, [1500, 12_000], (nth) =>
        console.log(`killed ${nth} of ${count}`),
      );
      const expected = filedReports(join(folder, 'calm'));
      tell('calm run', calm.faults);
      tell('journal', last.journalHash === calm.journal.hash ? [] : [`${last.journalHash}, not ${calm.journal.hash}`]);
      for (const key of new Set([...Object.keys(expected), ...Object.keys(reports)])) {
        tell(key, expected[key] === reports[key] ? [] : [`differs after ${kills} kills`]);
      }
    },
  },
  cycles: {
    about: 'whole cycles of calls: every promise kept, three accounts agree, each proof verifies',
    counts: ['cycles', 5],
    async run({ folder, seed, count, tell }) {
      const reflex = synthesize(join(folder, 'reflex.out'), reflexDeployment);
      // A plan that can be kept: an agent for 50 people, whatever the weekday.
      const numbers = { people: 150, agents: 3, hours: 48, concurrency: 4 };
      for (let nth = 0; nth < count; nth += 1) {
        const state = join(folder, `cycle-${nth}`);
        const date = new Date(Date.UTC(2026, 6, 6 + nth)).toISOString().slice(0, 10);
        const order = { ...numbers, assembly: reflex, state, seed: seed + nth, date };
        const { faults, people, attempts, useful, abandoned, journal } = await proveCycle(order, verifyProof);
        const figures = `${people} people, ${attempts} attempts, ${useful} useful, ${(100 * abandoned).toFixed(1)} % without an agent`;
        tell(`seed ${order.seed} from ${date}`, faults, `${figures}, journal ${journal.hash.slice(0, 12)}`);
        rmSync(state, { recursive: true });
      }
    },
  },
  ...campaignSoaks,
  messages: {
    about: 'days of follow-up whose sending function dies at some SMS: none leaves twice, what nobody knows is shown',
    counts: ['days', 3],
    async run({ folder, seed, count, tell }) {
      const suivi = synthesize(join(folder, 'suivi.out'), suiviDeployment);
      for (let nth = 0; nth < count; nth += 1) {
        const numbers = { seed: seed + nth, people: 40, days: 1, agents: 8, date: '2026-03-02' };
        const state = join(folder, `messages-${nth}`);
        const { faults, note } = await proveSuivi({ ...numbers, assembly: suivi, state });
        tell(`seed ${numbers.seed}`, faults, note);
        rmSync(state, { recursive: true });
      }
    },
  },
  dispatchers: {
    about:
      'the rules of campaigns over ports in memory, 200 people each, under crashes: nobody lost, nobody rung twice',
    counts: ['campaigns', 1000],
    async run({ seed, count, tell }) {
      const name = 'whatever crashes, repeats, is late or lost';
      const faults = soakTest('test/domain/campaign/crashes.test.ts', name, 'CAMPAIGNS', { seed, count });
      tell(`seed ${seed}`, faults, `${count} campaigns`);
    },
  },
  histories: {
    about:
      'random histories of messages over ports in memory: receipts lost, late and doubled, crashes, STOP at any time',
    counts: ['histories', 10_000],
    async run({ seed, count, tell }) {
      const faults = soakTest('test/domain/message/histories.test.ts', 'one SMS at most', 'MESSAGES', { seed, count });
      tell(`seed ${seed}`, faults, `${count} histories`);
    },
  },
  isolation: {
    about:
      'people of structures wander over their own pages and meddle with those of others: nothing of one is answered to another',
    counts: ['requests', 10_000],
    async run({ folder, seed, count, tell }) {
      const alertes = synthesize(join(folder, 'alertes.out'), alertesDeployment);
      const order = { assembly: alertes, state: join(folder, 'isolation'), seed, operations: count, structures: 4 };
      const { faults, operations, foreign, foreignRoutes, ids } = await proveIsolation(order);
      tell(
        `seed ${seed}`,
        faults,
        `${operations} requests, ${foreign} for what is another's on ${foreignRoutes.size} routes, ${ids} ids`,
      );
    },
  },
  permissions: {
    about: 'each allowing statement removed in turn: a day fails and says who may not do what to which resource',
    counts: ['statements', Number.POSITIVE_INFINITY],
    async run(ground) {
      const statements = await statementsOfRichDay(ground);
      for (const { id, unneeded, excused } of statements) {
        if (unneeded.length > 0) ground.tell(id, [`nothing needs ${unneeded.join(', ')}: delete it from lib/`]);
        for (const [action, because] of Object.entries(excused)) console.log(`- ${action} of ${id} stands: ${because}`);
      }
      await removeEach(
        ground,
        statements.map(({ id }) => id),
      );
      const reflex = synthesize(join(ground.folder, 'reflex.out'), reflexDeployment);
      await proveCyclePermissions({ ...ground, assembly: reflex });
      const suivi = synthesize(join(ground.folder, 'suivi.out'), suiviDeployment);
      await proveSuiviPermissions({ ...ground, assembly: suivi, state: join(ground.folder, 'suivi') });
    },
  },
  actions: {
    about: 'the same for each action of the statements that allow several',
    counts: ['actions', Number.POSITIVE_INFINITY],
    async run(ground) {
      const several = (await statementsOfRichDay(ground)).filter(({ actions }) => actions.length > 1);
      const needed = several.flatMap(({ id, actions, excused }) =>
        actions.flatMap((action) => (excused[action] === undefined ? [`${id} ${action}`] : [])),
      );
      await removeEach(ground, needed);
    },
  },
  seeds: {
    about: 'the same journal and reports at concurrency 1 and 4, with delays on every endpoint',
    counts: ['seeds', 10],
    async run({ assembly, folder, seed, count, tell }) {
      for (let nth = seed; nth < seed + count; nth += 1) {
        const days = { seed: nth, date: '2025-07-07', days: 2, agents: 2, volume: 40, world, assembly };
        const state = (name: string) => join(folder, `seed-${nth}-${name}`);
        const calm = await proveDays({ ...days, state: state('calm'), concurrency: 1 });
        const slow = await proveDays({ ...days, state: state('slow'), concurrency: 4, endpointDelayMs: 5 });
        const same =
          JSON.stringify([slow, filedReports(state('slow'))]) === JSON.stringify([calm, filedReports(state('calm'))]);
        tell(
          `seed ${nth}`,
          [...calm.faults, ...(same ? [] : ['differs'])],
          `journal ${calm.journal.hash.slice(0, 12)}`,
        );
      }
    },
  },
};

async function statementsOfRichDay({ assembly, folder }: Ground): Promise<StatementProof[]> {
  const centre = await playRichDay({ assembly, state: join(folder, 'rich'), fresh: true });
  const statements = await statementsOf(centre);
  await centre.cloud.stop();
  return statements;
}

async function removeEach({ assembly, folder, count, tell }: Ground, what: readonly string[]): Promise<void> {
  for (const removed of what.slice(0, count)) {
    const state = join(folder, 'without');
    const [first] = await denialsWithout(assembly, state, removed);
    const missed = first === undefined ? ['a day without it fails nowhere: delete it from lib/'] : [];
    tell(removed, missed, first?.slice(0, 220));
    rmSync(state, { recursive: true, force: true });
  }
}

/** A property of `npm test`, on more seeds: one place says what must hold. What it printed when it did not hold. */
function soakTest(
  file: string,
  name: string,
  what: 'CAMPAIGNS' | 'MESSAGES',
  { seed, count }: Pick<Ground, 'seed' | 'count'>,
): readonly string[] {
  const asked = { [`PERMANENCE_SOAK_${what}`]: String(count), PERMANENCE_SOAK_SEED: String(seed) };
  const args = ['node_modules/vitest/vitest.mjs', 'run', file, '-t', name, '--testTimeout', '0'];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...asked } });
  const said = `${run.stdout}${run.stderr}`;
  return run.status === 0 && said.includes('1 passed') ? [] : [said];
}

function memory(): string {
  return `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
}

const usage = `npm run soak -- [what…] [--count N] [--seed N]

${Object.entries(soaks)
  .map(([name, { about, counts }]) => `  ${name.padEnd(12)} ${about} (${counts[1]} ${counts[0]})`)
  .join('\n')}
`;

async function main(argv: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { count: text, seed: text },
  });
  const unknown = positionals.filter((name) => soaks[name] === undefined);
  const numbers = [values.count ?? '1', values.seed ?? '1'];
  if (unknown.length > 0 || numbers.some((number) => !/^[1-9]\d*$/.test(number))) {
    console.error(`"${[...unknown, ...numbers].join(' ')}" is not accepted.\n\n${usage}`);
    return 1;
  }
  let failed = 0;
  const folder = scratchFolder('soak', () => failed > 0);
  const assembly = synthesize(join(folder, 'cdk.out'));
  let proved = 0;
  const started = performance.now();
  for (const name of positionals.length > 0 ? positionals : Object.keys(soaks)) {
    const soak = soaks[name];
    if (soak === undefined) continue;
    console.log(`\n${name}: ${soak.about}`);
    const count = values.count === undefined ? soak.counts[1] : Number(values.count);
    // Seeds that `npm test` does not play.
    const seed = Number(values.seed ?? '1001');
    await soak.run({
      assembly,
      folder,
      seed,
      count,
      tell(what, faults, note = '') {
        if (faults.length === 0) proved += 1;
        else failed += 1;
        console.log(`${faults.length === 0 ? '✓' : '✗'} ${what}${note === '' ? '' : ` — ${note}`}`);
        for (const fault of faults) console.log(`    ${fault}`);
      },
    });
  }
  if (failed > 0) console.log(`\nKept for a look, until the next soak: ${folder}`);
  console.log(`\n${proved} proved, ${failed} failed, ${Math.round((performance.now() - started) / 1000)} s`);
  return failed === 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(3)));
