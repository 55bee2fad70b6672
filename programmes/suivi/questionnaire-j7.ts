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
    id: 'resultat',
    kind: 'closed',
    text: 'Quel est le résultat de votre test du septième jour ?',
    thirdPerson: 'Quel est le résultat du test du septième jour de cette personne ?',
    answers: [
      { code: 'negatif', label: 'Négatif', points: 0 },
      { code: 'positif', label: 'Positif', points: 10 },
      { code: 'pas-recu', label: 'Test fait, résultat pas encore reçu', points: 0 },
      { code: 'pas-fait', label: 'Test pas fait', points: 0, effect: 'not-tested' },
    ],
  },
  {
    id: 'symptomes',
    kind: 'closed',
    text: 'Avez-vous de la fièvre, de la toux, ou un autre symptôme ?',
    thirdPerson: 'La personne a-t-elle de la fièvre, de la toux, ou un autre symptôme ?',
    skipWhenAny: [{ question: 'resultat', answers: ['positif', 'pas-recu', 'pas-fait'] }],
    answers: [
      { code: 'non', label: 'Non', points: 0 },
      { code: 'oui', label: 'Oui', points: 10, effect: 'symptomatic' },
    ],
  },
];

const follows = (element: string, ...whenAll: readonly (readonly [string, string])[]) => ({
  whenAll: whenAll.map(([question, answer]) => ({ question, answers: [answer] })),
  conduct: `{element:${element}}`,
  selfService: `{element:${element}}`,
});

/** Second contact of contacts, seven days after the anchor, about 4 minutes: the result is declared, nobody checks it (ARS-19). */
export const questionnaireJ7: Questionnaire = {
  ...parts.shared,
  id: 'j7',
  title: 'Suivi : deuxième prise de contact',
  advice: {
    before: 'resultat',
    text: 'Jusqu’au résultat du test :',
    items: ['{element:rester-chez-soi}', '{element:aggravation}'],
    said: 'Les consignes ont été rappelées',
    read: 'J’ai lu ces consignes',
  },
  questions,
  levels: parts.levels,
  referrals: [parts.severeReferral],
  instructions: [
    parts.refusalInstruction,
    follows('fin-quarantaine', ['resultat', 'negatif'], ['symptomes', 'non']),
    follows('sept-jours', ['resultat', 'negatif'], ['symptomes', 'non']),
    follows('negatif-symptomes', ['resultat', 'negatif'], ['symptomes', 'oui']),
    follows('test-positif', ['resultat', 'positif']),
    follows('resultat-attendu', ['resultat', 'pas-recu']),
    follows('test-a-faire', ['resultat', 'pas-fait']),
  ],
};
