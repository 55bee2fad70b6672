import { type KnownName, knownName, type NameBook, nameKey } from './known-name.ts';
import { type MemberSheet, sheetOf } from './member-sheet.ts';
import type { KeptMember, NameBooks } from './member-store.ts';
import { preparedPerson, sameMember } from './same-member.ts';

/** A name taken by a registration that did not end is given back after this. */
const leaseMs = 60_000;

export interface NameJudgement {
  readonly key: string;
  readonly book: NameBook;
  /** Of the book, who is a member or about to be: what it should hold. */
  readonly standing: readonly KnownName[];
  /** Members who are the same person, and members to be told apart from them by whoever knows. */
  readonly same: readonly KeptMember[];
  readonly alike: readonly KeptMember[];
  /** Somebody is being registered under this name at this moment, and may be the same person. */
  readonly pending: boolean;
}

/** Reads who of a structure a person may be. What books say is checked against sheets: a registration or a change may have been cut short. */
export async function judgeName(
  sheet: MemberSheet,
  memberId: string,
  at: string,
  store: NameBooks & { readonly kept: (ids: readonly string[]) => Promise<readonly KeptMember[]> },
): Promise<NameJudgement> {
  const key = nameKey(sheet);
  const book = (await store.names([key])).get(key) ?? { names: [] };
  const one = preparedPerson(knownName(sheet, memberId, at));
  const near = book.names.filter(
    (name) => name.memberId !== memberId && sameMember(one, preparedPerson(name)) !== 'other',
  );
  const members = new Map((await store.kept(near.map((name) => name.memberId))).map((one) => [one.memberId, one]));
  const gone = near.filter((name) => {
    const member = members.get(name.memberId);
    return member === undefined ? isOver(name, at) : !member.nameKeys.includes(key);
  });
  const found = near.flatMap((name) => {
    const member = gone.includes(name) ? undefined : members.get(name.memberId);
    return member === undefined
      ? []
      : [{ member, answer: sameMember(one, preparedPerson(knownName(sheetOf(member), '', at))) }];
  });
  return {
    key,
    book,
    standing: book.names.filter((name) => !gone.includes(name)),
    same: found.flatMap(({ member, answer }) => (answer === 'same' ? [member] : [])),
    alike: found.flatMap(({ member, answer }) => (answer === 'ask' ? [member] : [])),
    pending: near.some((name) => !gone.includes(name) && !members.has(name.memberId)),
  };
}

function isOver({ at: taken }: KnownName, at: string): boolean {
  return Date.parse(at) - Date.parse(taken) > leaseMs;
}
