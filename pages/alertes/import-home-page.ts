import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { MemberImport, MemberImportState } from '../../domain/member-import/member-import.ts';
import type { UploadForm } from '../../domain/recipient/import-files.ts';
import { shortMoment, typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';

export const importStates: Readonly<Record<MemberImportState, string>> = {
  reading: 'Lecture en cours',
  ready: 'À valider',
  committing: 'Inscription en cours',
  done: 'Terminé',
  refused: 'Fichier refusé',
};

export interface ImportHomeView {
  readonly visitor: AlertVisitor;
  /** A place for one file. */
  readonly upload: UploadForm;
  readonly jobs: readonly MemberImport[];
  readonly timeZone: string;
  /** How those who sent files are called, by user name. */
  readonly staff: ReadonlyMap<string, string>;
}

/** Says before the sending what would be refused after it; without it the file is refused by the storage. */
const sizeScript = `document.querySelector('#fichier').addEventListener('change',e=>{const f=e.target.files[0];e.target.setCustomValidity(f&&f.size>52428800?'Ce fichier dépasse 50 Mo : partagez-le en plusieurs fichiers.':'');e.target.reportValidity()})`;

/** The form that sends a file of members, and the imports of before (ALERTES-18). */
export function memberImportHomePage({ visitor, upload, jobs, timeZone, staff }: ImportHomeView): AlertPage {
  return alertPage({
    title: 'Importer des adhérents',
    visitor,
    active: 'import',
    script: sizeScript,
    body: html`<form method="post" action="${upload.action}" enctype="multipart/form-data">
${Object.entries(upload.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field"><label for="fichier">Fichier Excel (.xlsx) ou CSV</label><span class="hint" id="fichier-aide">${typeset('50 Mo au plus. Un classeur .xls ancien est à enregistrer d’abord en .xlsx.')}</span>
<input id="fichier" type="file" name="file" accept=".xlsx,.csv,.txt,.tsv" required aria-describedby="fichier-aide"></div>
<p><button>Envoyer le fichier</button></p>
</form>
<p class="note">${typeset('Les colonnes sont reconnues à leur titre : nom, prénom, date de naissance, téléphone, adresse électronique, groupe, accord. Rien n’est inscrit avant votre validation, et personne deux fois. Sans colonne d’accord, aucun SMS ne pourra être envoyé aux personnes du fichier.')}</p>
<h2>Imports précédents</h2>
${table(jobs, timeZone, staff)}`,
  });
}

function table(jobs: readonly MemberImport[], timeZone: string, staff: ImportHomeView['staff']): Markup {
  if (jobs.length === 0) {
    return html`<p>Aucun import pour l’instant.</p>`;
  }
  const rows = jobs.map(({ importId, startedAt, startedBy, state, counts }) => {
    const sent = shortMoment(timeZone, startedAt);
    return html`<tr><th scope="row"><a href="${importPath(importId)}">${sent}</a></th><td data-label="Par">${staff.get(startedBy) ?? startedBy}</td><td data-label="État">${importStates[state]}</td><td data-label="Lignes" class="number">${counts?.rows ?? '–'}</td><td data-label="Inscrits" class="number">${state === 'done' ? (counts?.created ?? '–') : '–'}</td></tr>
`;
  });
  return html`<table><caption class="heard">Imports, du plus récent au plus ancien</caption><thead><tr><th scope="col">Envoyé le</th><th scope="col">Par</th><th scope="col">État</th><th scope="col" class="number">Lignes</th><th scope="col" class="number">Inscrits</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function importPath(importId: string): string {
  return alertRoutes.memberImport.path.replace('{importId}', importId);
}
