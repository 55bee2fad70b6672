import { textOf } from '../import/raw-row.ts';
import { acceptedDays, readDay } from '../import/read-day.ts';
import type { RowCells } from '../import/row-cells.ts';
import type { ProfilePhone } from './profile.ts';
import { acceptedCivilities, readCivility, splitFullName, splitLastName } from './read-names.ts';
import { readPhones } from './read-phones.ts';

type NameField = 'lastName' | 'firstName' | 'fullName' | 'birthName' | 'civility';
type PhoneField = 'phone' | 'landline' | 'mobile';

/** Names of a row, from a cell each or from one for both; undefined when there are none: then the row is refused. */
export function namesOf<F extends string>(cells: RowCells<F | NameField>) {
  const full = cells.text('fullName');
  const last = cells.text('lastName');
  const first = cells.text('firstName');
  const split = full === undefined ? undefined : splitFullName(full);
  const lastName = last ?? split?.lastName;
  const firstName = first ?? split?.firstName;
  for (const [field, value] of [
    ['lastName', lastName],
    ['firstName', firstName],
  ] as const) {
    if (value === undefined || !/\p{L}/u.test(value)) {
      cells.fault(
        full === undefined ? field : 'fullName',
        value ?? full ?? '',
        `${cells.labelOf(field).toLowerCase()} absent ou sans lettre`,
        'un nom et un prénom',
        'row-refused',
      );
      return undefined;
    }
  }
  const { lastName: used, birthName } = splitLastName(lastName ?? '');
  const born = cells.text('birthName') ?? birthName ?? split?.birthName;
  const civility = cells.coded('civility', readCivility, acceptedCivilities) ?? split?.civility;
  return {
    lastName: used,
    firstName: firstName ?? '',
    ...(born && { birthName: born }),
    ...(civility && { civility }),
  };
}

/** A birth date: not to come, not of more than 120 years ago. `today`: YYYY-MM-DD. */
export function birthDayOf<F extends string>(
  cells: RowCells<F | 'birthDate'>,
  today: string,
): { readonly day?: string } {
  return dayOf<F | 'birthDate'>(cells, 'birthDate', (day) => birthFault(day, today));
}

/** A day of a row; `check` answers in French what is wrong with it. */
export function dayOf<F extends string>(
  cells: RowCells<F>,
  field: F,
  check: (day: string) => string | undefined,
): { readonly day?: string } {
  const cell = cells.cell(field);
  if (textOf(cell) === '') {
    return {};
  }
  const read = readDay(cell);
  const problem = 'problem' in read ? read.problem : check(read.day);
  if (problem !== undefined) {
    cells.fault(field, textOf(cell), problem, acceptedDays);
  }
  return problem === undefined && 'day' in read ? { day: read.day } : {};
}

const phoneFields = ['phone', 'landline', 'mobile'] as const;

/** What is wrong with a birth date, in French. */
export function birthFault(day: string, today: string): string | undefined {
  if (day > today) {
    return 'cette date de naissance est à venir';
  }
  return Number(today.slice(0, 4)) - Number(day.slice(0, 4)) > 120
    ? 'cette personne aurait plus de 120 ans'
    : undefined;
}

/** Numbers of every column that holds some, once each, in the order of the file. */
export function phonesOf<F extends string>(
  cells: RowCells<F | PhoneField>,
  country: 'NC' | 'FR',
): readonly ProfilePhone[] {
  const found = new Map<string, ProfilePhone>();
  for (const field of phoneFields) {
    for (const { cell, column } of cells.all(field)) {
      const { phones, problems } = readPhones(cell, country);
      for (const phone of phones) {
        found.set(phone.e164, found.get(phone.e164) ?? phone);
      }
      for (const { value, reason } of problems) {
        cells.faultAt(
          column,
          value,
          reason,
          country === 'NC'
            ? '25 12 34, +687 75 12 34, 06 12 34 56 78'
            : '01 42 34 56 78, +33 6 12 34 56 78, +687 25 12 34',
        );
      }
    }
  }
  return [...found.values()];
}

export function emailOf<F extends string>(cells: RowCells<F | 'email'>): string | undefined {
  return cells.coded('email', readEmail, 'nom@exemple.fr');
}

/** An address of e-mail in small letters; undefined when it is none. */
export function readEmail(text: string): string | undefined {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text.toLowerCase() : undefined;
}
