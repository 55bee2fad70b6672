import { localDay } from '../calendar/local-time.ts';
import type { People } from '../caller/people.ts';
import type { Journal } from '../journal/journal.ts';
import { identityKeys, type KeyedHash } from './identity-keys.ts';
import type { Correction } from './merge-profile.ts';
import type { RecipientProfile } from './profile.ts';
import type { Profiles } from './profiles.ts';
import { type RecipientRules, readRecipient } from './read-recipient.ts';
import type { RecipientField } from './recipient-fields.ts';
import type { RecipientRegister } from './recipient-register.ts';
import { coarseFacts, type RegisterEntry } from './register-entry.ts';

export interface CorrectionRequest {
  readonly programme: string;
  readonly timeZone: string;
  readonly recipientId: string;
  readonly field: CorrectableField;
  /** As typed: read by the rules that read lists. */
  readonly value: string;
  readonly rules: RecipientRules;
  /** ISO instant; user name. */
  readonly at: string;
  readonly by: string;
}

export interface CorrectionPorts {
  readonly register: Pick<RecipientRegister, 'find' | 'write'>;
  readonly profiles: Pick<Profiles, 'reveal' | 'save'>;
  readonly people: Pick<People, 'addAll'>;
  readonly journal: Pick<Journal, 'append'>;
  readonly hash: KeyedHash;
}

export type CorrectionAnswer =
  | { readonly type: 'corrected'; readonly correction: Correction }
  | { readonly type: 'unchanged' }
  | { readonly type: 'refused'; readonly fault: string }
  | { readonly type: 'unknown' };

/** What may be corrected, with the part of the profile that it is in. */
const parts = {
  ...{ lastName: 'lastName', firstName: 'firstName', birthName: 'birthName', civility: 'civility' },
  ...{ birthDate: 'birthDate', email: 'email', address: 'address', postcode: 'postcode', city: 'city' },
  ...{ phone: 'phones', accessCode: 'accessCode', preference: 'preference', impairment: 'impairments' },
  ...{ helperName: 'helper', helperPhone: 'helper', helperRelation: 'helper' },
  ...{ livesAlone: 'livesAlone', teleAlarm: 'teleAlarm', absentFrom: 'absence', absentUntil: 'absence' },
} as const satisfies Partial<Readonly<Record<RecipientField, keyof RecipientProfile>>>;

export type CorrectableField = keyof typeof parts;
export const correctableFields = Object.keys(parts).filter(isCorrectable);

export function isCorrectable(field: string): field is CorrectableField {
  return field in parts;
}

/**
 * Corrects one value of a recipient during a call, for this campaign and the next, and for the client's own file (REFLEX-24). Telephones are given whole,
 * best first. An older list does not bring the old value back.
 */
export async function correctRecipient(request: CorrectionRequest, ports: CorrectionPorts): Promise<CorrectionAnswer> {
  const { programme, timeZone, recipientId, field, at, by } = request;
  const [entry, revealed] = await Promise.all([
    ports.register.find(programme, recipientId),
    ports.profiles.reveal(programme, [recipientId]),
  ]);
  const kept = revealed.get(recipientId);
  if (entry === undefined || kept === undefined) {
    return { type: 'unknown' };
  }
  const read = readValue(request, kept.profile);
  if ('fault' in read) {
    return { type: 'refused', fault: read.fault };
  }
  const part = parts[field];
  const before = kept.profile[part];
  const after = read.profile[part];
  if (JSON.stringify(before) === JSON.stringify(after)) {
    const last = kept.corrections.findLast((one) => one.field === part);
    // Sent again after a failure, perhaps: the profile comes first, and what follows from it may be missing.
    if (last?.by === by && JSON.stringify(last.after) === JSON.stringify(after)) {
      await follow(programme, timeZone, entry, kept.profile, last, ports);
    }
    return { type: 'unchanged' };
  }
  const profile = { ...kept.profile, [part]: after };
  const correction: Correction = { field: part, before, after, at, by };
  await ports.profiles.save(
    programme,
    new Map([[recipientId, { ...kept, profile, corrections: [...kept.corrections, correction] }]]),
  );
  await follow(programme, timeZone, entry, profile, correction, ports);
  return { type: 'corrected', correction };
}

/** What a correction changes beside the profile; done twice, it is the same. */
async function follow(
  programme: string,
  timeZone: string,
  entry: RegisterEntry,
  profile: RecipientProfile,
  { field, at, by }: Correction,
  { people, register, journal, hash }: CorrectionPorts,
): Promise<void> {
  const { recipientId } = entry;
  const keys = identityKeys(programme, profile, hash);
  const exact = [...new Set([...entry.exact, ...keys.exact])];
  const { absence: _before, ...rest } = entry;
  const facts = coarseFacts(profile, hash);
  if (field === 'phones') {
    // A number is dialled by its key: behind it there must be somebody.
    const numbers = profile.phones.map(({ e164 }, index) => ({ numberKey: facts.numberKeys[index] ?? '', e164 }));
    await people.addAll(programme, numbers, `correction ${recipientId}`);
  }
  await register.write(programme, [{ ...rest, ...facts, exact, alike: keys.alike, corrected: true }]);
  await journal.append([
    {
      ...{ kind: 'correction', programme, day: localDay(timeZone, at), time: at, recipientId, field, by },
      id: `correction#${recipientId}#${field}#${at}`,
    },
  ]);
}

/** The field as a list of one row would give it, over what is known of the person. */
function readValue(
  { field, value, rules }: CorrectionRequest,
  known: RecipientProfile,
): { readonly profile: RecipientProfile } | { readonly fault: string } {
  const mapping = ['lastName', 'firstName', field] as const;
  const names = { lastName: known.lastName, firstName: known.firstName };
  const cells = field === 'lastName' || field === 'firstName' ? { ...names, [field]: value } : names;
  const row = { number: 1, cells: [cells.lastName, cells.firstName, value] };
  const { profile, faults } = readRecipient(row, ['Nom', 'Prénom', 'Valeur'], mapping, rules);
  const [fault] = faults;
  if (profile === undefined || fault !== undefined) {
    return {
      fault:
        fault === undefined
          ? 'Cette valeur ne peut pas être lue.'
          : `${capital(fault.reason)} ; formes acceptées : ${fault.accepted}.`,
    };
  }
  // A helper's number leaves their name as it was.
  const helper = { ...known.helper, ...profile.helper };
  const absence = { ...known.absence, ...profile.absence };
  return {
    profile: {
      ...profile,
      ...(parts[field] === 'helper' && { helper }),
      ...(parts[field] === 'absence' && { absence }),
    },
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
