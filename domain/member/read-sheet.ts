import { readDay } from '../import/read-day.ts';
import { birthFault, readEmail } from '../recipient/person-cells.ts';
import { readPhones } from '../recipient/read-phones.ts';
import type { Member } from './member.ts';
import type { MemberSheet } from './member-sheet.ts';

/** What a form says, as typed. */
export interface TypedSheet {
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly email: string;
  readonly phone: string;
  readonly groups: readonly string[];
}

/** What is wrong with a field, in French, for whoever typed it. */
export interface SheetFault {
  readonly field: keyof TypedSheet;
  readonly reason: string;
  readonly accepted: string;
}

export interface SheetRules {
  /** Plan by which numbers without a country code are read. */
  readonly country: 'NC' | 'FR';
  /** Local day, YYYY-MM-DD. */
  readonly today: string;
}

const longestName = 80;
const longestEmail = 254;

/** Reads a form whole: the sheet, or everything that is wrong with it. */
export function readSheet(
  typed: TypedSheet,
  rules: SheetRules,
): { readonly sheet: MemberSheet } | { readonly faults: readonly SheetFault[] } {
  const faults: SheetFault[] = [];
  const fault = (field: keyof TypedSheet, reason: string, accepted: string) => {
    faults.push({ field, reason, accepted });
  };
  const lastName = capitals(nameOf(typed.lastName));
  const firstName = nameOf(typed.firstName);
  for (const [field, name] of Object.entries({ lastName, firstName }) as readonly [
    'lastName' | 'firstName',
    string,
  ][]) {
    const problem = nameFault(name);
    if (problem !== undefined) {
      fault(field, problem, `${longestName} caractères au plus, dont une lettre ; une seule lettre suffit`);
    }
  }
  const birth = typed.birthDate.trim() === '' ? undefined : readDay(typed.birthDate);
  const birthProblem =
    birth === undefined ? undefined : 'problem' in birth ? birth.problem : birthFault(birth.day, rules.today);
  if (birthProblem !== undefined) {
    fault('birthDate', birthProblem, 'jj/mm/aaaa, par exemple 04/05/1990, au plus tard aujourd’hui');
  }
  const email = typed.email.trim() === '' ? undefined : readEmail(typed.email.trim());
  if (typed.email.trim() !== '' && (email === undefined || email.length > longestEmail)) {
    fault('email', 'ce n’est pas une adresse électronique', 'nom@exemple.fr');
  }
  const phones = readPhones(typed.phone, rules.country);
  for (const { reason } of phones.problems) {
    fault('phone', reason, '06 12 34 56 78, +33 6 12 34 56 78');
  }
  const phone = textable(phones.phones);
  return faults.length > 0
    ? { faults }
    : {
        sheet: {
          lastName,
          firstName,
          ...(birth && 'day' in birth && { birthDate: birth.day }),
          ...(email && { email }),
          ...(phone && { phone }),
          groups: [...new Set(typed.groups)],
        },
      };
}

/** Of several numbers, the first that takes texts. */
export function textable(phones: readonly NonNullable<Member['phone']>[]): NonNullable<Member['phone']> | undefined {
  return phones.find(({ kind }) => kind === 'mobile') ?? phones[0];
}

/** Whatever a person is called, without what nobody sees: line ends, blanks in a row, control and direction marks. */
export function nameOf(typed: string): string {
  return typed
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Last names are written in capitals (COMMON-60). */
export function capitals(lastName: string): string {
  return lastName.toLocaleUpperCase('fr');
}

/** What is wrong with a name, in French. */
export function nameFault(name: string): string | undefined {
  if (name === '') {
    return 'ce champ est vide';
  }
  if (!/[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u.test(name)) {
    return 'ce nom n’a aucune lettre';
  }
  return name.length > longestName ? `ce nom a ${name.length} caractères` : undefined;
}
