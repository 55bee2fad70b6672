import type { LanguageElement } from '../../domain/questionnaire/language-element.ts';

/** Blocks that the ARS rewrites while calls go on (ARS-45). Plain words, one idea a sentence; these are examples, not medical advice. */
export const languageElements: readonly LanguageElement[] = [
  {
    code: 'rester-chez-soi',
    label: 'Rester chez soi',
    text: 'Restez chez vous pendant toute la durée {de-mesure}.',
  },
  { code: 'masque', label: 'Masque', text: 'Portez un masque chirurgical dès que quelqu’un est avec vous.' },
  {
    code: 'gestes-barrieres',
    label: 'Gestes barrières',
    text: 'Lavez-vous les mains souvent. Aérez chaque pièce plusieurs fois par jour.',
  },
  { code: 'visites', label: 'Visites', text: 'Ne recevez pas de visite. Dormez seul si vous le pouvez.' },
  {
    code: 'aggravation',
    label: 'Aggravation',
    text: 'Si vous respirez mal ou si votre état s’aggrave, appelez le 15.',
  },
  {
    code: 'definition-vulnerabilite',
    label: 'Définition de la vulnérabilité',
    text: 'Vulnérabilité : une situation sociale, matérielle ou autre qui ne permet pas de respecter {mesure}.',
  },
  {
    code: 'refus',
    label: 'Refus ou arrêt du suivi',
    text: 'C’est noté : vous ne recevrez plus ni message ni appel de ce suivi. Les consignes restent les mêmes.',
  },
  {
    code: 'test-j7',
    label: 'Test du septième jour',
    text: 'Prenez rendez-vous dans un laboratoire pour le septième jour après le dernier contact.',
  },
  {
    code: 'suivi-medical',
    label: 'Suivi médical',
    text: 'Faites-vous suivre par votre médecin. Sans médecin, appelez le 116 117 ou prenez une téléconsultation.',
  },
  {
    code: 'degradation',
    label: 'Santé moins bonne',
    text: 'Appelez votre médecin aujourd’hui. Si vous respirez mal, appelez le 15.',
  },
  {
    code: 'fin-quarantaine',
    label: 'Fin de la quarantaine',
    text: 'Votre quarantaine se termine : votre test est négatif et vous n’avez pas de symptôme.',
  },
  {
    code: 'fin-isolement',
    label: 'Fin de l’isolement',
    text: 'Votre isolement se termine : vous n’avez plus de fièvre et vous respirez bien.',
  },
  {
    code: 'sept-jours',
    label: 'Les sept jours suivants',
    text: 'Pendant 7 jours encore : portez un masque, gardez vos distances, évitez les personnes fragiles.',
  },
  {
    code: 'negatif-symptomes',
    label: 'Test négatif avec symptômes',
    text: 'Restez chez vous et joignez un médecin : avec des symptômes, un test négatif ne suffit pas.',
  },
  {
    code: 'test-positif',
    label: 'Test positif',
    text: 'Restez isolé et joignez un médecin, ou une téléconsultation. Prévenez les personnes que vous avez vues.',
  },
  {
    code: 'resultat-attendu',
    label: 'Résultat pas encore reçu',
    text: 'Restez chez vous jusqu’au résultat. Négatif et sans symptôme, la quarantaine se termine ; positif, joignez un médecin. Nous ne vous rappellerons pas pour cela.',
  },
  {
    code: 'test-a-faire',
    label: 'Test pas fait',
    text: 'Restez chez vous et faites le test dès que possible. Nous reprendrons contact avec vous.',
  },
  {
    code: 'isolement-prolonge',
    label: 'Symptômes au neuvième jour',
    text: 'Restez isolé et joignez un médecin aujourd’hui : il vous dira quand l’isolement se termine.',
  },
];
