import type { Fault } from '../import/fault.ts';
import type { Mapping } from '../import/field.ts';
import { findHeader } from '../import/find-header.ts';
import { guessMapping } from '../import/guess-mapping.ts';
import { headingWords } from '../import/heading.ts';
import { type RawRow, textOf } from '../import/raw-row.ts';
import { acceptedDays, readDay } from '../import/read-day.ts';
import { acceptedFlags, readFlag } from '../import/read-flag.ts';
import { FileRefused } from '../import/spreadsheets.ts';
import { type FollowUpField, followedFields } from '../recipient/follow-up-fields.ts';
import { ageOn, type ReadRecipient, type RecipientRules, readRecipient } from '../recipient/read-recipient.ts';
import type { RecipientField } from '../recipient/recipient-fields.ts';
import type { Protocol, StatusCode } from './protocol.ts';

/** What a list says of a person beside who they are. */
export interface Listing {
  readonly status: StatusCode;
  /** Local day; that of the call of the CPAM when known. */
  readonly anchor: string;
  readonly anchorKind: 'cpam' | 'isolation';
  readonly vulnerable: boolean;
  readonly minor: boolean;
  /** First digits of the postcode; empty when of no territory. */
  readonly departement: string;
}

export interface ReadListing extends ReadRecipient {
  readonly listing?: Listing;
}

export interface ListingRules extends RecipientRules {
  readonly protocol: Pick<Protocol, 'lateDays' | 'territories'>;
}

const statuses: Readonly<Record<string, StatusCode>> = {
  malade: 'case',
  positif: 'case',
  cas: 'case',
  'cas confirme': 'case',
  'cas index': 'case',
  case: 'case',
  contact: 'contact',
  'cas contact': 'contact',
  'personne contact': 'contact',
};
const adulthood = 18;
const dayMs = 86_400_000;

/**
 * A whole list of people to follow, by its headings, in any order (ARS-36, COMMON-47). Throws `FileRefused` when it names neither people, statuses nor a
 * date to count from.
 */
export async function readListings(rows: AsyncIterable<RawRow>, rules: ListingRules): Promise<readonly ReadListing[]> {
  const all: RawRow[] = [];
  for await (const row of rows) {
    all.push(row);
  }
  const at = findHeader(all, followedFields);
  const header = at === undefined ? undefined : all[at];
  const headings = header?.cells.map(textOf) ?? [];
  const mapping = guessMapping(headings, followedFields);
  const has = (field: RecipientField | FollowUpField) => mapping.includes(field);
  const isNamed = has('fullName') || (has('lastName') && has('firstName'));
  if (at === undefined || !isNamed || !has('followedStatus') || !(has('isolatedOn') || has('cpamCallOn'))) {
    throw new FileRefused(
      'Cette liste n’a pas les colonnes attendues ; colonnes acceptées : « Nom », « Prénom », « Date de naissance », « Téléphone », « Code postal », « Statut » (malade ou contact), « Début d’isolement » ou « Appel de la CPAM », « Socialement vulnérable », « Tuteur », « Téléphone tuteur », « Identifiant ».',
    );
  }
  const own: Mapping<RecipientField> = mapping.map((field) => (isOfRegister(field) ? field : undefined));
  return all.slice(at + 1).map((row) => {
    const read = readRecipient(row, headings, own, rules);
    return read.profile === undefined
      ? read
      : withListing({ ...read, profile: read.profile }, row, headings, mapping, rules);
  });
}

const ofFollowUp: ReadonlySet<unknown> = new Set<FollowUpField>([
  'followedStatus',
  'isolatedOn',
  'cpamCallOn',
  'vulnerable',
]);

function isOfRegister(field: RecipientField | FollowUpField | undefined): field is RecipientField | undefined {
  return !ofFollowUp.has(field);
}

function withListing(
  read: ReadRecipient & { readonly profile: NonNullable<ReadRecipient['profile']> },
  row: RawRow,
  headings: readonly string[],
  mapping: Mapping<RecipientField | FollowUpField>,
  { protocol, today }: ListingRules,
): ReadListing {
  const faults: Fault[] = [...read.faults];
  const cellOf = (field: FollowUpField) => row.cells[mapping.indexOf(field)];
  const fault = (field: FollowUpField, reason: string, accepted: string, effect: Fault['effect']) =>
    void faults.push({
      row: row.number,
      column: headings[mapping.indexOf(field)] ?? field,
      value: textOf(cellOf(field)),
      reason,
      accepted,
      effect,
    });
  const status = statuses[headingWords(textOf(cellOf('followedStatus'))).join(' ')];
  if (status === undefined) {
    fault('followedStatus', 'le statut est absent ou inconnu', 'malade, contact', 'row-refused');
  }
  const dayOf = (field: 'cpamCallOn' | 'isolatedOn') => {
    const cell = mapping.includes(field) ? cellOf(field) : undefined;
    const day = textOf(cell) === '' ? undefined : readDay(cell);
    if (day !== undefined && 'problem' in day) {
      fault(field, day.problem, acceptedDays, 'value-left-out');
      return undefined;
    }
    return day?.day;
  };
  const cpam = dayOf('cpamCallOn');
  const isolation = dayOf('isolatedOn');
  const anchor = cpam ?? isolation;
  const anchorField = cpam === undefined && mapping.includes('isolatedOn') ? 'isolatedOn' : 'cpamCallOn';
  const problem = anchorProblem(anchor, today, protocol.lateDays);
  if (problem !== undefined) {
    fault(anchorField, problem, `un jour de ces ${protocol.lateDays} derniers jours`, 'row-refused');
  }
  const flag = mapping.includes('vulnerable') ? readFlag(cellOf('vulnerable')) : undefined;
  if (flag === 'unclear') {
    fault('vulnerable', 'on ne sait si c’est oui ou non', acceptedFlags, 'value-left-out');
  }
  if (status === undefined || anchor === undefined || problem !== undefined) {
    return { row: read.row, faults };
  }
  const { birthDate, postcode = '', helper, phones } = read.profile;
  const minor = birthDate !== undefined && ageOn(birthDate, today) < adulthood;
  const departement = protocol.territories.find(({ code }) => postcode.startsWith(code))?.code ?? '';
  const guardian = minor ? helper?.phone : undefined;
  return {
    row: read.row,
    faults,
    // Who answers for a child is who is written to and called.
    profile:
      guardian === undefined
        ? read.profile
        : {
            ...read.profile,
            phones: [{ e164: guardian, kind: kindOf(guardian) }, ...phones.filter(({ e164 }) => e164 !== guardian)],
          },
    listing: {
      status,
      anchor,
      anchorKind: cpam === undefined ? 'isolation' : 'cpam',
      vulnerable: flag === true,
      minor,
      departement,
    },
  };
}

function kindOf(e164: string): 'mobile' | 'fixed' {
  return /^\+33[67]/.test(e164) ? 'mobile' : 'fixed';
}

function anchorProblem(anchor: string | undefined, today: string, lateDays: number): string | undefined {
  if (anchor === undefined) {
    return 'aucune date ne dit quand le suivi commence';
  }
  if (anchor > today) {
    return 'cette date est à venir';
  }
  return (Date.parse(today) - Date.parse(anchor)) / dayMs > lateDays
    ? 'le suivi de cette personne est déjà fini'
    : undefined;
}
