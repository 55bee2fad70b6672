import type { UploadForm } from '../domain/recipient/import-files.ts';
import type { ImportJob, ImportState } from '../domain/recipient/import-job.ts';
import { shortMoment, typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

export interface ImportHome {
  /** Title of the programme. */
  readonly programme: string;
  readonly timeZone: string;
  readonly upload: UploadForm;
  /** Latest first. */
  readonly jobs: readonly ImportJob[];
  readonly hrefOf: (importId: string) => string;
  /** Where the form that takes someone out is sent. */
  readonly departurePath: string;
  /** Where the workbook of corrections is. */
  readonly correctionsPath: string;
  /** What the last removal did, in French. */
  readonly said?: string;
  readonly userName: string;
  readonly signOutPath: string;
}

export const stateLabels: Readonly<Record<ImportState, string>> = {
  reading: 'Lecture en cours',
  ready: 'À valider',
  committing: 'Inscription en cours',
  done: 'Inscrite',
  undoing: 'Annulation en cours',
  undone: 'Annulée',
  refused: 'Refusée',
};

/** Sending a list, the imports so far, and taking someone out of the register at once (REFLEX-23, REFLEX-25). */
export function importHomePage(home: ImportHome): string {
  const { programme, upload, said, departurePath, correctionsPath, userName, signOutPath } = home;
  const content = html`<p class="note">${programme}</p>
${said === undefined ? undefined : html`<p role="status"><strong>${typeset(said)}</strong></p>`}
<section>
<h2>Envoyer une liste</h2>
<form method="post" action="${upload.action}" enctype="multipart/form-data">
${Object.entries(upload.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p><label for="fichier">Fichier Excel (.xlsx) ou texte (.csv), 50 Mo au plus</label><br>
<input id="fichier" type="file" name="file" accept=".xlsx,.csv,.txt,.tsv" required></p>
<p class="note">${typeset('Les colonnes sont reconnues à leur titre, quel que soit leur ordre. Rien n’est inscrit avant votre validation. Ce formulaire est valable une heure.')}</p>
<p><button>Envoyer</button></p>
</form>
</section>
<section>
<h2>Imports</h2>
${jobTable(home)}
</section>
<section>
<h2>Corrections</h2>
<p>${typeset('Ce que les personnes ont corrigé pendant les appels, à reporter dans votre fichier : ancienne valeur, nouvelle valeur, auteur, heure.')}</p>
<p><a class="button" href="${correctionsPath}">Télécharger les corrections (Excel)</a></p>
</section>
<section>
<h2>Sortie du registre</h2>
<form method="post" action="${departurePath}">
<p>${typeset('La personne n’est plus appelée dès maintenant, même si une campagne est en cours.')}</p>
<p><label for="nom">Nom</label><br><input id="nom" name="lastName" autocomplete="off" required></p>
<p><label for="prenom">Prénom</label><br><input id="prenom" name="firstName" autocomplete="off" required></p>
<p><label for="naissance">Date de naissance (jj/mm/aaaa)</label><br><input id="naissance" name="birthDate" autocomplete="off"></p>
<p><label for="identifiant">${typeset('Ou identifiant dans votre fichier')}</label><br><input id="identifiant" name="externalId" autocomplete="off"></p>
<p><label for="motif">Motif</label><br><select id="motif" name="why"><option value="asked">À la demande de la personne</option><option value="moved">Départ de la commune</option><option value="deceased">Décès</option></select></p>
<p><button>Sortir du registre</button></p>
</form>
</section>`;
  return page({ title: 'Listes de personnes', content, userName, signOutPath });
}

function jobTable({ jobs, timeZone, hrefOf }: ImportHome): Markup {
  if (jobs.length === 0) {
    return html`<p>${typeset('Aucune liste pour le moment : le registre est vide tant qu’une première liste n’a pas été envoyée et validée.')}</p>`;
  }
  return html`<div class="scroll"><table>
<caption class="heard">Imports, du plus récent au plus ancien</caption>
<thead><tr><th scope="col">Envoyée le</th><th scope="col">Par</th><th scope="col">État</th><th scope="col">Lignes</th><th scope="col">Détail</th></tr></thead>
<tbody>${jobs.map((job) => row(job, timeZone, hrefOf(job.importId)))}</tbody>
</table></div>`;
}

function row({ startedAt, startedBy, state, counts }: ImportJob, timeZone: string, href: string): Markup {
  const sent = shortMoment(timeZone, startedAt);
  return html`<tr>
<th scope="row">${sent}</th>
<td data-label="Par">${startedBy}</td>
<td data-label="État"><span class="${state === 'done' ? 'definitive' : 'provisional'}">${stateLabels[state]}</span></td>
<td data-label="Lignes" class="number">${counts?.rows ?? '–'}</td>
<td data-label="Détail"><a href="${href}">Ouvrir<span class="heard"> l’import du ${sent}</span></a></td>
</tr>
`;
}
