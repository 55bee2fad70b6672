import type { CardChange } from '../domain/knowledge/compare-cards.ts';
import { typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';

/** A plain text as people read it: blank lines part paragraphs, lines that begin with « - » are a list. Nothing in it is markup. */
export function plainText(text: string): readonly Markup[] {
  const blocks: { readonly list: boolean; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const item = /^[-–•]\s+(.*)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (line.trim() === '') {
      blocks.push({ list: false, lines: [] });
    } else if (
      last !== undefined &&
      last.list === (item !== undefined) &&
      (item !== undefined || last.lines.length > 0)
    ) {
      last.lines.push(item ?? line);
    } else {
      blocks.push({ list: item !== undefined, lines: [item ?? line] });
    }
  }
  return blocks
    .filter(({ lines }) => lines.length > 0)
    .map(({ list, lines }) =>
      list
        ? html`<ul>${lines.map((line) => html`<li>${typeset(line)}</li>`)}</ul>
`
        : html`<p>${lines.map((line, index) => html`${index === 0 ? undefined : html`<br>`}${typeset(line)}`)}</p>
`,
    );
}

/** What would change of a card, field by field, as it was and as it would be. */
export function changeTable({ title, before, fields }: CardChange): Markup {
  return html`<div class="scroll"><table>
<caption class="heard">Changements de la fiche ${title}, version ${before?.version ?? 0}</caption>
<thead><tr><th scope="col">Champ</th><th scope="col">Avant</th><th scope="col">Après</th></tr></thead>
<tbody>${fields.map(
    ({
      field,
      before: old,
      after,
    }) => html`<tr><th scope="row">${typeset(field)}</th><td data-label="Avant">${lines(old)}</td><td data-label="Après">${lines(after)}</td></tr>
`,
  )}</tbody>
</table></div>`;
}

function lines(text: string): readonly Markup[] {
  return (text === '' ? '–' : text)
    .split('\n')
    .map((line, index) => html`${index === 0 ? undefined : html`<br>`}${typeset(line)}`);
}
