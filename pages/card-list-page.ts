import type { CardDraft, CardVersion } from '../domain/knowledge/card.ts';
import type { GridImport } from '../domain/knowledge/knowledge-base.ts';
import { shortDay, shortMoment, typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

export interface CardListPage {
  /** Title of the programme. */
  readonly programme: string;
  readonly timeZone: string;
  /** Local day. */
  readonly today: string;
  /** Last version of each card that was asked for, in the order to show. */
  readonly cards: readonly CardVersion[];
  readonly drafts: readonly CardDraft[];
  readonly grids: readonly Omit<GridImport, 'cards' | 'faults' | 'notices'>[];
  /** What is searched; empty: all. */
  readonly query: string;
  readonly labelOf: (code: string | undefined) => string;
  readonly hrefOf: (cardId: string) => string;
  readonly gridHrefOf: (importId: string) => string;
  readonly listPath: string;
  readonly gridPath: string;
  /** What was just done, or why it was not, in French. */
  readonly said?: { readonly text: string; readonly fault: boolean };
  readonly userName: string;
  readonly signOutPath: string;
}

/** The client's cards: what agents see, what waits, and the grid that brings them (SAMPS-20). */
export function cardListPage(list: CardListPage): string {
  const { programme, query, cards, drafts, said, listPath, gridPath, hrefOf, userName, signOutPath } = list;
  const content = html`<p class="note">${programme}</p>
${said === undefined ? undefined : said.fault ? html`<p class="fault" role="alert">${typeset(said.text)}</p>` : html`<p role="status"><strong>${typeset(said.text)}</strong></p>`}
<form method="get" action="${listPath}" role="search">
<p><label for="q">Chercher dans les fiches</label><br>
<input id="q" name="q" type="search" value="${query}"> <button>Chercher</button></p>
</form>
${drafts.length === 0 ? undefined : draftTable(list)}
<section>
<h2>${typeset(query === '' ? `Fiches (${cards.length})` : `Résultats pour « ${query} » (${cards.length})`)}</h2>
${cardTable(list)}
<p><a class="button" href="${hrefOf('nouvelle')}">Écrire une fiche</a></p>
</section>
<section>
<h2>Importer une grille ou des lieux</h2>
<form method="post" action="${gridPath}" enctype="multipart/form-data">
<p><label for="genre">Contenu du fichier</label><br>
<select id="genre" name="kind"><option value="cards">Questions et réponses</option><option value="places">Lieux qui reçoivent le public</option></select></p>
<p><label for="fichier">Fichier Excel (.xlsx) ou texte (.csv), 4 Mo au plus</label><br>
<input id="fichier" type="file" name="file" accept=".xlsx,.csv,.txt,.tsv" required></p>
<p class="note">${typeset('Les colonnes sont reconnues à leur titre : Référence, Aide, Motif, Question, Réponse, Mots-clés, Pièces, Dates de versement, Code de refus, Valable du, Valable jusqu’au. Rien ne change pour les conseillers avant votre publication.')}</p>
<p><button>Comparer avec les fiches publiées</button></p>
</form>
${gridTable(list)}
</section>`;
  return page({ title: 'Fiches des conseillers', content, userName, signOutPath });
}

function draftTable({ drafts, timeZone, hrefOf }: CardListPage): Markup {
  return html`<section>
<h2>Brouillons</h2>
<div class="scroll"><table>
<caption class="heard">Changements que les conseillers ne voient pas encore</caption>
<thead><tr><th scope="col">Fiche</th><th scope="col">Modifiée le</th><th scope="col">Par</th></tr></thead>
<tbody>${drafts.map(
    ({
      cardId,
      text,
      changedAt,
      changedBy,
    }) => html`<tr><th scope="row"><a href="${hrefOf(cardId)}">${typeset(text.title === '' ? cardId : text.title)}</a></th><td data-label="Modifiée le">${shortMoment(timeZone, changedAt)}</td><td data-label="Par">${changedBy}</td></tr>
`,
  )}</tbody>
</table></div>
</section>`;
}

function cardTable({ cards, query, today, labelOf, hrefOf }: CardListPage): Markup {
  if (cards.length === 0) {
    return html`<p>${typeset(query === '' ? 'Aucune fiche n’est publiée : importez une grille ci-dessous.' : 'Aucune fiche ne répond à cette recherche.')}</p>`;
  }
  return html`<div class="scroll"><table>
<caption class="heard">Fiches</caption>
<thead><tr><th scope="col">Question</th><th scope="col">Aide</th><th scope="col">Motif</th><th scope="col">Version</th><th scope="col">État</th></tr></thead>
<tbody>${cards.map(
    (
      one,
    ) => html`<tr><th scope="row"><a href="${hrefOf(one.cardId)}">${typeset(one.text.title)}</a></th><td data-label="Aide">${labelOf(one.text.scheme)}</td><td data-label="Motif">${labelOf(one.text.motive)}</td><td data-label="Version" class="number">${one.version}</td><td data-label="État">${stateOf(one, today)}</td></tr>
`,
  )}</tbody>
</table></div>`;
}

function gridTable({ grids, timeZone, gridHrefOf }: CardListPage): Markup | undefined {
  return grids.length === 0
    ? undefined
    : html`<div class="scroll"><table>
<caption class="heard">Grilles envoyées</caption>
<thead><tr><th scope="col">Grille</th><th scope="col">Envoyée le</th><th scope="col">Par</th><th scope="col">État</th></tr></thead>
<tbody>${grids.map(
        ({
          importId,
          fileName,
          sentAt,
          sentBy,
          publishedAt,
        }) => html`<tr><th scope="row"><a href="${gridHrefOf(importId)}">${fileName}</a></th><td data-label="Envoyée le">${shortMoment(timeZone, sentAt)}</td><td data-label="Par">${sentBy}</td><td data-label="État">${publishedAt === undefined ? html`<span class="provisional">Non publiée</span>` : html`<span class="definitive">Publiée le ${shortMoment(timeZone, publishedAt)}</span>`}</td></tr>
`,
      )}</tbody>
</table></div>`;
}

/** Whether agents see it on this local day. */
export function stateOf({ text: { validFrom, validTo }, withdrawn }: CardVersion, today: string): Markup {
  if (withdrawn === true) {
    return html`<span class="provisional">Retirée</span>`;
  }
  if (validFrom !== undefined && today < validFrom) {
    return html`<span class="provisional">À partir du ${shortDay(validFrom)}</span>`;
  }
  if (validTo !== undefined && validTo < today) {
    return html`<span class="provisional">Finie le ${shortDay(validTo)}</span>`;
  }
  return html`<span class="definitive">En vigueur</span>${validTo === undefined ? undefined : html` jusqu’au ${shortDay(validTo)}`}`;
}
