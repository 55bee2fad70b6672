import type { Journal } from '../journal/journal.ts';
import { judgeName } from './judge-name.ts';
import { knownName, nameKey } from './known-name.ts';
import type { Member } from './member.ts';
import { type MemberOccasion, memberEntry } from './member-entry.ts';
import { type MemberSheet, sameSheet, sheetOf } from './member-sheet.ts';
import type { KeptMember, MemberStore } from './member-store.ts';

export interface ChangeOrder extends MemberOccasion {
  readonly memberId: string;
  /** Version of the sheet that was on the screen. */
  readonly version: number;
  readonly sheet: MemberSheet;
  readonly apart: readonly string[];
}

export type SheetChange =
  | { readonly outcome: 'changed' | 'unchanged' | 'known'; readonly member: Member }
  | { readonly outcome: 'alike'; readonly members: readonly Member[]; readonly version: number }
  /** `stale`: somebody changed it since it was shown; nothing is written over. */
  | { readonly outcome: 'unknown' | 'stale' | 'pending' };

export interface ChangePorts {
  readonly members: Pick<MemberStore, 'names' | 'saveNames' | 'kept' | 'change'>;
  readonly journal: Pick<Journal, 'append'>;
}

const mostTries = 20;

/** Changes a sheet: what makes it another member's is refused, as at registration. The names under which they stood are given back last. */
export async function changeMember(order: ChangeOrder, ports: ChangePorts): Promise<SheetChange> {
  const { memberId, version, sheet } = order;
  const { members } = ports;
  const [before] = await members.kept([memberId]);
  if (before === undefined) {
    return { outcome: 'unknown' };
  }
  if (sameSheet(sheetOf(before), sheet)) {
    return { outcome: 'unchanged', member: before };
  }
  if (before.version !== version) {
    return { outcome: 'stale' };
  }
  return await settled(order, before, ports);
}

async function settled(order: ChangeOrder, before: KeptMember, ports: ChangePorts): Promise<SheetChange> {
  const { memberId, sheet, apart, at } = order;
  const { members } = ports;
  const key = nameKey(sheet);
  let current = before;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { book, standing, same, alike, pending } = await judgeName(sheet, memberId, at, members);
    const [known] = same;
    if (known !== undefined) {
      return { outcome: 'known', member: known };
    }
    // Who was told apart under this very name already stays so.
    const unsaid = key === nameKey(before) ? [] : alike.filter((one) => !apart.includes(one.memberId));
    if (unsaid.length > 0) {
      return { outcome: 'alike', members: unsaid, version: current.version };
    }
    if (pending) {
      return { outcome: 'pending' };
    }
    if (!current.nameKeys.includes(key)) {
      // Before its new name stands in a book, the sheet says in which: forgetting them must find it, whatever is cut short.
      current = { ...current, nameKeys: [...current.nameKeys, key], version: current.version + 1 };
      if (!(await members.change(current, []))) {
        return { outcome: 'stale' };
      }
    }
    const others = standing.filter((name) => name.memberId !== memberId);
    if (await members.saveNames(key, book, [...others, knownName(sheet, memberId, at)])) {
      return await written(order, current, nameKey(before), ports);
    }
  }
  throw new Error(`Change of member ${memberId} met ${mostTries} other writes of its book of names; try again`);
}

/** The new sheet, then the former name given back. */
async function written(
  order: ChangeOrder,
  { birthDate: _birth, email: _email, phone: _phone, ...before }: KeptMember,
  formerKey: string,
  { members, journal }: ChangePorts,
): Promise<SheetChange> {
  const { memberId, sheet, at, by } = order;
  const version = before.version + 1;
  const member: KeptMember = { ...before, ...sheet, changedAt: at, changedBy: by, version };
  const left = before.groups.filter((group) => !sheet.groups.includes(group));
  if (!(await members.change(member, left))) {
    return { outcome: 'stale' };
  }
  await journal.append([memberEntry(order, { memberId, change: 'changed', version })]);
  if (formerKey !== nameKey(sheet)) {
    await forgetName(formerKey, memberId, members);
  }
  return { outcome: 'changed', member };
}

/** Takes a member's line out of a book of names. */
export async function forgetName(
  key: string,
  memberId: string,
  members: Pick<MemberStore, 'names' | 'saveNames'>,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const book = (await members.names([key])).get(key) ?? { names: [] };
    const others = book.names.filter((name) => name.memberId !== memberId);
    if (others.length === book.names.length || (await members.saveNames(key, book, others))) {
      return;
    }
  }
  throw new Error(`Member ${memberId} met ${mostTries} other writes of a book of names; try again`);
}
