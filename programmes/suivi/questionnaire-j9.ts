import type { Question, Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import * as parts from './questionnaire-parts.ts';

const questions: readonly Question[] = [
  ...parts.consent(
    'Voici le dernier point de votre suivi. Voulez-vous le faire ?',
    'Voici le dernier point du suivi de cette personne. Voulez-vous le faire ?',
    'Non, je veux arrêter ce suivi',
  ),
  parts.severeSigns,
  ...parts.facts,
  {
    id: 'symptomes',
    kind: 'closed',
    text: 'Ces deux derniers jours, avez-vous eu de la fièvre ou du mal à respirer ?',
    thirdPerson: 'Ces deux derniers jours, la personne a-t-elle eu de la fièvre ou du mal à respirer ?',
    answers: [
      { code: 'non', label: 'Non', points: 0 },
      { code: 'oui', label: 'Oui', points: 10, effect: 'symptomatic' },
    ],
  },
];

/** Second contact of cases, nine days after the anchor, about 4 minutes: is isolation over, and what of the seven days after (ARS-20). */
export const questionnaireJ9: Questionnaire = {
  ...parts.shared,
  id: 'j9',
  title: 'Suivi : deuxième prise de contact',
  advice: {
    before: 'symptomes',
    text: 'Jusqu’à la fin {de-mesure} :',
    items: ['{element:rester-chez-soi}', '{element:aggravation}'],
    said: 'Les consignes ont été rappelées',
    read: 'J’ai lu ces consignes',
  },
  questions,
  levels: parts.levels,
  referrals: [parts.severeReferral],
  instructions: [
    parts.refusalInstruction,
    {
      whenAll: [{ question: 'symptomes', answers: ['non'] }],
      conduct: '{element:fin-isolement}',
      selfService: '{element:fin-isolement}',
    },
    {
      whenAll: [{ question: 'symptomes', answers: ['non'] }],
      conduct: '{element:sept-jours}',
      selfService: '{element:sept-jours}',
    },
    {
      whenAll: [{ question: 'symptomes', answers: ['oui'] }],
      conduct: '{element:isolement-prolonge}',
      selfService: '{element:isolement-prolonge}',
    },
  ],
};
