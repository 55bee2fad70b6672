import { foldName } from '../member/collation.ts';
import { ensureGroups, groupNamed } from '../member/groups.ts';
import type { MemberOccasion } from '../member/member-entry.ts';
import type { MemberImportPorts } from './import-ports.ts';
import type { MemberImport } from './member-import.ts';
import type { ReadMember } from './read-member-row.ts';

/** Groups of the file by folded name: the structure's own, those that a person said they are, and those to be made. */
export async function importGroups(
  read: readonly ReadMember[],
  { groupChoices }: MemberImport,
  { programme, structure, at, by }: MemberOccasion,
  { members, hash }: Pick<MemberImportPorts, 'members' | 'hash'>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(read.flatMap(({ groupNames }) => groupNames).map((name) => [foldName(name), name]));
  const toMake = [...names].filter(([folded]) => groupChoices[folded] === 'create').map(([, name]) => name);
  const idOf = (name: string) => hash({ programme, structure, group: foldName(name), at });
  await ensureGroups(toMake, { at, by }, idOf, members);
  const groups = await members.groups();
  const ids = [...names].flatMap(([folded, name]) => {
    const chosen = groups.find(({ groupId }) => groupId === groupChoices[folded]);
    const group = groupNamed(groups, name) ?? chosen;
    return group === undefined ? [] : [[folded, group.groupId] as const];
  });
  return new Map(ids);
}
