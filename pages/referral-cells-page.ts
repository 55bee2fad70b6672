import { shortMoment, typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

export interface CellRow {
  /** Title of the programme. */
  readonly programme: string;
  readonly timeZone: string;
  readonly cell: string;
  readonly open: number;
  /** Of them, those that nobody has taken. */
  readonly waiting: number;
  /** When the oldest of these was created. */
  readonly oldest?: string | undefined;
  /** Only for members of the cell. */
  readonly href?: string | undefined;
}

/** Cells of the user, or all of them for a supervisor: how many referrals wait and since when, nothing of whom (REFLEX-19). */
export function cellListPage(options: {
  readonly rows: readonly CellRow[];
  readonly userName: string;
  readonly signOutPath: string;
}): string {
  const { rows, userName, signOutPath } = options;
  const content =
    rows.length === 0
      ? html`<p>${typeset('Votre compte n’est membre d’aucune cellule. Demandez l’accès à votre responsable.')}</p>`
      : html`<div class="scroll"><table>
<caption class="heard">Signalements ouverts par cellule</caption>
<thead><tr><th scope="col">Cellule</th><th scope="col">Programme</th><th scope="col">Ouverts</th><th scope="col">Non pris en charge</th><th scope="col">Le plus ancien</th></tr></thead>
<tbody>${rows.map(cellRow)}</tbody>
</table></div>`;
  return page({ title: 'Signalements', content, userName, signOutPath });
}

function cellRow({ programme, timeZone, cell, open, waiting, oldest, href }: CellRow): Markup {
  const name = href === undefined ? html`${cell}` : html`<a href="${href}">${cell}</a>`;
  return html`<tr>
<th scope="row">${name}</th>
<td data-label="Programme">${programme}</td>
<td data-label="Ouverts" class="number">${open}</td>
<td data-label="Non pris en charge" class="number">${waiting}</td>
<td data-label="Le plus ancien">${oldest === undefined ? 'aucun' : shortMoment(timeZone, oldest)}</td>
</tr>
`;
}
