import type { Question, Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import * as parts from './questionnaire-parts.ts';

const isAtEase = [{ question: 'respect', answers: ['oui'] }];

const questions: readonly Question[] = [
  ...parts.consent(
    'L’ARS vous propose un suivi : quelques questions, par SMS ou par téléphone, jusqu’à la fin des consignes. Acceptez-vous ce suivi ?',
    'L’ARS propose un suivi : quelques questions, par SMS ou par téléphone, jusqu’à la fin des consignes. Acceptez-vous ce suivi pour cette personne ?',
    'Non, je refuse ce suivi',
  ),
  parts.severeSigns,
  ...parts.facts,
  {
    id: 'respect',
    kind: 'closed',
    text: 'Pourrez-vous suivre ces consignes chez vous jusqu’à la fin {de-mesure} ?',
    thirdPerson: 'La personne pourra-t-elle suivre ces consignes chez elle jusqu’à la fin {de-mesure} ?',
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'difficile', label: 'Oui, mais c’est difficile', points: 1 },
      { code: 'non', label: 'Non', points: 2 },
    ],
  },
  {
    id: 'besoin',
    kind: 'closed',
    text: 'De quelle aide avez-vous surtout besoin ?',
    thirdPerson: 'De quelle aide la personne a-t-elle surtout besoin ?',
    skipWhenAny: isAtEase,
    answers: [
      { code: 'aucune', label: 'Aucune', points: 0 },
      { code: 'logement', label: 'Un logement pour s’isoler', points: 100 },
      { code: 'courses', label: 'Des courses ou des repas', points: 100 },
      { code: 'domicile', label: 'Une aide à la maison', points: 100 },
      { code: 'autre', label: 'Une autre aide', points: 100 },
    ],
  },
  {
    id: 'vulnerabilite',
    kind: 'closed',
    text: '{element:definition-vulnerabilite} Quelle est la principale raison ?',
    thirdPerson: '{element:definition-vulnerabilite} Quelle est la principale raison ?',
    observed: true,
    selfService: 'Qu’est-ce qui vous gêne le plus pour respecter {mesure} ?',
    answers: [
      { code: 'rien', label: 'Rien', points: 0 },
      ...[
        ['logement', 'Le logement'],
        ['ravitaillement', 'Les courses, les médicaments'],
        ['personne-a-charge', 'Des enfants ou une personne à charge'],
        ['travail', 'Le travail'],
        ['isolement', 'Être seul'],
        ['autre', 'Autre chose'],
      ].map(([code = '', label = '']) => ({ code, label, points: 1, effect: 'vulnerable' as const })),
    ],
  },
  {
    id: 'test',
    kind: 'closed',
    text: 'Un test est à faire 7 jours après le dernier contact. Avez-vous rendez-vous dans un laboratoire ?',
    thirdPerson: 'Un test est à faire 7 jours après le dernier contact. La personne a-t-elle rendez-vous ?',
    skipWhenAny: [{ question: 'statut', answers: ['case'] }],
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'non', label: 'Pas encore', points: 1 },
    ],
  },
  {
    id: 'medecin',
    kind: 'closed',
    text: 'Êtes-vous suivi par un médecin pour cette maladie ?',
    thirdPerson: 'La personne est-elle suivie par un médecin pour cette maladie ?',
    skipWhenAny: [{ question: 'statut', answers: ['contact'] }],
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'non', label: 'Non', points: 10 },
    ],
  },
];

/** First contact, two days after the anchor, about 7 minutes (ARS-17). An example: the ARS writes its own words. */
export const questionnaireJ2: Questionnaire = {
  ...parts.shared,
  id: 'j2',
  title: 'Suivi : première prise de contact',
  advice: {
    before: 'respect',
    text: 'Les consignes {de-mesure} :',
    items: [
      '{element:rester-chez-soi}',
      '{element:masque}',
      '{element:gestes-barrieres}',
      '{element:visites}',
      '{element:aggravation}',
    ],
    said: 'Les consignes ont été dites',
    read: 'J’ai lu ces consignes',
  },
  questions,
  levels: parts.levelsWithSupport,
  referrals: [
    parts.severeReferral,
    ...[
      ['logement', 'Besoin d’un logement pour s’isoler'],
      ['courses', 'Besoin de courses ou de repas'],
      ['domicile', 'Besoin d’une aide à la maison'],
      ['autre', 'Autre aide pour rester chez soi'],
    ].map(([answer = '', reason = '']) => ({
      cell: 'ctai-{departement}',
      reason,
      levels: ['appui', 'urgence'],
      whenAny: [{ question: 'besoin', answers: [answer] }],
    })),
  ],
  instructions: [
    parts.refusalInstruction,
    {
      whenAll: [{ question: 'test', answers: ['oui', 'non'] }],
      conduct: '{element:test-j7}',
      selfService: '{element:test-j7}',
    },
    {
      whenAll: [{ question: 'medecin', answers: ['oui', 'non'] }],
      conduct: '{element:suivi-medical}',
      selfService: '{element:suivi-medical}',
    },
  ],
};
