import { mergedFiles } from './person-file.ts';
import type { RecipientProfile } from './profile.ts';

/** A value of a profile that someone changed outside an import, with what it was (REFLEX-24). `by`: user name of the agent. */
export interface Correction {
  readonly field: keyof RecipientProfile;
  readonly before?: unknown;
  readonly after?: unknown;
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
}

const fields = [
  ...['lastName', 'firstName', 'birthName', 'civility', 'birthDate', 'phones', 'email', 'address', 'postcode', 'city'],
  ...['accessCode', 'reasons', 'preference', 'impairments', 'helper', 'livesAlone', 'teleAlarm', 'registeredOn'],
  ...['absence', 'externalId'],
] as const satisfies readonly (keyof RecipientProfile)[];

/** The same text for the same profile, however its members are ordered. */
export function profileText(profile: RecipientProfile): string {
  const { files } = profile;
  const texts = fields.map((field) => valueText(profile[field]));
  return JSON.stringify(files === undefined ? texts : [...texts, valueText(files)]);
}

/**
 * A person as a newer list has them: what the list says replaces what was known, what it leaves empty does not. A value corrected during a call is
 * kept while the list still says what it said before: lists come back uncorrected for months.
 */
export function updatedProfile(
  known: RecipientProfile,
  listed: RecipientProfile,
  corrections: readonly Correction[],
): RecipientProfile {
  const corrected = new Map(corrections.map(({ field, before }) => [field, valueText(before)]));
  const files = mergedFiles(known.files ?? [], listed.files ?? []);
  return {
    ...merged(known, listed, (field) => corrected.get(field) !== valueText(listed[field])),
    ...(files.length > 0 && { files }),
  };
}

/** A person written twice in one list: the first row, completed by what only the second says. */
export function completedProfile(first: RecipientProfile, second: RecipientProfile): RecipientProfile {
  const numbers = new Set(first.phones.map(({ e164 }) => e164));
  const completed = merged(first, second, (field) => isEmpty(first[field]));
  // The rows of a person may be of several files.
  const files = mergedFiles(second.files ?? [], first.files ?? []);
  return {
    ...completed,
    phones: [...first.phones, ...second.phones.filter(({ e164 }) => !numbers.has(e164))],
    ...(files.length > 0 && { files }),
  };
}

function merged(
  base: RecipientProfile,
  other: RecipientProfile,
  takes: (field: keyof RecipientProfile) => boolean,
): RecipientProfile {
  const taken = fields.filter((field) => !isEmpty(other[field]) && takes(field));
  return { ...base, ...Object.fromEntries(taken.map((field) => [field, other[field]])) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(valueText).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${key}:${valueText(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? '';
}
