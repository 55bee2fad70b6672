import type { FieldDefinition, Mapping } from './field.ts';
import { findHeader } from './find-header.ts';
import { guessMapping } from './guess-mapping.ts';
import { headerSignature } from './heading.ts';
import { type RawRow, textOf } from './raw-row.ts';
import { FileRefused } from './spreadsheets.ts';

/** A table of people, read: its columns, and what each row under the header gave. */
export interface ReadTable<F extends string, R> {
  readonly headings: readonly string[];
  readonly headerRow: number;
  readonly signature: string;
  readonly mapping: Mapping<F>;
  readonly samples: readonly (readonly string[])[];
  readonly read: readonly R[];
}

const samplesPerColumn = 3;

/**
 * A whole table, row by row. `mappingOf`: the mapping to use for headings of a signature, when it was chosen or is remembered. Throws `FileRefused` when
 * no row of headings is found or nothing is under it.
 */
export async function readTable<F extends string, R>(
  rows: AsyncIterable<RawRow>,
  fields: readonly FieldDefinition<F>[],
  mappingOf: (signature: string) => Promise<Mapping<F> | undefined>,
  readRow: (row: RawRow, headings: readonly string[], mapping: Mapping<F>) => R,
): Promise<ReadTable<F, R>> {
  const all: RawRow[] = [];
  for await (const row of rows) {
    all.push(row);
  }
  const at = findHeader(all, fields) ?? widest(all);
  const header = at === undefined ? undefined : all[at];
  const body = at === undefined ? [] : all.slice(at + 1);
  if (header === undefined || body.length === 0) {
    throw new FileRefused(
      'Ce fichier n’a pas de ligne d’en-tête suivie de personnes. La première ligne doit nommer les colonnes : « Nom », « Prénom », « Téléphone »…',
    );
  }
  const headings = header.cells.map(textOf);
  const signature = headerSignature(headings);
  const given = await mappingOf(signature);
  const mapping = given?.length === headings.length ? given : guessMapping(headings, fields);
  return {
    headings,
    headerRow: header.number,
    signature,
    mapping,
    samples: headings.map((_, column) => samplesOf(body, column)),
    read: body.map((row) => readRow(row, headings, mapping)),
  };
}

/** Headings that nobody recognises are still headings: the widest of the first rows, for a person to map. */
function widest(rows: readonly RawRow[]): number | undefined {
  const widths = rows.slice(0, 5).map(({ cells }) => cells.filter((cell) => textOf(cell) !== '').length);
  const most = Math.max(...widths);
  return most >= 2 ? widths.indexOf(most) : undefined;
}

function samplesOf(body: readonly RawRow[], column: number): readonly string[] {
  const samples: string[] = [];
  for (const { cells } of body.slice(0, 50)) {
    const text = textOf(cells[column]);
    if (text !== '' && samples.length < samplesPerColumn && !samples.includes(text)) {
      samples.push(text.slice(0, 60));
    }
  }
  return samples;
}
