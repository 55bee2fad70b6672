import type { Fault } from '../import/fault.ts';
import { findHeader } from '../import/find-header.ts';
import { guessMapping } from '../import/guess-mapping.ts';
import { textOf } from '../import/raw-row.ts';
import type { MotiveDefinition, SchemeDefinition } from '../programme/programme.ts';
import type { CardText } from './card.ts';
import { type CardField, cardFields } from './card-fields.ts';
import type { Grid } from './grid.ts';
import { type CardRow, readCardRow } from './read-card-row.ts';
import { spreadMerged } from './spread-merged.ts';

export interface GridScope {
  readonly schemes: readonly SchemeDefinition[];
  readonly motives: readonly MotiveDefinition[];
}

/** What a grid proposes. `refused`: why none of it can be read, in French; then there is nothing else. */
export type GridReading =
  | { readonly refused: string }
  | {
      readonly rows: number;
      /** Columns that the grid has. */
      readonly columns: readonly CardField[];
      readonly cards: readonly { readonly cardId: string; readonly text: CardText }[];
      readonly faults: readonly Fault[];
      readonly notices: readonly string[];
    };

/**
 * Reads the client's grid (SAMPS-20): columns are known by their headings, in any order, under any title lines. A cell merged over several rows counts
 * for each of them, and it is said. A row that cannot be a card is refused with its reason; the others are proposed.
 */
export function readGrid(grid: Grid, scope: GridScope): GridReading {
  const start = findHeader(grid.rows, cardFields) ?? lonelyHeader(grid);
  const header = start === undefined ? undefined : grid.rows[start];
  if (start === undefined || header === undefined) {
    return {
      refused: `Aucune ligne de titres n’a été trouvée dans les 30 premières lignes. Il faut au moins une colonne « Question » et une colonne « Réponse ».`,
    };
  }
  const headings = Array.from(header.cells, textOf);
  // « N° » alone has no word to be known by.
  const mapping = guessMapping(
    headings.map((heading) => (/^n\s*[°o]?\.?$/i.test(heading) ? 'Numéro' : heading)),
    cardFields,
  );
  const missing = (['title', 'answer'] as const).filter((field) => !mapping.includes(field));
  if (missing.length > 0) {
    const read = headings.filter((heading) => heading !== '').map((heading) => `« ${heading} »`);
    return { refused: `${missingColumns(missing)} Colonnes lues, ligne ${header.number} : ${read.join(', ')}.` };
  }
  const { rows, notices } = spreadMerged(grid, header.number);
  const columnOf = (field: CardField) => mapping.indexOf(field);
  const read = rows
    .filter(({ number, cells }) => number > header.number && cells.some((cell) => textOf(cell) !== ''))
    .map((row) => readCardRow(row, { columnOf, headings, ...scope }));
  const unused = headings.filter((heading, column) => heading !== '' && mapping[column] === undefined);
  return {
    rows: read.length,
    columns: mapping.filter((field) => field !== undefined),
    ...withoutRepeats(read),
    notices: [
      ...notices,
      ...(unused.length === 0
        ? []
        : [`Colonnes non reconnues, laissées de côté : ${unused.map((one) => `« ${one} »`).join(', ')}.`]),
      ...(columnOf('reference') >= 0
        ? []
        : [
            'Sans colonne « Référence », une fiche est reconnue à sa question : une question reformulée devient une fiche nouvelle.',
          ]),
    ],
  };
}

/** One known heading is not enough to be sure, and enough to say what is missing beside it. */
function lonelyHeader({ rows }: Grid): number | undefined {
  const found = rows
    .slice(0, 30)
    .findIndex(({ cells }) =>
      guessMapping(Array.from(cells, textOf), cardFields).some((field) => field === 'title' || field === 'answer'),
    );
  return found < 0 ? undefined : found;
}

function missingColumns(missing: readonly CardField[]): string {
  const named = cardFields.filter(({ code }) => missing.includes(code));
  return named
    .map(({ label, headings }) => `Aucune colonne « ${label} » (titres acceptés aussi : ${headings.join(', ')}).`)
    .join(' ');
}

/** Two rows with the same reference or question: which one is right is not ours to say, so both are refused. */
function withoutRepeats(read: readonly CardRow[]) {
  const faults = read.flatMap((row) => row.faults);
  const cards = read.flatMap(({ card, row }) => (card === undefined ? [] : [{ ...card, row }]));
  const byId = Map.groupBy(cards, ({ cardId }) => cardId);
  const repeated = [...byId.values()].filter((several) => several.length > 1);
  return {
    cards: [...byId.values()].flatMap((several) =>
      several.length === 1 ? several.map(({ cardId, text }) => ({ cardId, text })) : [],
    ),
    faults: [
      ...faults,
      ...repeated.flatMap((several) =>
        several.map(
          ({ row, text }): Fault => ({
            row,
            value: text.title,
            reason: `cette fiche est aussi à la ligne ${several
              .filter((other) => other.row !== row)
              .map((other) => other.row)
              .join(', ')}`,
            accepted: 'une seule ligne par référence, ou par question',
            effect: 'row-refused',
          }),
        ),
      ),
    ].sort((a, b) => a.row - b.row),
  };
}
