import type { FieldDefinition } from '../import/field.ts';

/** What lists of files say beside who the person is (SAMPS-30). */
export type FileField = 'scheme' | 'subject' | 'missingDocuments' | 'admittedOn' | 'dueOn' | 'situation';

export const fileFields: readonly FieldDefinition<FileField>[] = [
  field('scheme', 'Aide', 'dispositif, aide, aide sociale, prestation, type aide, dispositif aide, scheme'),
  field('subject', 'Objet', 'objet, sujet, état dossier, statut dossier, objet appel, type relance, relance, subject'),
  field(
    'missingDocuments',
    'Pièces manquantes',
    'documents manquants, pièces manquantes, pièces à fournir, documents à fournir, justificatifs manquants, missing documents',
    { several: true },
  ),
  field(
    'admittedOn',
    'Date d’admission ou de dépôt',
    'admission, date admission, admis le, dépôt, date dépôt, date dépôt dossier, déposé le, droits depuis, début droits, filing date',
  ),
  field(
    'dueOn',
    'Échéance du dossier',
    'échéance, date échéance, à renouveler avant, date renouvellement, renouvellement, fin droits, date fin droits, date limite, due date, renewal date',
  ),
  field('situation', 'Situation', 'cas particulier, situation particulière, droits particuliers', { several: true }),
];

function field(
  code: FileField,
  label: string,
  headings: string,
  more: { readonly several?: true } = {},
): FieldDefinition<FileField> {
  return { code, label, headings: headings.split(', '), ...more };
}
