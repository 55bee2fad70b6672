import type { FieldDefinition } from '../import/field.ts';
import { type RecipientField, recipientFields } from './recipient-fields.ts';

/** What lists of people to follow say beside who the person is (ARS-14, ARS-36). */
export type FollowUpField = 'followedStatus' | 'isolatedOn' | 'cpamCallOn' | 'vulnerable';

const own: readonly FieldDefinition<FollowUpField>[] = [
  field(
    'followedStatus',
    'Statut',
    'statut suivi, type, type personne, malade contact, malade ou contact, cas, status',
  ),
  field(
    'isolatedOn',
    'Début d’isolement',
    'isolement, date isolement, début isolement, date début isolement, isolé le, début quarantaine, quarantaine, date dernier contact, dernier contact, isolation start',
  ),
  field(
    'cpamCallOn',
    'Appel de la CPAM',
    'cpam, appel cpam, date appel cpam, date cpam, appelé par la cpam le, contact tracing, cpam call',
  ),
  field('vulnerable', 'Socialement vulnérable', 'vulnérable, vulnérabilité, vulnérabilité sociale, vulnerable'),
];

/** Of the register, what following takes and nothing more (COMMON-48). */
const kept: ReadonlySet<RecipientField> = new Set<RecipientField>([
  'lastName',
  'firstName',
  'fullName',
  'birthName',
  'civility',
  'birthDate',
  'phone',
  'landline',
  'mobile',
  'address',
  'postcode',
  'city',
  'helperName',
  'helperPhone',
  'helperRelation',
  'externalId',
]);

/** Parents and guardians of minors are who is called: their columns have words of their own. */
const guardian: Partial<Record<RecipientField, string>> = {
  helperName: 'nom tuteur, tuteur, parent, nom parent, représentant légal, guardian',
  helperPhone:
    'téléphone tuteur, tél tuteur, téléphone parent, tél parent, téléphone représentant légal, guardian phone',
};

export const followedFields: readonly FieldDefinition<RecipientField | FollowUpField>[] = [
  ...recipientFields
    .filter(({ code }) => kept.has(code))
    .map((one) => ({ ...one, headings: [...one.headings, ...(guardian[one.code]?.split(', ') ?? [])] })),
  ...own,
];

function field(code: FollowUpField, label: string, headings: string): FieldDefinition<FollowUpField> {
  return { code, label, headings: headings.split(', ') };
}
