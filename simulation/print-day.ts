import type { Centre } from './open-centre.ts';
import { accountOf, type DayAccount } from './play.ts';
import { journalHash } from './read-centre.ts';
import { type Comparison, differences } from './reconcile.ts';

/** A bar that moves in place on a terminal and is silent elsewhere. */
export function progressBar(centre: Centre): { show(share: number): void; end(): void } {
  const { timeZone } = centre.world.programme.calendar;
  const clock = new Intl.DateTimeFormat('fr-FR', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const started = performance.now();
  const width = 40;
  return {
    show(share) {
      if (!process.stdout.isTTY) return;
      const done = Math.round(share * width);
      const calls = centre.diary.calls().length;
      process.stdout.write(
        `\r${'█'.repeat(done)}${'░'.repeat(width - done)} ${clock.format(centre.cloud.kernel.now())}  ${calls} appels `,
      );
    },
    end() {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K');
      console.log(`Joué en ${seconds} s.`);
    },
  };
}

/** Figures of each open day: what the workbook, the journal and the people say, and where the workbook is. */
export async function printAccounts(centre: Centre): Promise<void> {
  for (const { day, open } of centre.days) {
    if (open === undefined) {
      console.log(`\n${frenchDay(day)} : le service est fermé, personne n’appelle.`);
      continue;
    }
    const account = await accountOf(centre, day);
    printAccount(centre, account);
  }
  const { hash, entries } = await journalHash(centre.cloud);
  console.log(`\nJournal : ${entries} entrées, SHA-256 ${hash}`);
  const problems = centre.cloud.problems();
  if (problems.length > 0)
    console.log(`À regarder : ${problems.length} livraison(s) abandonnée(s) après tous les essais (problems.jsonl).`);
}

function printAccount(centre: Centre, { day, report, comparisons }: DayAccount): void {
  console.log(`\n${frenchDay(day)}`);
  if (report === undefined) {
    console.log('  Pas encore de rapport : il paraît à la clôture.');
    return;
  }
  console.log(`  ${''.padEnd(22)}${'classeur'.padStart(10)}${'journal'.padStart(10)}${'vécu'.padStart(10)}`);
  for (const { figure, workbook, journal, lived } of comparisons) {
    console.log(`  ${figure.padEnd(22)}${format(workbook)}${format(journal)}${format(lived)}`);
  }
  console.log(`  ${verdict(differences(comparisons), report.key)}`);
  console.log(`  Classeur : ${centre.cloud.http.url}/rapports  (s3://${report.bucket}/${report.key})`);
}

function verdict(off: readonly Comparison[], key: string): string {
  if (off.length === 0) return 'Les trois comptes concordent.';
  const late = key.includes('provisoire') ? ' Le rapport provisoire ne connaît pas les fiches arrivées après lui.' : '';
  return `Écart : ${off.map(({ figure }) => figure).join(', ')}.${late}`;
}

function format(value: number): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(value).padStart(10);
}

function frenchDay(day: string): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );
}
