import { tables } from '../contracts/tables.ts';
import { firstNameKey, listKey } from '../domain/member/collation.ts';
import type { KeptMember } from '../domain/member/member-store.ts';
import { type StructureScope, scopedKey } from '../domain/structure/structure-scope.ts';
import type { ItemKey } from './read-item.ts';

const { partitionKey, sortKey, dueIndex: index, searchIndex } = tables.members;

/** Sort key of items that are alone in their partition. */
export const alone = '-';

export function memberKey(scope: StructureScope, memberId: string): ItemKey {
  return { [partitionKey]: scopedKey(scope, 'member', memberId), [sortKey]: alone };
}

/** Place of a member in the list, as a query of the index starts from it. */
export function listPlace(scope: StructureScope, member: KeptMember): ItemKey {
  return {
    ...memberKey(scope, member.memberId),
    [index.partitionKey]: scopedKey(scope, 'members'),
    [index.sortKey]: listKey(member),
  };
}

/** The same among first names. */
export function firstNamePlace(scope: StructureScope, member: KeptMember): ItemKey {
  return {
    ...memberKey(scope, member.memberId),
    [searchIndex.partitionKey]: scopedKey(scope, 'members'),
    [searchIndex.sortKey]: firstNameKey(member),
  };
}

export function toMemberItem(scope: StructureScope, member: KeptMember): Record<string, unknown> {
  return { ...listPlace(scope, member), ...firstNamePlace(scope, member), ...member };
}

/** Only `toMemberItem` fills these items. */
export function toKeptMember(item: Record<string, unknown>): KeptMember {
  const {
    [partitionKey]: place,
    [sortKey]: _alone,
    [index.partitionKey]: _list,
    [index.sortKey]: _key,
    [searchIndex.sortKey]: _firstKey,
    ...member
  } = item;
  if (typeof member['memberId'] !== 'string' || !Array.isArray(member['nameKeys'])) {
    throw new Error(`Item "${String(place)}" is no member; accepted: items with a memberId and nameKeys`);
  }
  return member as unknown as KeptMember;
}
