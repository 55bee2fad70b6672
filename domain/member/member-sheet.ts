import type { Member } from './member.ts';

/** What a form or a row of a file says of a member. */
export type MemberSheet = Pick<Member, 'lastName' | 'firstName' | 'birthDate' | 'email' | 'phone' | 'groups'>;

/** The sheet of a member, as it could be sent again. */
export function sheetOf({ lastName, firstName, birthDate, email, phone, groups }: Member): MemberSheet {
  return {
    lastName,
    firstName,
    ...(birthDate && { birthDate }),
    ...(email && { email }),
    ...(phone && { phone }),
    groups,
  };
}

export function sameSheet(one: MemberSheet, other: MemberSheet): boolean {
  return sheetText(one) === sheetText(other);
}

function sheetText({ lastName, firstName, birthDate = '', email = '', phone, groups }: MemberSheet): string {
  return JSON.stringify([lastName, firstName, birthDate, email, phone?.e164 ?? '', [...groups].sort()]);
}
