import type { Journal } from '../journal/journal.ts';
import { forgetName } from './change-member.ts';
import { type MemberOccasion, memberEntry } from './member-entry.ts';
import type { MemberStore } from './member-store.ts';

export interface ForgetPorts {
  readonly members: Pick<MemberStore, 'kept' | 'names' | 'saveNames' | 'remove'>;
  readonly journal: Pick<Journal, 'append'>;
  /** What else is kept of members by who they are: dates, planned messages, links, files of imports. Each forgets, or has nothing to forget. */
  readonly others: readonly ((memberId: string) => Promise<void>)[];
}

/**
 * Forgets a member in every store (COMMON-14). The sheet goes last: cut short, it is still there, and forgetting again goes on. What stays says their id
 * alone. False when there is no such member.
 */
export async function forgetMember(
  order: MemberOccasion & { readonly memberId: string },
  { members, journal, others }: ForgetPorts,
): Promise<boolean> {
  const { memberId } = order;
  const [member] = await members.kept([memberId]);
  if (member === undefined) {
    return false;
  }
  for (const forget of others) {
    await forget(memberId);
  }
  for (const key of member.nameKeys) {
    await forgetName(key, memberId, members);
  }
  await journal.append([memberEntry(order, { memberId, change: 'erased' })]);
  await members.remove(member);
  return true;
}
