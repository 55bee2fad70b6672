import { typingErrors } from '../duplicate/likeness.ts';
import { foldName, listKey } from '../member/collation.ts';
import { groupNamed } from '../member/groups.ts';
import { type Member, type MemberGroup, takesTexts } from '../member/member.ts';
import { completedSheet } from './complete-member.ts';
import type { FoundGroup, MemberImportSummary } from './member-import.ts';
import type { ListedMember, NamesPlan } from './plan-names.ts';
import type { ReadMember } from './read-member-row.ts';

/** What an import would change: `members`: those whom the file names already, as they are. */
export function summariseImport(
  read: readonly ReadMember[],
  plans: readonly NamesPlan[],
  members: ReadonlyMap<string, Member>,
  groups: readonly MemberGroup[],
): MemberImportSummary {
  const added = plans.flatMap((plan) => plan.added);
  const matched = plans.flatMap((plan) => plan.matched);
  const faults = read.flatMap((row) => row.faults).sort((a, b) => a.row - b.row);
  const repeated = [...added.flatMap((one) => repeats(one)), ...matched.flatMap((one) => repeats(one))].sort(
    (a, b) => a.row - b.row,
  );
  const pairs = plans.flatMap((plan) => plan.pairs).sort((a, b) => a.row - b.row);
  const groupIdOf = (name: string) => groupNamed(groups, name)?.groupId ?? name;
  return {
    counts: {
      rows: read.length,
      created: added.length,
      matched: matched.length,
      completed: matched.filter((one) => {
        const member = members.get(one.memberId);
        return member !== undefined && completedSheet(member, one, one.groupNames.map(groupIdOf)) !== undefined;
      }).length,
      repeated: repeated.length,
      refused: read.filter(({ sheet }) => sheet === undefined).length,
      pairs: pairs.length,
      faults: faults.length,
      agreed: added.filter(({ consent }) => consent === true).length,
      untextable: added.filter(({ sheet }) => !takesTexts(sheet)).length,
    },
    matched: matched.map(({ rows: [row = 0], sheet }) => ({ row, name: nameOf(sheet) })).sort((a, b) => a.row - b.row),
    repeated,
    pairs,
    faults,
    groups: foundGroups(read, groups),
  };
}

function repeats({ rows: [of = 0, ...others], sheet }: ListedMember) {
  return others.map((row) => ({ row, name: nameOf(sheet), of }));
}

function nameOf({ lastName, firstName }: ListedMember['sheet']): string {
  return `${lastName} ${firstName}`;
}

/** Groups that the file names, by name: the structure's own of that very name, else those that it resembles. */
function foundGroups(read: readonly ReadMember[], groups: readonly MemberGroup[]): readonly FoundGroup[] {
  const found = new Map<string, { readonly name: string; rows: number }>();
  for (const name of read.flatMap(({ sheet, groupNames }) => (sheet === undefined ? [] : groupNames))) {
    const folded = foldName(name);
    const one = found.get(folded) ?? { name, rows: 0 };
    one.rows += 1;
    found.set(folded, one);
  }
  return [...found]
    .map(([folded, { name, rows }]) => {
      const known = groupNamed(groups, name)?.groupId;
      const near = known === undefined ? groups.filter((group) => resembles(folded, foldName(group.name))) : [];
      return { folded, name, rows, ...(known && { known }), near: near.map(({ groupId }) => groupId) };
    })
    .sort((a, b) => (listKey(asName(a)) < listKey(asName(b)) ? -1 : 1));
}

function asName({ name, folded }: FoundGroup) {
  return { lastName: name, firstName: '', memberId: folded };
}

function resembles(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one) || typingErrors(one, other) <= 2;
}
