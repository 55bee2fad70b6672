import type { Fault } from '../domain/import/fault.ts';
import type { DoubtfulPair } from '../domain/recipient/group-rows.ts';
import type { ImportCounts } from '../domain/recipient/import-job.ts';
import type { ImportSummary, NamedRow } from '../domain/recipient/import-summary.ts';
import { typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';

/** Doubts to be decided, errors, and people who cannot be called: the beginning of each list, the rest being in the workbook. */
export function importFindings(summary: ImportSummary, counts: ImportCounts | undefined, stepPath: string): Markup {
  const { pairs, faults, withoutNumber, otherwise } = summary;
  return html`${pairs.length === 0 ? undefined : pairForm(pairs, stepPath)}
${section('Erreurs', faults, counts?.faults, faultTable)}
${section('Sans numéro utilisable', withoutNumber, counts?.withoutNumber, peopleTable)}
${section('À joindre autrement que par la voix', otherwise, counts?.otherwise, peopleTable)}`;
}

function section<T>(
  title: string,
  items: readonly T[],
  all: number | undefined,
  table: (items: readonly T[], title: string) => Markup,
): Markup | undefined {
  if (items.length === 0) {
    return undefined;
  }
  const more = (all ?? items.length) - items.length;
  return html`<section>
<h2>${title}</h2>
${table(items, title)}
${more > 0 ? html`<p class="note">${typeset(`Et ${more} autres, dans le classeur des erreurs.`)}</p>` : undefined}
</section>`;
}

/** What was wrong in a file, value by value. */
export function faultTable(faults: readonly Fault[]): Markup {
  return html`<div class="scroll"><table>
<caption class="heard">Erreurs par ligne</caption>
<thead><tr><th scope="col">Ligne</th><th scope="col">Colonne</th><th scope="col">Valeur</th><th scope="col">Raison</th><th scope="col">Formes acceptées</th><th scope="col">Conséquence</th></tr></thead>
<tbody>${faults.map(
    ({ row, column, value, reason, accepted, effect }) => html`<tr>
<th scope="row">${row}</th>
<td data-label="Colonne">${column ?? 'Toute la ligne'}</td>
<td data-label="Valeur">${value === '' ? '(vide)' : value}</td>
<td data-label="Raison">${typeset(reason)}</td>
<td data-label="Formes acceptées">${typeset(accepted)}</td>
<td data-label="Conséquence">${effect === 'row-refused' ? 'Ligne refusée' : 'Valeur laissée de côté'}</td>
</tr>
`,
  )}</tbody>
</table></div>`;
}

function peopleTable(people: readonly NamedRow[], title: string): Markup {
  return html`<div class="scroll"><table>
<caption class="heard">${title}</caption>
<thead><tr><th scope="col">Ligne</th><th scope="col">Personne</th></tr></thead>
<tbody>${people.map(
    ({ row, name }) => html`<tr><th scope="row">${row}</th><td data-label="Personne">${name}</td></tr>
`,
  )}</tbody>
</table></div>`;
}

function pairForm(pairs: readonly DoubtfulPair[], stepPath: string): Markup {
  return html`<section>
<h2>Doublons possibles</h2>
<p>${typeset('Sans décision de votre part, ce sont deux personnes : chacune sera appelée.')}</p>
<form method="post" action="${stepPath}"><input type="hidden" name="step" value="decide">
${pairs.map(
  ({ id, rows: [row, other], names: [name, like], reasons }) => html`<fieldset>
<legend>${typeset(`${name} (ligne ${row}) et ${like} (${other === 0 ? 'au registre' : `ligne ${other}`})`)}</legend>
<p class="note">${reasons.join(', ')}</p>
<label class="choice"><input type="radio" name="d-${id}" value="same"> La même personne</label>
<label class="choice"><input type="radio" name="d-${id}" value="different"> Deux personnes</label>
</fieldset>
`,
)}
<p><button>Enregistrer ces décisions</button></p>
</form>
</section>`;
}
