import { nameKey } from '../member/known-name.ts';
import type { MemberSheet } from '../member/member-sheet.ts';
import type { ReadMember } from './read-member-row.ts';

export type SheetRow = ReadMember & { readonly sheet: MemberSheet };

/** Rows that were not refused, by the book in which their names stand, in the order of the file. */
export function rowsByName(read: readonly ReadMember[]): ReadonlyMap<string, readonly SheetRow[]> {
  const rows = read.flatMap((row) => (row.sheet === undefined ? [] : [{ ...row, sheet: row.sheet }]));
  return Map.groupBy(rows, ({ sheet }) => nameKey(sheet));
}
