import type { Fault } from '../import/fault.ts';
import type { Mapping } from '../import/field.ts';
import { type RawRow, textOf } from '../import/raw-row.ts';
import { acceptedDays, readDay } from '../import/read-day.ts';
import { acceptedFlags, readFlag } from '../import/read-flag.ts';
import type { ProfilePhone, RecipientProfile } from './profile.ts';
import {
  acceptedImpairments,
  acceptedPreferences,
  acceptedReasons,
  readImpairments,
  readPreference,
  readReasons,
} from './read-coded.ts';
import { type FileRules, readFile } from './read-file.ts';
import { acceptedCivilities, readCivility, splitFullName, splitLastName } from './read-names.ts';
import { readPhones } from './read-phones.ts';
import { postcodeIn, readPostcode } from './read-place.ts';
import { labelOf, type RecipientField } from './recipient-fields.ts';
import { RowCells } from './row-cells.ts';

export interface RecipientRules {
  /** Plan by which numbers without a country code are read. */
  readonly country: 'NC' | 'FR';
  /** Age from which one may register for age alone (REFLEX-07): 65 today, 75 before. */
  readonly ageFrom: number;
  /** Local day of the import, YYYY-MM-DD. */
  readonly today: string;
  /** Of lists of files. */
  readonly files?: FileRules;
}

export interface ReadRecipient {
  readonly row: number;
  /** Absent when the row is refused. */
  readonly profile?: RecipientProfile;
  readonly faults: readonly Fault[];
}

/** A row of a list of recipients: what can be used is kept, what cannot is named with its place, its value and what is accepted. */
export function readRecipient(
  row: RawRow,
  headings: readonly string[],
  mapping: Mapping<RecipientField>,
  rules: RecipientRules,
): ReadRecipient {
  const cells = new RowCells(row, headings, mapping);
  if (row.cells.slice(headings.length).some((cell) => textOf(cell) !== '')) {
    return cells.refused(
      'la ligne a plus de cellules que l’en-tête de colonnes',
      'une valeur par colonne, entre guillemets si elle contient le séparateur',
    );
  }
  const names = namesOf(cells);
  if (names === undefined) {
    return { row: row.number, faults: cells.faults };
  }
  const file = rules.files && readFile(cells, rules.files);
  if (rules.files !== undefined && file === undefined) {
    return { row: row.number, faults: cells.faults };
  }
  const { day: birthDate } = dayOf(cells, 'birthDate', (day) => birthFault(day, rules.today));
  const phones = phonesOf(cells, rules.country);
  const places = placeOf(cells, rules.country);
  const reasons = reasonsOf(cells, birthDate, rules);
  const preference = cells.coded('preference', readPreference, acceptedPreferences);
  const impairments = impairmentsOf(cells);
  const helper = helperOf(cells, rules.country);
  const livesAlone = flagOf(cells, 'livesAlone');
  const teleAlarm = flagOf(cells, 'teleAlarm');
  const { day: registeredOn } = dayOf(cells, 'registeredOn', (day) =>
    day > rules.today ? 'cette date est à venir' : undefined,
  );
  const absence = absenceOf(cells);
  const email = cells.coded(
    'email',
    (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text.toLowerCase() : undefined),
    'nom@exemple.fr',
  );
  const accessCode = cells.text('accessCode');
  const externalId = cells.text('externalId');
  const profile: RecipientProfile = {
    ...names,
    ...(birthDate && { birthDate }),
    phones: inOrder(phones, preference),
    ...(email && { email }),
    ...places,
    ...(accessCode && { accessCode }),
    reasons,
    ...(preference && { preference }),
    impairments,
    ...(helper && { helper }),
    ...(livesAlone !== undefined && { livesAlone }),
    ...(teleAlarm !== undefined && { teleAlarm }),
    ...(registeredOn && { registeredOn }),
    ...(absence && { absence }),
    ...(externalId && { externalId }),
    ...(file && { files: [file] }),
  };
  return { row: row.number, profile, faults: cells.faults };
}

function namesOf(cells: RowCells) {
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
        `${labelOf(field).toLowerCase()} absent ou sans lettre`,
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

function dayOf(
  cells: RowCells,
  field: RecipientField,
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

function birthFault(day: string, today: string): string | undefined {
  if (day > today) {
    return 'cette date de naissance est à venir';
  }
  return Number(today.slice(0, 4)) - Number(day.slice(0, 4)) > 120
    ? 'cette personne aurait plus de 120 ans'
    : undefined;
}

function phonesOf(cells: RowCells, country: 'NC' | 'FR'): readonly ProfilePhone[] {
  const found = new Map<string, ProfilePhone>();
  for (const field of ['phone', 'landline', 'mobile'] as const) {
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

/** The kind that was asked for first; the order of the file otherwise. */
function inOrder(phones: readonly ProfilePhone[], preference: RecipientProfile['preference']): readonly ProfilePhone[] {
  const preferred = preference === 'mobile' ? 'mobile' : preference === 'landline' ? 'fixed' : undefined;
  return [...phones.filter(({ kind }) => kind === preferred), ...phones.filter(({ kind }) => kind !== preferred)];
}

function placeOf(cells: RowCells, country: 'NC' | 'FR') {
  const lines = cells
    .all('address')
    .map(({ cell }) => textOf(cell))
    .filter((line) => line !== '');
  const address = lines.length === 0 ? undefined : lines.join(', ');
  const city = cells.text('city');
  const written = cells.coded('postcode', (text) => readPostcode(text, country), '75013, 13e, 98800');
  const postcode = written ?? postcodeIn(city, address);
  return { ...(address && { address }), ...(postcode && { postcode }), ...(city && { city }) };
}

function reasonsOf(cells: RowCells, birthDate: string | undefined, { ageFrom, today }: RecipientRules) {
  // A column headed « Handicap » says yes or no.
  const given = cells.text('reason');
  const flag = given === undefined ? undefined : readFlag(given);
  const said =
    typeof flag === 'boolean'
      ? flag
        ? (['disability'] as const)
        : []
      : (cells.coded('reason', readReasons, acceptedReasons) ?? []);
  const old = birthDate !== undefined && ageOn(birthDate, today) >= ageFrom;
  return [...new Set([...said, ...(old ? (['age'] as const) : [])])];
}

function impairmentsOf(cells: RowCells): readonly ('hearing' | 'speech')[] {
  const flag = readFlag(cells.text('impairment'));
  if (typeof flag === 'boolean') {
    return flag ? ['hearing'] : [];
  }
  return cells.coded('impairment', readImpairments, acceptedImpairments) ?? [];
}

function helperOf(cells: RowCells, country: 'NC' | 'FR'): RecipientProfile['helper'] {
  const name = cells.text('helperName');
  const relation = cells.text('helperRelation');
  const { phones, problems } = readPhones(cells.cell('helperPhone'), country);
  for (const { value, reason } of problems) {
    cells.fault('helperPhone', value, reason, '01 42 34 56 78, +33 6 12 34 56 78');
  }
  const phone = phones[0]?.e164;
  const helper = { ...(name && { name }), ...(phone && { phone }), ...(relation && { relation }) };
  return Object.keys(helper).length === 0 ? undefined : helper;
}

function flagOf(cells: RowCells, field: RecipientField): boolean | undefined {
  const flag = readFlag(cells.cell(field));
  if (flag === 'unclear') {
    cells.fault(field, textOf(cells.cell(field)), 'on ne sait si c’est oui ou non', acceptedFlags);
  }
  return flag === 'unclear' ? undefined : flag;
}

function absenceOf(cells: RowCells): RecipientProfile['absence'] {
  const { day: from } = dayOf(cells, 'absentFrom', () => undefined);
  const { day: until } = dayOf(cells, 'absentUntil', (day) =>
    from !== undefined && day < from ? 'le retour précède le départ' : undefined,
  );
  return from === undefined && until === undefined ? undefined : { ...(from && { from }), ...(until && { until }) };
}

/** Completed years on a day. */
export function ageOn(birthDate: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
}
