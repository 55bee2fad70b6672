import { journalHash } from '../read-centre.ts';
import { type Comparison, differences } from '../reconcile.ts';
import { accountOfCycle, type CycleAccount } from './cycle-account.ts';
import type { ReflexCycle } from './open-reflex.ts';

/** A bar that moves in place on a terminal; elsewhere a line for each tenth. */
export function cycleBar({ cloud, world }: ReflexCycle): { show(share: number): void; end(): number } {
  const { timeZone, diary } = world;
  const clock = new Intl.DateTimeFormat('fr-FR', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const started = performance.now();
  const width = 40;
  let tenths = 0;
  return {
    show(share) {
      const lived = `${clock.format(cloud.kernel.now())}  ${diary.rings.length} appels, ${diary.talks.length} conversations`;
      const done = Math.round(share * width);
      if (process.stdout.isTTY) {
        process.stdout.write(`\r${'█'.repeat(done)}${'░'.repeat(width - done)} ${lived} `);
      } else if (Math.floor(share * 10) > tenths) {
        tenths = Math.floor(share * 10);
        console.log(`${tenths * 10} %  ${lived}`);
      }
    },
    end() {
      if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K');
      return (performance.now() - started) / 1000;
    },
  };
}

/** What a cycle came to: three accounts, the promises, the work, the files. `verify` is the independent verifier, with its own reading of both files. */
export async function printCycle(
  cycle: ReflexCycle,
  playedSeconds: number,
  verify: (proof: string, journal: string) => readonly string[],
): Promise<boolean> {
  const { cloud, world } = cycle;
  const account = await accountOfCycle(cycle);
  console.log(
    `\nCycle de ${world.people.length} personnes, ${cycle.agents.length} conseillers, joué en ${one(playedSeconds)} s.`,
  );
  console.log(`\n  ${''.padEnd(32)}${'classeur'.padStart(10)}${'journal'.padStart(10)}${'vécu'.padStart(10)}`);
  for (const { figure, workbook, journal, lived } of account.comparisons) {
    console.log(`  ${figure.padEnd(32)}${format(workbook)}${format(journal)}${format(lived)}`);
  }
  const off = differences(account.comparisons);
  console.log(`  ${off.length === 0 ? 'Les trois comptes concordent.' : `Écart : ${names(off)}.`}`);
  for (const { figure, apart = [] } of off) {
    for (const sentence of apart.slice(0, 10)) console.log(`    ${figure}, ${sentence}`);
  }
  await printFigures(cycle, account);
  const wrong = proofOf(account, verify);
  console.log(`\nPromesses non tenues : ${account.broken.length}`);
  for (const sentence of account.broken.slice(0, 10)) console.log(`  ${sentence}`);
  console.log(wrong === undefined ? 'Preuve : pas encore, le cycle n’est pas fini.' : `Preuve : ${verdict(wrong)}`);
  for (const sentence of wrong?.slice(0, 10) ?? []) console.log(`  ${sentence}`);
  if (account.files !== undefined) {
    const { bucket, key } = account.files.workbook;
    console.log(`Classeur et preuve : ${cloud.http.url}/rapports  (s3://${bucket}/${key})`);
  }
  const { hash, entries } = await journalHash(cloud);
  console.log(`Journal : ${entries} entrées, SHA-256 ${hash}`);
  const problems = [...cloud.problems().map(({ where, problem }) => `${where}: ${problem}`)];
  const failures = cloud.failures().map(({ functionName, outcome }) => `${functionName}: ${outcome.errorMessage}`);
  for (const problem of [...problems, ...failures].slice(0, 10)) console.log(`À regarder : ${problem}`);
  return off.length === 0 && account.broken.length === 0 && (wrong?.length ?? 0) === 0 && account.files !== undefined;
}

async function printFigures({ cloud, world }: ReflexCycle, { filed, agentHours }: CycleAccount): Promise<void> {
  const dials = filed.attempts.filter(({ n }) => n > 0);
  const states = [...filed.people.values()];
  const useful = states.filter(({ state }) => state === 'useful').length;
  const callable = states.filter((person) => person.callable).length;
  const answered = dials.filter((attempt) => attempt.answered).length;
  const abandoned = dials.filter((attempt) => attempt.abandoned).length;
  const meter = await cloud.storage.meter();
  // The import is the City's, not the campaign's.
  const units = meter
    .filter(({ caller }) => !/recipient-(import|lists)|content-seeds/.test(caller))
    .reduce((sum, { writeUnits }) => sum + writeUnits, 0);
  const first = dials[0]?.startedAt;
  const delay = first === undefined ? Number.NaN : (Date.parse(first) - Date.parse(filed.activatedAt ?? '')) / 60_000;
  const line = (label: string, value: string) => console.log(`  ${label.padEnd(44)}${value}`);
  console.log('');
  line('Personnes au cycle, dont appelables', `${filed.people.size}, ${callable}`);
  line('Contacts utiles, sur les inscrites', `${percent(useful, filed.people.size)}`);
  line('Tentatives par personne appelable', one(dials.length / Math.max(1, callable)));
  line('Décrochées sans conseiller', `${abandoned} (${percent(abandoned, answered)})`);
  line('Premier appel après l’activation', `${one(delay)} min`);
  line('Heures de conseillers', one(agentHours));
  line('Minutes de conseiller par contact utile', one((agentHours * 60) / Math.max(1, useful)));
  // An earlier run of the same folder is shown again without writing anything.
  line('Unités d’écriture par tentative', units === 0 ? '–' : one(units / Math.max(1, dials.length)));
  line('Appels reçus de personnes appelées', String(world.diary.ringBacks.length));
  line('Signalements, acquittés', `${filed.referrals.size}, ${world.diary.acknowledgements.length}`);
  line('Sorties du registre en cours de cycle', String(world.diary.removals.length));
}

/** What the verifier says; undefined while there is no proof. */
function proofOf(
  { files }: CycleAccount,
  verify: (proof: string, journal: string) => readonly string[],
): readonly string[] | undefined {
  return files?.proof === undefined || files.journal === undefined ? undefined : verify(files.proof, files.journal);
}

function verdict(wrong: readonly string[]): string {
  return wrong.length === 0 ? 'vérifiée.' : `${wrong.length} anomalie(s).`;
}

function names(off: readonly Comparison[]): string {
  return off.map(({ figure }) => figure).join(', ');
}

function format(value: number): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(value).padStart(10);
}

function one(value: number): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(value);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${one((100 * part) / whole)} %`;
}
