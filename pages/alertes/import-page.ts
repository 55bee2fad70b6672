import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { MemberGroup } from '../../domain/member/member.ts';
import { memberFields } from '../../domain/member-import/member-fields.ts';
import type { MemberImport, MemberImportPreview } from '../../domain/member-import/member-import.ts';
import type { ConsentText } from '../../domain/programme/alert-content.ts';
import { shortMoment, typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { faultTable } from '../import-findings.ts';
import { mappingForm } from '../import-mapping.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { importCounts } from './import-counts.ts';
import { importPath, importStates } from './import-home-page.ts';
import { consentQuestion, groupQuestions } from './import-questions.ts';

export interface ImportView {
  readonly visitor: AlertVisitor;
  readonly job: MemberImport;
  readonly preview: MemberImportPreview | undefined;
  readonly groups: readonly MemberGroup[];
  readonly consent: ConsentText;
  readonly timeZone: string;
  /** Who sent the file. */
  readonly author: string;
  /** Nothing has moved for so long that the run is lost. */
  readonly stalled: boolean;
}

/** One import: its progress, its preview to be validated or amended, or what came of it (ALERTES-18). */
export function memberImportPage(view: ImportView): AlertPage {
  const { visitor, job, timeZone, author } = view;
  return alertPage({
    title: `Import : ${importStates[job.state].toLowerCase()}`,
    visitor,
    active: 'import',
    body: html`<p class="note">${typeset(`Fichier envoyé le ${shortMoment(timeZone, job.startedAt)} par ${author}.`)} <a href="${alertRoutes.memberImports.path}">Tous les imports</a></p>
${bodyOf(view)}`,
  });
}

function bodyOf(view: ImportView): Markup {
  const { job, preview } = view;
  switch (job.state) {
    case 'reading':
    case 'committing':
      return underWay(view);
    case 'refused':
      return html`<p class="fault" role="alert">${typeset(job.refusal ?? 'Ce fichier ne peut pas être lu.')}</p><p>${typeset('Rien n’est inscrit.')}</p>`;
    case 'ready':
      return preview === undefined
        ? html`<p class="fault" role="alert">${typeset('L’aperçu de ce fichier a expiré. Renvoyez-le.')}</p>`
        : ready(view, preview);
    case 'done':
      return html`<p class="done" role="status">${typeset('L’import est terminé.')}</p>
${importCounts(job.counts, true)}
${errorsLink(job)}
<ul class="actions"><li><a class="button" href="${alertRoutes.members.path}">Voir les adhérents</a></li></ul>`;
  }
}

function underWay({ job: { importId, state, progress }, stalled }: ImportView): Markup {
  const part = progress === undefined ? undefined : `${progress.done} lignes sur ${progress.all}`;
  return html`<p role="status">${typeset(`${importStates[state]}${part === undefined ? '…' : ` : ${part}`}`)}</p>
${progress === undefined ? undefined : html`<progress max="${progress.all}" value="${progress.done}" aria-label="Avancement">${part}</progress>`}
<p class="note">Cette page se met à jour d’elle-même. Vous pouvez la quitter.</p>
${
  stalled
    ? html`<form method="post" action="${importPath(importId)}"><input type="hidden" name="step" value="resume"><p>${typeset('Rien n’avance depuis un moment. La reprise continue là où l’import s’est arrêté : personne n’est inscrit deux fois.')}</p><p><button>Reprendre</button></p></form>`
    : undefined
}`;
}

function ready(view: ImportView, preview: MemberImportPreview): Markup {
  const { job, groups, consent } = view;
  const { summary, mapping } = preview;
  const path = importPath(job.importId);
  const hasNames = mapping.includes('fullName') || (mapping.includes('lastName') && mapping.includes('firstName'));
  const commit = hasNames
    ? html`<form method="post" action="${path}"><input type="hidden" name="step" value="commit"><input type="hidden" name="version" value="${job.version}">
${groupQuestions(summary.groups, groups)}
${consentQuestion(mapping.includes('consent'), summary.counts.agreed, consent)}
<p><button>${typeset(`Inscrire ${summary.counts.created === 1 ? '1 adhérent' : `${summary.counts.created} adhérents`}`)}</button></p></form>`
    : html`<p class="fault" role="alert">${typeset('Aucune colonne ne donne le nom et le prénom : choisissez-les ci-dessous, puis relisez le fichier.')}</p>`;
  return html`<p role="status">${typeset('Voici ce que ce fichier apporterait. Rien n’est encore inscrit.')}</p>
${importCounts(summary.counts, false)}
${errorsLink(job)}
${pairForm(preview, path)}
${commit}
${summary.faults.length === 0 ? undefined : html`<details open><summary>Erreurs (${summary.counts.faults})</summary>${faultTable(summary.faults)}${summary.counts.faults > summary.faults.length ? html`<p class="note">Les autres sont dans le classeur.</p>` : undefined}</details>`}
${mappingForm(preview, memberFields, path)}`;
}

function errorsLink({ importId, counts }: MemberImport): Markup | undefined {
  return counts === undefined
    ? undefined
    : html`<p><a class="button second" href="${alertRoutes.memberImportErrors.path.replace('{importId}', importId)}">Télécharger le classeur des erreurs (Excel)</a></p>`;
}

function pairForm({ summary: { pairs, counts } }: MemberImportPreview, path: string): Markup | undefined {
  if (pairs.length === 0) {
    return undefined;
  }
  const more = counts.pairs - pairs.length;
  return html`<h2>Ressemblances</h2>
<p>${typeset('Sans décision de votre part, ce sont deux personnes : chacune sera inscrite.')}</p>
<form method="post" action="${path}"><input type="hidden" name="step" value="decide">
${pairs.map(
  ({ id, row, name, otherRow, otherName }) => html`<fieldset>
<legend>${typeset(`${name} (ligne ${row}) et ${otherName} (${otherRow === undefined ? 'déjà inscrit' : `ligne ${otherRow}`})`)}</legend>
<label class="choice"><input type="radio" name="d-${id}" value="same"> La même personne</label>
<label class="choice"><input type="radio" name="d-${id}" value="different"> Deux personnes</label>
</fieldset>
`,
)}
${more > 0 ? html`<p class="note">${typeset(`Et ${more} autres, dans le classeur.`)}</p>` : undefined}
<p><button class="second">Enregistrer ces décisions</button></p>
</form>`;
}
