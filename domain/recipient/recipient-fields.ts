import type { FieldDefinition } from '../import/field.ts';

export type RecipientField =
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

/** What a list of recipients may hold (REFLEX-08, REFLEX-23): what the register of L121-6-1 allows, and nothing more. */
export const recipientFields: readonly FieldDefinition<RecipientField>[] = [
  {
    code: 'lastName',
    label: 'Nom',
    headings: [
      'nom famille',
      'nom usage',
      'nom marital',
      'nom bénéficiaire',
      'patronyme',
      'last name',
      'surname',
      'lastname',
      'family name',
    ],
  },
  {
    code: 'firstName',
    label: 'Prénom',
    headings: ['prénom usuel', 'first name', 'firstname', 'given name', 'forename'],
  },
  {
    code: 'fullName',
    label: 'Nom et prénom',
    headings: ['nom prénom', 'prénom nom', 'nom complet', 'identité', 'full name', 'name', 'bénéficiaire', 'inscrit'],
  },
  {
    code: 'birthName',
    label: 'Nom de naissance',
    headings: ['nom naissance', 'nom jeune fille', 'nom née', 'née', 'maiden name', 'birth name'],
  },
  { code: 'civility', label: 'Civilité', headings: ['civ', 'titre', 'sexe', 'genre', 'title', 'gender'] },
  {
    code: 'birthDate',
    label: 'Date de naissance',
    headings: [
      'naissance',
      'né le',
      'née le',
      'né(e) le',
      'ddn',
      'date naiss',
      'birth date',
      'birthdate',
      'date birth',
      'dob',
    ],
  },
  {
    code: 'phone',
    label: 'Téléphone',
    several: true,
    headings: [
      'tél',
      'tel',
      'numéro',
      'numéro téléphone',
      'téléphone 1',
      'téléphone 2',
      'téléphone 3',
      'tel 1',
      'tel 2',
      'tel 3',
      'tph',
      'phone',
      'telephone',
      'phone number',
      'autre téléphone',
    ],
  },
  {
    code: 'landline',
    label: 'Téléphone fixe',
    several: true,
    headings: ['fixe', 'tél fixe', 'téléphone domicile', 'tél domicile', 'domicile tel', 'landline', 'home phone'],
  },
  {
    code: 'mobile',
    label: 'Téléphone mobile',
    several: true,
    headings: [
      'mobile',
      'portable',
      'tél mobile',
      'tél portable',
      'téléphone portable',
      'gsm',
      'mobilis',
      'cell phone',
      'mobile phone',
    ],
  },
  {
    code: 'email',
    label: 'Adresse électronique',
    headings: [
      'courriel',
      'mail',
      'e-mail',
      'email',
      'adresse mail',
      'adresse courriel',
      'adresse e-mail',
      'email address',
    ],
  },
  {
    code: 'address',
    label: 'Adresse',
    several: true,
    headings: [
      'voie',
      'rue',
      'numéro voie',
      'adresse postale',
      'adresse 1',
      'adresse 2',
      'complément adresse',
      'complément',
      'bâtiment',
      'étage',
      'résidence',
      'street',
      'address',
      'address line',
    ],
  },
  {
    code: 'postcode',
    label: 'Code postal',
    headings: ['cp', 'code postal', 'arrondissement', 'arrdt', 'arr', 'postcode', 'zip', 'zip code', 'postal code'],
  },
  { code: 'city', label: 'Ville', headings: ['commune', 'localité', 'city', 'town'] },
  {
    code: 'accessCode',
    label: 'Code d’accès',
    headings: [
      'digicode',
      'code porte',
      'code immeuble',
      'code entrée',
      'codes accès',
      'interphone',
      'door code',
      'access code',
    ],
  },
  {
    code: 'reason',
    label: 'Motif d’inscription',
    headings: ['motif', 'motif inscription', 'catégorie', 'qualité', 'handicap', 'public', 'reason', 'category'],
  },
  {
    code: 'preference',
    label: 'Moyen de contact préféré',
    headings: [
      'préférence',
      'préférence contact',
      'mode contact',
      'moyen contact',
      'canal',
      'contact préféré',
      'preference',
      'contact preference',
      'channel',
    ],
  },
  {
    code: 'impairment',
    label: 'Trouble de l’audition ou de la parole',
    headings: [
      'audition',
      'surdité',
      'sourd',
      'malentendant',
      'parole',
      'déficience',
      'trouble audition',
      'hearing',
      'speech',
      'hearing impairment',
    ],
  },
  {
    code: 'helperName',
    label: 'Personne à prévenir',
    headings: [
      'aidant',
      'nom aidant',
      'nom proche',
      'proche',
      'référent',
      'nom référent',
      'contact urgence',
      'nom contact urgence',
      'nom personne prévenir',
      'nom prénom personne prévenir',
      'nom prénom aidant',
      'nom prénom proche',
      'helper',
      'helper name',
      'emergency contact',
      'emergency contact name',
    ],
  },
  {
    code: 'helperPhone',
    label: 'Téléphone de la personne à prévenir',
    headings: [
      'téléphone aidant',
      'tel aidant',
      'tél aidant',
      'téléphone proche',
      'tél proche',
      'tel proche',
      'téléphone référent',
      'tél référent',
      'téléphone contact urgence',
      'tél contact urgence',
      'tel personne prévenir',
      'tél personne prévenir',
      'numéro personne prévenir',
      'mobile aidant',
      'portable aidant',
      'helper phone',
      'emergency contact phone',
    ],
  },
  {
    code: 'helperRelation',
    label: 'Lien avec la personne à prévenir',
    headings: [
      'lien',
      'lien parenté',
      'parenté',
      'lien aidant',
      'lien proche',
      'qualité aidant',
      'qualité personne prévenir',
      'relation',
      'relationship',
      'helper relation',
    ],
  },
  {
    code: 'livesAlone',
    label: 'Vit seul',
    headings: [
      'seul',
      'vit seule',
      'vit seul(e)',
      'isolé',
      'isolée',
      'isolement',
      'personne isolée',
      'lives alone',
      'alone',
    ],
  },
  {
    code: 'teleAlarm',
    label: 'Téléalarme',
    headings: ['téléassistance', 'télé-alarme', 'télé-assistance', 'telealarm', 'alarm'],
  },
  {
    code: 'registeredOn',
    label: 'Date d’inscription',
    headings: [
      'inscription',
      'inscrit le',
      'date consentement',
      'consentement',
      'date accord',
      'date enregistrement',
      'consent date',
      'registration date',
      'registered on',
    ],
  },
  {
    code: 'absentFrom',
    label: 'Absent du',
    headings: ['absence du', 'absence début', 'début absence', 'absent depuis', 'absent from'],
  },
  {
    code: 'absentUntil',
    label: 'Absent jusqu’au',
    headings: ['absence au', 'absence fin', 'fin absence', 'absent au', 'retour le', 'date retour', 'absent until'],
  },
  {
    code: 'externalId',
    label: 'Identifiant',
    headings: [
      'id',
      'n° dossier',
      'numéro dossier',
      'dossier',
      'n° inscription',
      'numéro inscription',
      'numéro bénéficiaire',
      'référence',
      'matricule',
      'external id',
      'identifier',
      'reference',
    ],
  },
];

export function labelOf(field: RecipientField): string {
  return recipientFields.find(({ code }) => code === field)?.label ?? field;
}
