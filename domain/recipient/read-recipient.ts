import type { Fault } from '../import/fault.ts';
import type { Mapping } from '../import/field.ts';
import { type RawRow, textOf } from '../import/raw-row.ts';
import { acceptedFlags, readFlag } from '../import/read-flag.ts';
import { RowCells } from '../import/row-cells.ts';
import { birthDayOf, dayOf, emailOf, namesOf, phonesOf } from './person-cells.ts';
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
import { readPhones } from './read-phones.ts';
import { postcodeIn, readPostcode } from './read-place.ts';
import { labelOf, type RecipientField } from './recipient-fields.ts';

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
  const cells = new RowCells(row, headings, mapping, labelOf);
  if (cells.overflow()) {
    return { row: row.number, faults: cells.faults };
  }
  const names = namesOf(cells);
  if (names === undefined) {
    return { row: row.number, faults: cells.faults };
  }
  const file = rules.files && readFile(cells, rules.files);
  if (rules.files !== undefined && file === undefined) {
    return { row: row.number, faults: cells.faults };
  }
  const { day: birthDate } = birthDayOf(cells, rules.today);
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
  const email = emailOf(cells);
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

/** The kind that was asked for first; the order of the file otherwise. */
function inOrder(phones: readonly ProfilePhone[], preference: RecipientProfile['preference']): readonly ProfilePhone[] {
  const preferred = preference === 'mobile' ? 'mobile' : preference === 'landline' ? 'fixed' : undefined;
  return [...phones.filter(({ kind }) => kind === preferred), ...phones.filter(({ kind }) => kind !== preferred)];
}

function placeOf(cells: RowCells<RecipientField>, country: 'NC' | 'FR') {
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

function reasonsOf(cells: RowCells<RecipientField>, birthDate: string | undefined, { ageFrom, today }: RecipientRules) {
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

function impairmentsOf(cells: RowCells<RecipientField>): readonly ('hearing' | 'speech')[] {
  const flag = readFlag(cells.text('impairment'));
  if (typeof flag === 'boolean') {
    return flag ? ['hearing'] : [];
  }
  return cells.coded('impairment', readImpairments, acceptedImpairments) ?? [];
}

function helperOf(cells: RowCells<RecipientField>, country: 'NC' | 'FR'): RecipientProfile['helper'] {
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

function flagOf(cells: RowCells<RecipientField>, field: RecipientField): boolean | undefined {
  const flag = readFlag(cells.cell(field));
  if (flag === 'unclear') {
    cells.fault(field, textOf(cells.cell(field)), 'on ne sait si c’est oui ou non', acceptedFlags);
  }
  return flag === 'unclear' ? undefined : flag;
}

function absenceOf(cells: RowCells<RecipientField>): RecipientProfile['absence'] {
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
