import type { Member } from '../member/member.ts';
import { type MemberSheet, sameSheet, sheetOf } from '../member/member-sheet.ts';
import type { ListedMember } from './plan-names.ts';

/**
 * The sheet of a member whom a file names: the file adds groups and what was missing, and replaces nothing. Undefined when it adds nothing, as a file sent
 * again does.
 */
export function completedSheet(
  member: Member,
  { sheet }: Pick<ListedMember, 'sheet'>,
  groups: readonly string[],
): MemberSheet | undefined {
  const before = sheetOf(member);
  const { birthDate, email, phone } = sheet;
  const after = {
    ...{ ...(birthDate && { birthDate }), ...(email && { email }), ...(phone && { phone }) },
    ...before,
    groups: [...new Set([...before.groups, ...groups])],
  };
  return sameSheet(before, after) ? undefined : after;
}
