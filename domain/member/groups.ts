import { foldName } from './collation.ts';
import type { MemberGroup } from './member.ts';
import type { MemberStore } from './member-store.ts';
import { nameOf } from './read-sheet.ts';

const longestName = 60;
const mostGroups = 200;
const mostTries = 20;

/** Why a group cannot be called so, in French. */
export class GroupRefused extends Error {
  override readonly name = 'GroupRefused';
}

export interface GroupAuthor {
  /** ISO instant, user name. */
  readonly at: string;
  readonly by: string;
}

type GroupPort = Pick<MemberStore, 'groupBook' | 'saveGroups'>;

/** The group of this name, whatever its accents and capitals. */
export function groupNamed(groups: readonly MemberGroup[], name: string): MemberGroup | undefined {
  const folded = foldName(name);
  return groups.find((group) => foldName(group.name) === folded);
}

/**
 * Groups of these names (ALERTES-09), made where there is none: sent twice, or by two people at once, each name is one group. `idOf`: the id of a new group
 * of this name. Throws `GroupRefused`.
 */
export async function ensureGroups(
  names: readonly string[],
  { at, by }: GroupAuthor,
  idOf: (name: string) => string,
  members: GroupPort,
): Promise<readonly MemberGroup[]> {
  const clean = names.map(checkedName);
  const all = await rewritten(members, (groups) => {
    const made = new Map<string, MemberGroup>();
    for (const name of clean) {
      if (groupNamed(groups, name) === undefined && !made.has(foldName(name))) {
        made.set(foldName(name), { groupId: idOf(name), name, createdAt: at, createdBy: by });
      }
    }
    return [...groups, ...made.values()];
  });
  return clean.flatMap((name) => groupNamed(all, name) ?? []);
}

/** False when there is no such group. Throws `GroupRefused` when another has the name. */
export async function renameGroup(groupId: string, name: string, members: GroupPort): Promise<boolean> {
  const clean = checkedName(name);
  const all = await rewritten(members, (groups) => {
    const other = groupNamed(groups, clean);
    if (other !== undefined && other.groupId !== groupId) {
      throw new GroupRefused(`Un groupe s’appelle déjà « ${other.name} ». Choisissez un autre nom.`);
    }
    return groups.map((group) => (group.groupId === groupId ? { ...group, name: clean } : group));
  });
  return all.some((group) => group.groupId === groupId);
}

/** Its members stay members; messages that wait for it find it gone. False when there is no such group. */
export async function removeGroup(
  groupId: string,
  members: GroupPort & Pick<MemberStore, 'emptyGroup'>,
): Promise<boolean> {
  const { groups } = await members.groupBook();
  if (groups.some((group) => group.groupId === groupId)) {
    await rewritten(members, (now) => now.filter((group) => group.groupId !== groupId));
    await members.emptyGroup(groupId);
    return true;
  }
  return false;
}

async function rewritten(
  members: GroupPort,
  change: (groups: readonly MemberGroup[]) => readonly MemberGroup[],
): Promise<readonly MemberGroup[]> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const book = await members.groupBook();
    const groups = change(book.groups);
    if (groups.length > mostGroups) {
      throw new GroupRefused(`Une structure a ${mostGroups} groupes au plus. Supprimez ceux qui ne servent plus.`);
    }
    const same = JSON.stringify(groups) === JSON.stringify(book.groups);
    if (same || (await members.saveGroups(book, groups))) {
      return groups;
    }
  }
  throw new Error(`Groups met ${mostTries} other writes; try again`);
}

function checkedName(typed: string): string {
  const name = nameOf(typed);
  if (foldName(name) === '') {
    throw new GroupRefused('Le nom du groupe est vide. Formes acceptées : un nom avec une lettre ou un chiffre.');
  }
  if (name.length > longestName) {
    throw new GroupRefused(`Ce nom a ${name.length} caractères. Formes acceptées : ${longestName} caractères au plus.`);
  }
  return name;
}
