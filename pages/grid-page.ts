import type { Fault } from '../domain/import/fault.ts';
import type { Comparison } from '../domain/knowledge/compare-cards.ts';
import { typeset } from '../domain/report/french.ts';
import { changeTable, plainText } from './card-view.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

export interface GridPage {
  readonly programme: string;
  readonly fileName: string;
  readonly rows: number;
  readonly comparison: Comparison;
  readonly faults: readonly Fault[];
  readonly notices: readonly string[];
  /** Why it cannot be published any more, or what came of it, in French. */
  readonly closed?: string;
  readonly edition: number;
  readonly listPath: string;
  readonly path: string;
  readonly userName: string;
  readonly signOutPath: string;
}

/** What a grid would change, before anything is published (SAMPS-20). */
export function gridPage(grid: GridPage): string {
  const { programme, fileName, rows, comparison, notices, closed, listPath, userName, signOutPath } = grid;
  const { added, changed, unchanged, absent } = comparison;
  const counts: readonly (readonly [string, number])[] = [
    ['Lignes lues', rows],
    ['Fiches nouvelles', added.length],
    ['Fiches modifiées', changed.length],
    ['Fiches inchangées', unchanged.length],
    ['Lignes refusées', new Set(grid.faults.map(({ row }) => row)).size],
    ['Fiches publiées absentes de la grille', absent.length],
  ];
  const content = html`<p><a class="back" href="${listPath}">Toutes les fiches</a></p>
<p class="note">${typeset(`${programme}, fichier « ${fileName} »`)}</p>
<p role="status">${typeset(closed ?? 'Voici ce que cette grille changerait. Les conseillers ne voient encore rien de nouveau.')}</p>
<div class="scroll"><table><caption class="heard">Ce que change la grille</caption>
<tbody>${counts.map(
    ([label, count]) => html`<tr><th scope="row">${typeset(label)}</th><td class="number">${count}</td></tr>
`,
  )}</tbody></table></div>
${notices.length === 0 ? undefined : html`<h2>À savoir</h2><ul>${notices.map((one) => html`<li>${typeset(one)}</li>`)}</ul>`}
${faultTable(grid.faults)}
${
  changed.length === 0
    ? undefined
    : html`<h2>Fiches modifiées</h2>${changed.map((one) => html`<h3>${typeset(one.title)}</h3>${changeTable(one)}`)}`
}
${
  added.length === 0
    ? undefined
    : html`<h2>Fiches nouvelles</h2>${added.map(({ title, after }) => html`<details><summary>${typeset(title)}</summary>${plainText(after.answer)}</details>`)}`
}
${closed === undefined ? publishForm(grid) : undefined}`;
  return page({ title: 'Grille à publier', content, userName, signOutPath });
}

function faultTable(faults: readonly Fault[]): Markup | undefined {
  return faults.length === 0
    ? undefined
    : html`<h2>Lignes refusées</h2>
<p>${typeset('Ces lignes ne seront pas publiées. Corrigez-les dans le fichier, puis renvoyez-le.')}</p>
<div class="scroll"><table><caption class="heard">Lignes refusées</caption>
<thead><tr><th scope="col">Ligne</th><th scope="col">Colonne</th><th scope="col">Valeur</th><th scope="col">Pourquoi</th><th scope="col">Accepté</th></tr></thead>
<tbody>${faults.map(
        ({
          row,
          column,
          value,
          reason,
          accepted,
        }) => html`<tr><th scope="row">${row}</th><td data-label="Colonne">${typeset(column ?? 'Toute la ligne')}</td><td data-label="Valeur">${value ?? '–'}</td><td data-label="Pourquoi">${typeset(reason)}</td><td data-label="Accepté">${typeset(accepted)}</td></tr>
`,
      )}</tbody></table></div>`;
}

function publishForm({ path, edition, comparison: { added, changed, absent } }: GridPage): Markup {
  const box = (
    name: string,
    value: string,
    label: string,
  ) => html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"> ${typeset(label)}</label>
`;
  const nothing = added.length + changed.length === 0 && absent.length === 0;
  return nothing
    ? html`<p>${typeset('Il n’y a rien à publier.')}</p>`
    : html`<form method="post" action="${path}"><input type="hidden" name="edition" value="${edition}">
${
  changed.length === 0
    ? undefined
    : html`<fieldset><legend>${typeset('Réponses qui étaient fausses')}</legend>
<p class="hint">${typeset('Pour les fiches cochées, les personnes à qui l’ancienne réponse a été dite sont listées, pour être prévenues.')}</p>
${changed.map(({ cardId, title }) => box('corrects', cardId, title))}</fieldset>`
}
${
  absent.length === 0
    ? undefined
    : html`<fieldset><legend>${typeset('Fiches publiées qui ne sont plus dans la grille')}</legend>
<p class="hint">${typeset('Elles restent, sauf si vous les cochez pour les retirer.')}</p>
${absent.map(({ cardId, text }) => box('withdraw', cardId, text.title))}</fieldset>`
}
<p><button>Publier</button></p></form>`;
}
