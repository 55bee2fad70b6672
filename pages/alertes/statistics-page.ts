import { alertRoutes } from '../../contracts/alert-routes.ts';
import {
  type AlertStatistics,
  monthsFrom,
  monthText,
  type StatisticsTable,
} from '../../domain/alert-statistics/statistics-tables.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import { shortMoment, typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { statisticsChart } from './statistics-chart.ts';

export interface StatisticsView {
  readonly visitor: AlertVisitor;
  readonly statistics: AlertStatistics;
  readonly timeZone: string;
  /** ISO instant. */
  readonly at: string;
  /** First month that can be asked for, YYYY-MM. */
  readonly earliest: string;
}

/** Figures as cards, charts and tables (ALERTES-08, ALERTES-11): counts alone, so that they can be printed for a funder (ALERTES-41). */
export function statisticsPage(view: StatisticsView): AlertPage {
  const { visitor, statistics, timeZone, at } = view;
  const { title, from, to, tables } = statistics;
  const query = `du=${from}&au=${to}`;
  return alertPage({
    title: 'Statistiques',
    visitor,
    active: 'statistics',
    body: html`<p>${typeset(`${title}, ${from === to ? monthText(from) : `de ${monthText(from)} à ${monthText(to)}`}. Comptées le ${shortMoment(timeZone, at)}.`)}</p>
${period(view)}
<ul class="actions"><li><a class="button" href="${alertRoutes.alertWorkbook.path}?${query}">Télécharger le classeur Excel</a></li></ul>
${cards(statistics)}
${tables.map((table) => html`<h2>${table.name}</h2>${chart(table)}${figures(table)}`)}
${several(statistics)}`,
  });
}

function period({ statistics: { from, to }, earliest, timeZone, at }: StatisticsView): Markup {
  const months = monthsFrom(earliest, localDay(timeZone, at).slice(0, 7)).toReversed();
  const list = (name: string, label: string, chosen: string) =>
    html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${months.map((month) => html`<option value="${month}"${month === chosen ? html` selected` : undefined}>${monthText(month)}</option>`)}</select></div>`;
  return html`<form method="get" action="${alertRoutes.alertStatistics.path}"><div class="fields">${list('du', 'De', from)}${list('au', 'À', to)}</div><p><button class="second">Compter</button></p></form>`;
}

function cards({ members, total, alerts }: AlertStatistics): Markup {
  const { consents } = members;
  const card = (figure: number, label: string) =>
    html`<li><span class="figure">${number(figure)}</span>${typeset(label)}</li>`;
  return html`<ul class="cards">${card(members.members, 'adhérents')}${card(consents.given, 'accords donnés')}${card(consents.withdrawn, 'accords retirés')}${card(members.reachable, 'peuvent recevoir un SMS')}${card(alerts, 'messages envoyés à des groupes')}${card(total.sent, 'SMS partis')}${card(total.delivered, 'SMS reçus')}${card(total.failed, 'échecs')}${card(total.stops, 'STOP')}</ul>`;
}

/** For general administrators alone: a structure is told nothing of another (A-16). */
function several({ several: found }: AlertStatistics): Markup | undefined {
  if (found === undefined) {
    return undefined;
  }
  const rows = found.rows.map(
    ({ label, members }) =>
      html`<tr><th scope="row">${label}</th><td class="number" data-label="Adhérents inscrits aussi ailleurs">${number(members)}</td></tr>`,
  );
  return html`<h2>Inscrits dans plusieurs structures</h2><p>${typeset(severalText(found.people))}</p>
<table><caption class="heard">Inscrits dans plusieurs structures</caption><thead><tr><th scope="col">Structure</th><th scope="col" class="number">Adhérents inscrits aussi ailleurs</th></tr></thead><tbody>${rows}</tbody></table>
<p class="note">${typeset('Les structures ne voient pas ces nombres : chacune garde sa fiche, ses groupes et l’accord que la personne lui a donné.')}</p>`;
}

function severalText(people: number): string {
  return people === 0
    ? 'Personne n’est inscrit dans plusieurs structures.'
    : `${number(people)} ${people === 1 ? 'personne est inscrite' : 'personnes sont inscrites'} dans plusieurs structures.`;
}

function chart({ name, rows }: StatisticsTable): Markup | undefined {
  const isSent = rows.some(({ counts }) => counts.sent > 0);
  const bars = rows.map(({ label, counts, members }) =>
    isSent ? { label, value: counts.sent, part: counts.delivered } : { label, value: members ?? 0 },
  );
  if (bars.every(({ value }) => value === 0)) {
    return undefined;
  }
  return statisticsChart(isSent ? `${name} : SMS partis (dont reçus, en foncé)` : `${name} : adhérents`, bars);
}

const columns = [
  ['SMS partis', 'sent'],
  ['Reçus', 'delivered'],
  ['Échecs', 'failed'],
  ['Indéterminés', 'undetermined'],
  ['Non écrits', 'skipped'],
  ['STOP', 'stops'],
] as const;

function figures({ name, of, rows, isPartition }: StatisticsTable): Markup {
  const hasMembers = rows.some(({ members }) => members !== undefined);
  const head = html`<tr><th scope="col">${of}</th>${hasMembers ? html`<th scope="col" class="number">Adhérents</th>` : undefined}${columns.map(([label]) => html`<th scope="col" class="number">${label}</th>`)}</tr>`;
  const body = rows.map(
    ({ label, members, counts }) =>
      html`<tr><th scope="row">${label}</th>${hasMembers ? html`<td class="number" data-label="Adhérents">${number(members ?? 0)}</td>` : undefined}${columns.map(([title, key]) => html`<td class="number" data-label="${title}">${number(counts[key])}</td>`)}</tr>
`,
  );
  const note = isPartition
    ? undefined
    : html`<p class="note">${typeset('Une personne dans deux groupes du message compte dans les deux.')}</p>`;
  return html`<div class="scroll"><table><caption class="heard">${name}</caption><thead>${head}</thead><tbody>${body}</tbody></table></div>${note}`;
}

function number(value: number): string {
  return new Intl.NumberFormat('fr-FR').format(value);
}
