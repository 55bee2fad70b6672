import type { Fault } from '../import/fault.ts';
import type { Mapping } from '../import/field.ts';
import { type RawRow, textOf } from '../import/raw-row.ts';
import { acceptedFlags, readFlag } from '../import/read-flag.ts';
import { RowCells } from '../import/row-cells.ts';
import { foldName } from '../member/collation.ts';
import type { MemberSheet } from '../member/member-sheet.ts';
import { capitals, nameFault, nameOf, type SheetRules, textable } from '../member/read-sheet.ts';
import { birthDayOf, emailOf, namesOf, phonesOf } from '../recipient/person-cells.ts';
import { type MemberField, memberFieldLabel } from './member-fields.ts';

/** A row of a list of members. */
export interface ReadMember {
  readonly row: number;
  /** Absent when the row is refused. Its groups are names until the import makes or finds them. */
  readonly sheet?: MemberSheet;
  readonly groupNames: readonly string[];
  /** What the file says of their agreement; nothing without a column for it, or an empty cell. */
  readonly consent?: boolean;
  readonly faults: readonly Fault[];
}

const longestGroup = 60;

/** Reads a row: what can be used is kept, what cannot is named with its place, its value and what is accepted (COMMON-47). */
export function readMemberRow(
  row: RawRow,
  headings: readonly string[],
  mapping: Mapping<MemberField>,
  { country, today }: SheetRules,
): ReadMember {
  const cells = new RowCells<MemberField>(row, headings, mapping, memberFieldLabel);
  const refused = () => ({ row: row.number, groupNames: [], faults: cells.faults });
  if (cells.overflow()) {
    return refused();
  }
  const names = namesOf<MemberField>(cells);
  if (names === undefined) {
    return refused();
  }
  const lastName = capitals(nameOf(names.lastName));
  const firstName = nameOf(names.firstName);
  for (const [field, name] of [
    ['lastName', lastName],
    ['firstName', firstName],
  ] as const) {
    const problem = nameFault(name);
    if (problem !== undefined) {
      cells.fault(field, name, problem, '80 caractères au plus, dont une lettre', 'row-refused');
      return refused();
    }
  }
  const { day: birthDate } = birthDayOf<MemberField>(cells, today);
  const email = emailOf<MemberField>(cells);
  const phone = textable(phonesOf<MemberField>(cells, country));
  const groupNames = groupsOf(cells);
  const consent = readFlag(cells.cell('consent'));
  if (consent === 'unclear') {
    cells.fault('consent', textOf(cells.cell('consent')), 'on ne sait si la personne a accepté', acceptedFlags);
  }
  return {
    row: row.number,
    sheet: {
      ...{ lastName, firstName, groups: [] },
      ...(birthDate && { birthDate }),
      ...(email && { email }),
      ...(phone && { phone }),
    },
    groupNames,
    ...(typeof consent === 'boolean' && { consent }),
    faults: cells.faults,
  };
}

/** « jeunesse, culture » and two columns of groups are two groups. */
function groupsOf(cells: RowCells<MemberField>): readonly string[] {
  const names = new Map<string, string>();
  for (const { cell, column } of cells.all('group')) {
    for (const written of textOf(cell).split(/[;,|\n]|\s\/\s/)) {
      const name = nameOf(written);
      const folded = foldName(name);
      if (folded === '') {
        continue;
      }
      if (name.length > longestGroup) {
        cells.faultAt(column, name, 'ce nom de groupe est trop long', `${longestGroup} caractères au plus`);
      } else if (!names.has(folded)) {
        names.set(folded, name);
      }
    }
  }
  return [...names.values()];
}
