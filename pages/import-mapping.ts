import type { FieldDefinition, Mapping } from '../domain/import/field.ts';
import type { ImportPreview } from '../domain/recipient/import-files.ts';
import { listFields } from '../domain/recipient/recipient-fields.ts';
import { typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';

type MappedColumns = Pick<ImportPreview, 'headings' | 'samples' | 'headerRow'> & { readonly mapping: Mapping };

/** What each column of a list of recipients holds, for a person to amend. */
export function importMapping({ ofFiles = false, ...preview }: ImportPreview, stepPath: string): Markup {
  return mappingForm(preview, listFields(ofFiles), stepPath);
}

/** What each column holds, for a person to amend; remembered for the next list with the same columns (COMMON-47). Columns are `c0`, `c1`… */
export function mappingForm(
  { headings, samples, mapping, headerRow }: MappedColumns,
  fields: readonly FieldDefinition[],
  stepPath: string,
): Markup {
  const rows = headings.map((heading, column) => {
    const chosen = mapping[column];
    const name = heading === '' ? `Colonne ${column + 1}` : heading;
    return html`<tr>
<th scope="row"><label for="c${column}">${name}</label></th>
<td data-label="Exemples">${samples[column]?.join(' · ') ?? ''}</td>
<td data-label="Contient"><select id="c${column}" name="c${column}"><option value="">Ne pas importer</option>${fields.map(
      ({ code, label }) =>
        code === chosen
          ? html`<option value="${code}" selected>${label}</option>`
          : html`<option value="${code}">${label}</option>`,
    )}</select></td>
</tr>
`;
  });
  return html`<section>
<h2>Colonnes</h2>
<p>${typeset(`En-tête trouvé à la ligne ${headerRow}. Votre choix sera proposé pour les prochaines listes qui ont les mêmes colonnes.`)}</p>
<form method="post" action="${stepPath}"><input type="hidden" name="step" value="map"><input type="hidden" name="columns" value="${headings.length}">
<div class="scroll"><table>
<caption class="heard">Ce que contient chaque colonne</caption>
<thead><tr><th scope="col">Colonne du fichier</th><th scope="col">Exemples</th><th scope="col">Contient</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
<p><button>Relire avec ces colonnes</button></p>
</form>
</section>`;
}
