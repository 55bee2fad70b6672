import type { FieldDefinition } from '../import/field.ts';

export type CardField =
  | 'reference'
  | 'scheme'
  | 'motive'
  | 'title'
  | 'answer'
  | 'keywords'
  | 'checklist'
  | 'dates'
  | 'refusalCode'
  | 'validFrom'
  | 'validTo';

/** Columns of the client's grid of questions and answers (SAMPS-20), in the order of the model that can be downloaded. */
export const cardFields: readonly FieldDefinition<CardField>[] = [
  { code: 'reference', label: 'Référence', headings: ['N°', 'Numéro', 'Réf', 'Code fiche', 'Id'] },
  { code: 'scheme', label: 'Aide', headings: ['Dispositif', 'Aides', 'Type d’aide', 'Prestation', 'Scheme'] },
  { code: 'motive', label: 'Motif', headings: ['Motif d’appel', 'Thème', 'Sujet', 'Catégorie', 'Rubrique'] },
  { code: 'title', label: 'Question', headings: ['Questions', 'Question fréquente', 'Demande', 'Intitulé', 'Titre'] },
  { code: 'answer', label: 'Réponse', headings: ['Réponses', 'Réponse à donner', 'Consigne', 'Texte', 'Answer'] },
  { code: 'keywords', label: 'Mots-clés', headings: ['Mots clefs', 'Mot-clé', 'Synonymes', 'Keywords'] },
  {
    code: 'checklist',
    label: 'Pièces',
    headings: ['Pièces à fournir', 'Pièces justificatives', 'Documents', 'Justificatifs'],
  },
  { code: 'dates', label: 'Dates de versement', headings: ['Dates', 'Calendrier', 'Échéances', 'Dates de paiement'] },
  { code: 'refusalCode', label: 'Code de refus', headings: ['Code refus', 'Motif de refus', 'Code du refus'] },
  {
    code: 'validFrom',
    label: 'Valable du',
    headings: ['Valable à partir du', 'Date de début', 'Début', 'Début de validité', 'Applicable à partir du'],
  },
  {
    code: 'validTo',
    label: 'Valable jusqu’au',
    headings: ['Date de fin', 'Fin', 'Fin de validité', 'Valide jusqu’au', 'Valable jusqu’à'],
  },
];
