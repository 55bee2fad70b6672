import type { Mapping } from '../import/field.ts';
import type { RawRow } from '../import/raw-row.ts';
import { type ReadTable, readTable } from '../import/read-table.ts';
import { type ReadRecipient, type RecipientRules, readRecipient } from './read-recipient.ts';
import { listFields, type RecipientField } from './recipient-fields.ts';

export type ReadList = ReadTable<RecipientField, ReadRecipient>;

/** A whole list of recipients; see `readTable`. */
export async function readList(
  rows: AsyncIterable<RawRow>,
  rules: RecipientRules,
  mappingOf: (signature: string) => Promise<Mapping<RecipientField> | undefined>,
): Promise<ReadList> {
  const fields = listFields(rules.files !== undefined);
  return await readTable(rows, fields, mappingOf, (row, headings, mapping) =>
    readRecipient(row, headings, mapping, rules),
  );
}

/** Fields without which nobody can be read from a list, in French; none when the mapping will do. */
export function missingFields(mapping: Mapping<RecipientField>): readonly string[] {
  const has = (field: RecipientField) => mapping.includes(field);
  return has('fullName') || (has('lastName') && has('firstName')) ? [] : ['le nom et le prénom'];
}
