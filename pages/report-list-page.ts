import { longDay, shortMoment, typeset } from '../domain/report/french.ts';
import type { ReportIssue } from '../domain/report/report-catalogue.ts';
import { daysOfWeek, type ReportKind, stateLabel } from '../domain/report/report-issue.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

export interface ProgrammeReports {
  readonly title: string;
  readonly timeZone: string;
  /** Published issues of each kind, latest first. */
  readonly daily: readonly ReportIssue[];
  readonly weekly: readonly ReportIssue[];
}

/** The reports one may open (COMMON-29). `hrefOf`: the address that signs a link at the click. */
export function reportListPage(options: {
  readonly programmes: readonly ProgrammeReports[];
  readonly userName: string;
  readonly signOutPath: string;
  readonly hrefOf: (issue: ReportIssue) => string;
}): string {
  const { programmes, userName, signOutPath, hrefOf } = options;
  const content =
    programmes.length === 0
      ? html`<p>${typeset('Votre compte ne donne accès aux rapports d’aucun programme. Demandez l’accès à votre responsable.')}</p>`
      : html`<p class="note">${typeset('Un rapport provisoire est établi à la fermeture ; sa version définitive, à la fermeture du jour ouvré suivant, tient compte des derniers rappels.')}</p>
${programmes.map((programme) => programmeSection(programme, hrefOf))}`;
  return page({ title: 'Rapports', content, userName, signOutPath });
}

function programmeSection(programme: ProgrammeReports, hrefOf: (issue: ReportIssue) => string): Markup {
  return html`<section>
<h2>${programme.title}</h2>
${kindSection('Rapports quotidiens', 'daily', programme.daily, programme, hrefOf)}
${kindSection('Rapports hebdomadaires', 'weekly', programme.weekly, programme, hrefOf)}
</section>
`;
}

function kindSection(
  title: string,
  kind: ReportKind,
  issues: readonly ReportIssue[],
  { timeZone, title: programme }: ProgrammeReports,
  hrefOf: (issue: ReportIssue) => string,
): Markup {
  if (issues.length === 0) {
    const when =
      kind === 'daily'
        ? 'le premier jour d’ouverture, après la fermeture'
        : 'le lundi qui suit la première semaine d’ouverture';
    return html`<h3>${title}</h3>
<p>${typeset(`Aucun rapport pour le moment : le premier paraîtra ${when}.`)}</p>`;
  }
  return html`<h3>${title}</h3>
<div class="scroll"><table>
<caption class="heard">${`${title}, ${programme}, du plus récent au plus ancien`}</caption>
<thead><tr><th scope="col">Période</th><th scope="col">Version</th><th scope="col">Établi le</th><th scope="col">Taille</th><th scope="col">Fichier</th></tr></thead>
<tbody>${issues.map((issue) => row(issue, timeZone, hrefOf))}</tbody>
</table></div>`;
}

function row(issue: ReportIssue, timeZone: string, hrefOf: (issue: ReportIssue) => string): Markup {
  const period = periodLabel(issue);
  const state = stateLabel(issue.state);
  return html`<tr>
<th scope="row">${period}</th>
<td data-label="Version"><span class="${issue.state}">${capital(state)}</span>, édition n°&nbsp;${issue.number}</td>
<td data-label="Établi le">${shortMoment(timeZone, issue.generatedAt)}</td>
<td data-label="Taille" class="number">${size(issue.published?.bytes ?? 0)}</td>
<td data-label="Fichier"><a href="${hrefOf(issue)}">Télécharger<span class="heard"> ${period}, ${state}</span> (Excel)</a></td>
</tr>
`;
}

function periodLabel({ kind, period }: ReportIssue): string {
  if (kind === 'daily') {
    return capital(longDay(period));
  }
  const days = daysOfWeek(period);
  return `Semaine ${Number(period.slice(-2))}, du ${longDay(days[0] ?? '')} au ${longDay(days[6] ?? '')}`;
}

/** « 21 ko »: what a phone on a slow line wants to know. */
function size(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000 ? `${kilobytes}\u00a0ko` : `${(kilobytes / 1000).toFixed(1).replace('.', ',')}\u00a0Mo`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
