import { frenchSound } from '../duplicate/french-sound.ts';
import { nameWords } from '../duplicate/person-name.ts';
import type { MemberSheet } from './member-sheet.ts';

/** A member under the sound of their name: what is enough to tell whether somebody else is them. */
export interface KnownName extends Omit<MemberSheet, 'groups' | 'phone'> {
  readonly memberId: string;
  /** E.164. */
  readonly phone?: string;
  /** ISO instant at which it was taken: a registration that never ended gives it back after a while. */
  readonly at: string;
}

/** Everybody of a structure whose names sound alike. */
export interface NameBook {
  readonly names: readonly KnownName[];
  /** Changes with each write; absent when nobody has such a name. */
  readonly stamp?: string;
}

/** Names typed with other accents, blanks, hyphens, capitals or in the other order are found in the same book. */
export function nameKey({ lastName, firstName }: { readonly lastName: string; readonly firstName: string }): string {
  return [lastName, firstName]
    .map((name) => frenchSound(nameWords(name).join('')))
    .sort()
    .join('.');
}

export function knownName(sheet: MemberSheet, memberId: string, at: string): KnownName {
  const { groups: _groups, phone, ...names } = sheet;
  return { ...names, ...(phone && { phone: phone.e164 }), memberId, at };
}
