import type { ImportPreview } from '../domain/recipient/import-files.ts';
import type { ImportCounts, ImportJob } from '../domain/recipient/import-job.ts';
import { missingFields } from '../domain/recipient/read-list.ts';
import { shortMoment, typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';
import { importFindings } from './import-findings.ts';
import { stateLabels } from './import-home-page.ts';
import { importMapping } from './import-mapping.ts';
import { page } from './layout.ts';

export interface ImportScreen {
  readonly programme: string;
  readonly timeZone: string;
  readonly job: ImportJob;
  readonly preview: ImportPreview | undefined;
  /** Nothing has moved for so long that the run is lost. */
  readonly stalled: boolean;
  readonly homePath: string;
  /** Where the forms of this page are sent. */
  readonly stepPath: string;
  readonly errorsPath: string;
  readonly userName: string;
  readonly signOutPath: string;
}

/** One import: its progress, its preview to be validated or amended, or what came of it (REFLEX-23). */
export function importPage(screen: ImportScreen): string {
  const { programme, timeZone, job, homePath, userName, signOutPath } = screen;
  const content = html`<p><a class="back" href="${homePath}">Toutes les listes</a></p>
<p class="note">${typeset(`${programme}, liste envoyée le ${shortMoment(timeZone, job.startedAt)} par ${job.startedBy}`)}</p>
${body(screen)}`;
  return page({ title: `Liste : ${stateLabels[job.state].toLowerCase()}`, content, userName, signOutPath });
}

function body(screen: ImportScreen): Markup {
  const { job, stepPath } = screen;
  switch (job.state) {
    case 'reading':
    case 'committing':
    case 'undoing':
      return underWay(screen);
    case 'refused':
      return html`<p role="alert">${typeset(job.refusal ?? 'Ce fichier ne peut pas être lu.')}</p>
<p>Rien n’a été inscrit.</p>`;
    case 'undone':
      return html`<p role="status">${typeset('Cet import est annulé : les personnes qu’il avait inscrites sont oubliées, celles qu’il avait modifiées sont comme avant.')}</p>`;
    case 'ready':
      return ready(screen);
    case 'done':
      return html`<p role="status"><strong>La liste est inscrite au registre.</strong></p>
${countsTable(job.counts)}
${errorsLink(screen)}
<form method="post" action="${stepPath}"><input type="hidden" name="step" value="undo">
<p>${typeset('L’annulation oublie les personnes inscrites par cet import et rend leurs valeurs d’avant à celles qu’il a modifiées.')}</p>
<p><button>Annuler cet import</button></p></form>`;
  }
}

function underWay({ job: { state, progress }, stalled, stepPath }: ImportScreen): Markup {
  const part = progress === undefined ? undefined : `${progress.done} sur ${progress.all} personnes`;
  return html`<p role="status">${stateLabels[state]}${part === undefined ? '…' : typeset(` : ${part}`)}</p>
${progress === undefined ? undefined : html`<progress max="${progress.all}" value="${progress.done}">${part}</progress>`}
<p class="note">Cette page se met à jour d’elle-même. Vous pouvez la quitter.</p>
${
  stalled
    ? html`<form method="post" action="${stepPath}"><input type="hidden" name="step" value="resume">
<p>${typeset('Rien n’avance depuis un moment. La reprise continue là où l’import s’est arrêté : rien n’est inscrit deux fois.')}</p>
<p><button>Reprendre</button></p></form>`
    : undefined
}`;
}

function ready(screen: ImportScreen): Markup {
  const { job, preview, stepPath } = screen;
  if (preview === undefined) {
    return html`<p role="alert">${typeset('L’aperçu de cette liste a expiré. Renvoyez le fichier.')}</p>`;
  }
  const missing = missingFields(preview.mapping);
  const commit =
    missing.length > 0
      ? html`<p role="alert">${typeset(`Aucune colonne ne donne ${missing.join(', ')} : choisissez-la ci-dessous, puis relisez la liste.`)}</p>`
      : html`<form method="post" action="${stepPath}"><input type="hidden" name="step" value="commit"><input type="hidden" name="version" value="${job.version}">
<p><button>Inscrire au registre</button></p></form>`;
  return html`<p role="status">${typeset('Voici ce que cette liste changerait. Rien n’est encore inscrit.')}</p>
${countsTable(job.counts)}
${errorsLink(screen)}
${commit}
${importFindings(preview.summary, job.counts, stepPath)}
${importMapping(preview, stepPath)}`;
}

function errorsLink({ job: { counts }, errorsPath }: ImportScreen): Markup | undefined {
  return counts === undefined
    ? undefined
    : html`<p><a class="button" href="${errorsPath}">Télécharger le classeur des erreurs (Excel)</a></p>`;
}

const labels: readonly (readonly [keyof ImportCounts, string])[] = [
  ['rows', 'Lignes lues'],
  ['created', 'Nouvelles personnes'],
  ['changed', 'Personnes modifiées'],
  ['unchanged', 'Personnes inchangées'],
  ['repeated', 'Lignes répétées, réunies'],
  ['refused', 'Lignes refusées'],
  ['left', 'Personnes sorties du registre, non réinscrites'],
  ['withoutNumber', 'Personnes sans numéro utilisable'],
  ['otherwise', 'Personnes à joindre autrement que par la voix'],
  ['pairs', 'Doublons possibles, à trancher'],
  ['faults', 'Valeurs en erreur'],
];

function countsTable(counts: ImportCounts | undefined): Markup | undefined {
  return counts === undefined
    ? undefined
    : html`<div class="scroll"><table>
<caption class="heard">Ce que change la liste</caption>
<tbody>${labels.map(
        ([name, label]) => html`<tr><th scope="row">${label}</th><td class="number">${counts[name]}</td></tr>
`,
      )}</tbody>
</table></div>`;
}
