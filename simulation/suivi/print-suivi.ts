import { suivi } from '../../programmes/suivi/programme.ts';
import { journalHash } from '../read-centre.ts';
import { differences } from '../reconcile.ts';
import type { SuiviDays } from './open-suivi.ts';
import { accountOfSuivi } from './suivi-account.ts';

/** A bar that moves in place on a terminal; elsewhere a line for each tenth. */
export function suiviBar({ cloud, world: { diary } }: SuiviDays): { show(share: number): void; end(): number } {
  const { timeZone } = suivi.calendar;
  const clock = new Intl.DateTimeFormat('fr-FR', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const started = performance.now();
  const width = 40;
  let tenths = 0;
  return {
    show(share) {
      const lived = `${clock.format(cloud.kernel.now())}  ${diary.messages.length} SMS, ${diary.answers.length} réponses, ${diary.rings.length} appels`;
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

/** What the days came to: three accounts, the promises, the files. True when all agree. */
export async function printSuivi(days: SuiviDays, playedSeconds: number): Promise<boolean> {
  const { cloud, people, agents, world } = days;
  const { comparisons, broken, dashboards, filed } = await accountOfSuivi(days);
  const count = (value: number) => new Intl.NumberFormat('fr-FR').format(value).padStart(10);
  console.log(
    `\n${days.days.length} jours, ${people.length} personnes suivies, ${agents.length} conseillers, joués en ${playedSeconds.toFixed(1)} s.`,
  );
  console.log(`\n  ${''.padEnd(32)}${'classeurs'.padStart(10)}${'journal'.padStart(10)}${'vécu'.padStart(10)}`);
  for (const { figure, workbook, journal, lived } of comparisons) {
    console.log(`  ${figure.padEnd(32)}${count(workbook)}${count(journal)}${count(lived)}`);
  }
  const off = differences(comparisons);
  const named = off.map(({ figure }) => figure).join(', ');
  console.log(`  ${off.length === 0 ? 'Les trois comptes concordent.' : `Écart : ${named}.`}\n`);
  const facts = [...filed.facts].map(([type, who]) => `${type} ${who.size}`).sort();
  console.log(`  Suivi : ${facts.join(', ')}`);
  console.log(`  Arrêts demandés : ${world.diary.wishes.filter(({ wish }) => wish === 'stop').length}`);
  console.log(`\nPromesses non tenues : ${broken.length}`);
  for (const sentence of broken.slice(0, 10)) console.log(`  ${sentence}`);
  console.log(
    `Tableaux de bord : ${dashboards.length}, à ${cloud.http.url}/rapports ; SMS reçus : ${cloud.http.url}/_local/messages`,
  );
  const { hash, entries } = await journalHash(cloud);
  console.log(`Journal : ${entries} entrées, SHA-256 ${hash}`);
  const problems = cloud.problems().map(({ where, problem }) => `${where}: ${problem}`);
  const failures = cloud.failures().map(({ functionName, outcome }) => `${functionName}: ${outcome.errorMessage}`);
  for (const problem of [...problems, ...failures].slice(0, 10)) console.log(`À regarder : ${problem}`);
  return off.length === 0 && broken.length === 0 && dashboards.length > 0;
}
