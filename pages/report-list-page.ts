import { longDay, shortMoment, typeset } from '../domain/report/french.ts';
import type { Attachment, ReportIssue } from '../domain/report/report-catalogue.ts';
import { daysOfWeek, type ReportKind, stateLabel } from '../domain/report/report-issue.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

export interface ProgrammeReports {
  readonly title: string;
  readonly timeZone: string;
  /** Published issues of each kind, latest first. */
  readonly daily: readonly ReportIssue[];
  readonly weekly: readonly ReportIssue[];
  /** Absent where the programme has no campaigns. */
  readonly cycles?: readonly ReportIssue[];
  /** Absent where the programme follows nobody. */
  readonly dashboards?: readonly ReportIssue[];
  readonly packs?: readonly ReportIssue[];
}

type HrefOf = (issue: ReportIssue, attachment?: Attachment) => string;

/** The reports one may open (COMMON-29). `hrefOf`: the address that signs a link at the click. */
export function reportListPage(options: {
  readonly programmes: readonly ProgrammeReports[];
  readonly userName: string;
  readonly signOutPath: string;
  readonly hrefOf: HrefOf;
}): string {
  const { programmes, userName, signOutPath, hrefOf } = options;
  const content =
    programmes.length === 0
      ? html`<p>${typeset('Votre compte ne donne accès aux rapports d’aucun programme. Demandez l’accès à votre responsable.')}</p>`
      : html`<p class="note">${typeset('Un rapport provisoire est établi à la fermeture ; sa version définitive, à la fermeture du jour ouvré suivant, tient compte des derniers rappels.')}</p>
${programmes.map((programme) => programmeSection(programme, hrefOf))}`;
  return page({ title: 'Rapports', content, userName, signOutPath });
}

function programmeSection(programme: ProgrammeReports, hrefOf: HrefOf): Markup {
  return html`<section>
<h2>${programme.title}</h2>
${programme.cycles === undefined ? '' : kindSection('Campagnes d’appels', 'cycle', programme.cycles, programme, hrefOf)}
${programme.dashboards === undefined ? '' : kindSection('Tableaux de bord du suivi', 'dashboard', programme.dashboards, programme, hrefOf)}
${programme.packs === undefined ? '' : kindSection('Points hebdomadaires du suivi', 'pack', programme.packs, programme, hrefOf)}
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
  hrefOf: HrefOf,
): Markup {
  if (issues.length === 0) {
    return html`<h3>${title}</h3>
<p>${typeset(`Aucun rapport pour le moment : le premier paraîtra ${firstIssue[kind]}.`)}</p>`;
  }
  return html`<h3>${title}</h3>
<div class="scroll"><table>
<caption class="heard">${`${title}, ${programme}, du plus récent au plus ancien`}</caption>
<thead><tr><th scope="col">Période</th><th scope="col">Version</th><th scope="col">Établi le</th><th scope="col">Taille</th><th scope="col">Fichier</th></tr></thead>
<tbody>${issues.map((issue) => row(issue, timeZone, hrefOf))}</tbody>
</table></div>`;
}

const firstIssue: Readonly<Record<ReportKind, string>> = {
  daily: 'le premier jour d’ouverture, après la fermeture',
  weekly: 'le lundi qui suit la première semaine d’ouverture',
  cycle: 'dans l’heure qui suit le début de la première campagne',
  dashboard: 'le soir du premier jour de suivi',
  pack: 'le lundi qui suit la première semaine de suivi',
};

function row(issue: ReportIssue, timeZone: string, hrefOf: HrefOf): Markup {
  const period = periodLabel(issue);
  const state = stateLabel(issue.state);
  return html`<tr>
<th scope="row">${period}</th>
<td data-label="Version"><span class="${issue.state}">${capital(state)}</span>, édition n°&nbsp;${issue.number}</td>
<td data-label="Établi le">${shortMoment(timeZone, issue.generatedAt)}</td>
<td data-label="Taille" class="number">${size(issue.published?.bytes ?? 0)}</td>
<td data-label="Fichier"><a href="${hrefOf(issue)}">Télécharger<span class="heard"> ${period}, ${state}</span> (Excel)</a>${(issue.published?.attachments ?? []).map((attachment) => html` <a href="${hrefOf(issue, attachment)}">${attachmentLabels[attachment]}<span class="heard"> ${period}, ${state}</span></a>`)}</td>
</tr>
`;
}

const attachmentLabels: Readonly<Record<Attachment, string>> = { proof: 'Preuve', journal: 'Journal' };

function periodLabel({ kind, period }: ReportIssue): string {
  if (kind === 'daily' || kind === 'dashboard') {
    return capital(longDay(period));
  }
  if (kind === 'cycle') {
    return cycleLabel(period);
  }
  const days = daysOfWeek(period);
  return `Semaine ${Number(period.slice(-2))}, du ${longDay(days[0] ?? '')} au ${longDay(days[6] ?? '')}`;
}

/** « Canicule, campagne du 06/07/2026, cycle 1 ». */
function cycleLabel(period: string): string {
  const [, type = period, year, month, day, cycle] = /^(.+)_(\d{4})(\d{2})(\d{2})T\d+Z-(\d+)$/.exec(period) ?? [];
  return year === undefined ? period : `${capital(type)}, campagne du ${day}/${month}/${year}, cycle ${cycle}`;
}

/** « 21 ko »: what a phone on a slow line wants to know. */
function size(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000 ? `${kilobytes}\u00a0ko` : `${(kilobytes / 1000).toFixed(1).replace('.', ',')}\u00a0Mo`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
