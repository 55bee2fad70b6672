import type { Question, Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import * as parts from './questionnaire-parts.ts';

const questions: readonly Question[] = [
  ...parts.consent(
    'Nous prenons de vos nouvelles pour votre suivi. Voulez-vous continuer ce suivi ?',
    'Nous prenons des nouvelles de la personne suivie. Voulez-vous continuer ce suivi ?',
    'Non, je veux arrêter ce suivi',
  ),
  parts.severeSigns,
  ...parts.facts,
  {
    id: 'respect',
    kind: 'closed',
    text: 'Depuis deux jours, avez-vous pu respecter {mesure} ?',
    thirdPerson: 'Depuis deux jours, la personne a-t-elle pu respecter {mesure} ?',
    answers: [
      { code: 'oui', label: 'Oui', points: 0 },
      { code: 'en-partie', label: 'En partie', points: 1 },
      { code: 'non', label: 'Non', points: 2 },
    ],
  },
  {
    id: 'etat',
    kind: 'closed',
    text: 'Depuis deux jours, comment va votre santé ?',
    thirdPerson: 'Depuis deux jours, comment va la santé de cette personne ?',
    answers: [
      { code: 'bien', label: 'Bien, ou mieux', points: 0 },
      { code: 'pareil', label: 'Pareil', points: 1 },
      { code: 'moins-bien', label: 'Moins bien', points: 10 },
    ],
  },
  {
    id: 'besoin',
    kind: 'closed',
    text: 'De quelle aide avez-vous besoin ?',
    thirdPerson: 'De quelle aide la personne a-t-elle besoin ?',
    answers: [
      { code: 'aucune', label: 'Aucune', points: 0 },
      { code: 'logement', label: 'Un logement pour s’isoler', points: 100 },
      { code: 'domicile', label: 'Des courses, une aide à la maison', points: 100 },
      { code: 'visite', label: 'La visite d’une équipe chez moi', points: 100 },
      { code: 'plusieurs', label: 'Plusieurs de ces aides', points: 100 },
    ],
  },
];

/** Extra contact for vulnerable people, four days after the anchor, about 10 minutes (ARS-18). */
export const questionnaireJ4: Questionnaire = {
  ...parts.shared,
  id: 'j4',
  title: 'Suivi : contact supplémentaire',
  advice: {
    before: 'respect',
    text: 'Rappel des consignes {de-mesure} :',
    items: ['{element:rester-chez-soi}', '{element:masque}', '{element:visites}', '{element:aggravation}'],
    said: 'Les consignes ont été rappelées',
    read: 'J’ai lu ces consignes',
  },
  questions,
  levels: parts.levelsWithSupport,
  referrals: [
    parts.severeReferral,
    {
      cell: 'ctai-{departement}',
      reason: 'Besoin d’un logement pour s’isoler',
      levels: ['appui', 'urgence'],
      whenAny: [{ question: 'besoin', answers: ['logement', 'plusieurs'] }],
    },
    {
      cell: 'ctai-{departement}',
      reason: 'Besoin de courses ou d’une aide à la maison',
      levels: ['appui', 'urgence'],
      whenAny: [{ question: 'besoin', answers: ['domicile', 'plusieurs'] }],
    },
    {
      cell: 'equipe-mobile-{departement}',
      reason: 'Visite à domicile demandée',
      levels: ['appui', 'urgence'],
      whenAny: [{ question: 'besoin', answers: ['visite', 'plusieurs'] }],
    },
  ],
  instructions: [
    parts.refusalInstruction,
    {
      whenAll: [{ question: 'etat', answers: ['moins-bien'] }],
      conduct: '{element:degradation}',
      selfService: '{element:degradation}',
    },
    {
      whenAll: [{ question: 'respect', answers: ['en-partie', 'non'] }],
      conduct: '{element:rester-chez-soi}',
      selfService: '{element:rester-chez-soi}',
    },
  ],
};
