import type { FieldDefinition } from './field.ts';
import { guessMapping, recognised } from './guess-mapping.ts';
import { type RawRow, textOf } from './raw-row.ts';

/** Rows in which headings are looked for: titles, dates of extraction and blank rows come before them. */
const headerSearch = 30;

/**
 * Position, among the first rows of a file, of the row of headings: the one whose texts name most fields, the first of equals. Undefined when no
 * row names two.
 */
export function findHeader(first: readonly RawRow[], fields: readonly FieldDefinition[]): number | undefined {
  let found: number | undefined;
  let most = 1;
  for (const [index, row] of first.slice(0, headerSearch).entries()) {
    // Digits are data: « 06 12… » under « Mobile » names nothing, and a person called Age is one cell of a row of data.
    const texts = row.cells.map((cell) => (typeof cell === 'string' && !/\d{4}/.test(cell) ? textOf(cell) : ''));
    const count = recognised(guessMapping(texts, fields));
    if (count > most) {
      found = index;
      most = count;
    }
  }
  return found;
}
