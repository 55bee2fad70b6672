import type { Mapping } from '../import/field.ts';
import { findHeader } from '../import/find-header.ts';
import { guessMapping } from '../import/guess-mapping.ts';
import { headerSignature } from '../import/heading.ts';
import { type RawRow, textOf } from '../import/raw-row.ts';
import { FileRefused } from '../import/spreadsheets.ts';
import { type ReadRecipient, type RecipientRules, readRecipient } from './read-recipient.ts';
import { listFields, type RecipientField } from './recipient-fields.ts';

export interface ReadList {
  readonly headings: readonly string[];
  readonly headerRow: number;
  readonly signature: string;
  readonly mapping: Mapping<RecipientField>;
  readonly samples: readonly (readonly string[])[];
  readonly read: readonly ReadRecipient[];
}

const samplesPerColumn = 3;

/**
 * A whole list, row by row. `mappingOf`: the mapping to use for headings of a signature, when it was chosen or is remembered. Throws `FileRefused` when
 * no row of headings is found or nothing is under it.
 */
export async function readList(
  rows: AsyncIterable<RawRow>,
  rules: RecipientRules,
  mappingOf: (signature: string) => Promise<Mapping<RecipientField> | undefined>,
): Promise<ReadList> {
  const all: RawRow[] = [];
  for await (const row of rows) {
    all.push(row);
  }
  const fields = listFields(rules.files !== undefined);
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
    read: body.map((row) => readRecipient(row, headings, mapping, rules)),
  };
}

/** Fields without which nobody can be read from a list, in French; none when the mapping will do. */
export function missingFields(mapping: Mapping<RecipientField>): readonly string[] {
  const has = (field: RecipientField) => mapping.includes(field);
  return has('fullName') || (has('lastName') && has('firstName')) ? [] : ['le nom et le prénom'];
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
