import type { FieldDefinition } from '../import/field.ts';
import { type FileField, fileFields } from './file-fields.ts';

export type RecipientField =
  | FileField
  | 'lastName'
  | 'firstName'
  | 'fullName'
  | 'birthName'
  | 'civility'
  | 'birthDate'
  | 'phone'
  | 'landline'
  | 'mobile'
  | 'email'
  | 'address'
  | 'postcode'
  | 'city'
  | 'accessCode'
  | 'reason'
  | 'preference'
  | 'impairment'
  | 'helperName'
  | 'helperPhone'
  | 'helperRelation'
  | 'livesAlone'
  | 'teleAlarm'
  | 'registeredOn'
  | 'absentFrom'
  | 'absentUntil'
  | 'externalId';

/**
 * What a list of recipients may hold (REFLEX-08, REFLEX-23): what the register of L121-6-1 allows, and nothing more. With each, how its columns are
 * headed.
 */
export const recipientFields: readonly FieldDefinition<RecipientField>[] = [
  field(
    'lastName',
    'Nom',
    'nom famille, nom usage, nom marital, nom bénéficiaire, patronyme, last name, surname, lastname, family name',
  ),
  field('firstName', 'Prénom', 'prénom usuel, first name, firstname, given name, forename'),
  field('fullName', 'Nom et prénom', 'nom prénom, prénom nom, nom complet, identité, full name, name, bénéficiaire'),
  field('birthName', 'Nom de naissance', 'nom naissance, nom jeune fille, nom née, née, maiden name, birth name'),
  field('civility', 'Civilité', 'civ, titre, sexe, genre, title, gender'),
  field(
    'birthDate',
    'Date de naissance',
    'naissance, né le, née le, né(e) le, ddn, date naiss, birth date, birthdate, date birth, dob',
  ),
  field(
    'phone',
    'Téléphone',
    'tél, tel, numéro, numéro téléphone, téléphone 1, téléphone 2, téléphone 3, tel 1, tel 2, tel 3, tph, phone, telephone, phone number, autre téléphone',
    { several: true },
  ),
  field(
    'landline',
    'Téléphone fixe',
    'fixe, tél fixe, téléphone domicile, tél domicile, domicile tel, landline, home phone',
    { several: true },
  ),
  field(
    'mobile',
    'Téléphone mobile',
    'mobile, portable, tél mobile, tél portable, téléphone portable, gsm, mobilis, cell phone, mobile phone',
    { several: true },
  ),
  field(
    'email',
    'Adresse électronique',
    'courriel, mail, e-mail, email, adresse mail, adresse courriel, adresse e-mail, email address',
  ),
  field(
    'address',
    'Adresse',
    'voie, rue, numéro voie, adresse postale, adresse 1, adresse 2, complément adresse, complément, bâtiment, étage, résidence, street, address, address line',
    { several: true },
  ),
  field('postcode', 'Code postal', 'cp, code postal, arrondissement, arrdt, arr, postcode, zip, zip code, postal code'),
  field('city', 'Ville', 'commune, localité, city, town'),
  field(
    'accessCode',
    'Code d’accès',
    'digicode, code porte, code immeuble, code entrée, codes accès, interphone, door code, access code',
  ),
  field(
    'reason',
    'Motif d’inscription',
    'motif, motif inscription, catégorie, qualité, handicap, public, reason, category',
  ),
  field(
    'preference',
    'Moyen de contact préféré',
    'préférence, préférence contact, mode contact, moyen contact, canal, contact préféré, preference, contact preference, channel',
  ),
  field(
    'impairment',
    'Trouble de l’audition ou de la parole',
    'audition, surdité, sourd, malentendant, parole, déficience, trouble audition, hearing, speech, hearing impairment',
  ),
  field(
    'helperName',
    'Personne à prévenir',
    'aidant, nom aidant, nom proche, proche, référent, nom référent, contact urgence, nom contact urgence, nom personne prévenir, nom prénom personne prévenir, nom prénom aidant, nom prénom proche, helper, helper name, emergency contact, emergency contact name',
  ),
  field(
    'helperPhone',
    'Téléphone de la personne à prévenir',
    'téléphone aidant, tel aidant, tél aidant, téléphone proche, tél proche, tel proche, téléphone référent, tél référent, téléphone contact urgence, tél contact urgence, tel personne prévenir, tél personne prévenir, numéro personne prévenir, mobile aidant, portable aidant, helper phone, emergency contact phone',
  ),
  field(
    'helperRelation',
    'Lien avec la personne à prévenir',
    'lien, lien parenté, parenté, lien aidant, lien proche, qualité aidant, qualité personne prévenir, relation, relationship, helper relation',
  ),
  field(
    'livesAlone',
    'Vit seul',
    'seul, vit seule, vit seul(e), isolé, isolée, isolement, personne isolée, lives alone, alone',
  ),
  field('teleAlarm', 'Téléalarme', 'téléassistance, télé-alarme, télé-assistance, telealarm, alarm'),
  field(
    'registeredOn',
    'Date d’inscription',
    'inscription, inscrit le, date consentement, consentement, date accord, date enregistrement, consent date, registration date, registered on',
  ),
  field('absentFrom', 'Absent du', 'absence du, absence début, début absence, absent depuis, absent from'),
  field(
    'absentUntil',
    'Absent jusqu’au',
    'absence au, absence fin, fin absence, absent au, retour le, date retour, absent until',
  ),
  field(
    'externalId',
    'Identifiant',
    'id, n° usager, numéro usager, n° dossier, numéro dossier, dossier, n° inscription, numéro inscription, numéro bénéficiaire, référence, matricule, external id, identifier, reference',
  ),
];

/** What the lists of a programme may hold: of people, or of files of people. */
export function listFields(ofFiles: boolean): readonly FieldDefinition<RecipientField>[] {
  return ofFiles ? withFiles : recipientFields;
}

const withFiles: readonly FieldDefinition<RecipientField>[] = [...recipientFields, ...fileFields];

/** `headings` are parted by commas. */
function field(
  code: RecipientField,
  label: string,
  headings: string,
  more: { readonly several?: true } = {},
): FieldDefinition<RecipientField> {
  return { code, label, headings: headings.split(', '), ...more };
}

/** French name of a field; the code itself when it is none. */
export function labelOf(field: string): string {
  return listFields(true).find(({ code }) => code === field)?.label ?? field;
}
