import { type KnownName, knownName } from '../member/known-name.ts';
import type { MemberSheet } from '../member/member-sheet.ts';
import { type PreparedPerson, preparedPerson, sameMember } from '../member/same-member.ts';
import type { AlikePair, MemberImport } from './member-import.ts';
import type { SheetRow } from './rows-by-name.ts';

/** Somebody of a file: one row, or several that are theirs. */
export interface ListedMember {
  readonly memberId: string;
  /** Row kept, then those of the same person. */
  readonly rows: number[];
  sheet: MemberSheet;
  groupNames: readonly string[];
  consent: boolean | undefined;
}

/** What the rows of one book of names come to. */
export interface NamesPlan {
  /** Who has to be registered, and members already, under their own ids. */
  readonly added: readonly ListedMember[];
  readonly matched: readonly ListedMember[];
  readonly pairs: readonly AlikePair[];
}

/** People of one book with whom a row is compared at most. */
const mostCompared = 200;

/**
 * Tells rows whose names sound alike from each other and from members, without changing anything. `idOf`: id of whoever a row brings. A person's
 * decisions outweigh what names say; without one, who merely looks alike is somebody else.
 */
export function planNames(
  rows: readonly SheetRow[],
  known: readonly KnownName[],
  decisions: MemberImport['decisions'],
  idOf: (row: number) => string,
): NamesPlan {
  const pairs: AlikePair[] = [];
  const added: ListedMember[] = [];
  const matched = new Map<string, ListedMember>();
  const candidates: {
    readonly person: PreparedPerson;
    readonly name: string;
    readonly key: string;
    readonly id: string;
    readonly row?: number;
  }[] = known.slice(0, mostCompared).map((one) => ({
    person: preparedPerson(one),
    name: `${one.lastName} ${one.firstName}`,
    key: one.memberId,
    id: one.memberId,
  }));
  for (const { row, sheet, groupNames, consent } of rows) {
    const name = `${sheet.lastName} ${sheet.firstName}`;
    const person = preparedPerson(knownName(sheet, '', ''));
    const doubts: AlikePair[] = [];
    const found = candidates.find((other) => {
      const id = `${row}-${other.row ?? other.key}`;
      const answer = decisions[id] ?? sameMember(person, other.person);
      if (answer === 'ask') {
        doubts.push({ id, row, name, ...(other.row !== undefined && { otherRow: other.row }), otherName: other.name });
      }
      return answer === 'same';
    });
    if (found === undefined) {
      const memberId = idOf(row);
      added.push({ memberId, rows: [row], sheet, groupNames, consent });
      pairs.push(...doubts);
      if (candidates.length < mostCompared) {
        candidates.push({ person, name, key: String(row), id: memberId, row });
      }
      continue;
    }
    if (candidates.length < mostCompared && sameMember(person, found.person) !== 'same') {
      // Told to be the same by a person: rows like this one are theirs too.
      candidates.push({ person, name, key: String(row), id: found.id, row });
    }
    const earlier = added.find(({ memberId }) => memberId === found.id) ?? matched.get(found.id);
    if (earlier === undefined) {
      matched.set(found.id, { memberId: found.id, rows: [row], sheet, groupNames, consent });
    } else {
      earlier.rows.push(row);
      earlier.sheet = { ...sheet, ...earlier.sheet };
      earlier.groupNames = [...earlier.groupNames, ...groupNames];
      earlier.consent = earlier.consent === false || consent === false ? false : (earlier.consent ?? consent);
    }
  }
  return { added, matched: [...matched.values()], pairs };
}
