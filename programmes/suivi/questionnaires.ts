import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';

/** A questionnaire of one question: what a moment asks at the least. */
function howAreYou(id: string, title: string): Questionnaire {
  return {
    id,
    title,
    opening: {
      text: 'Bonjour, je suis {agent}, du service de suivi de l’ARS. Est-ce bien {person} ?',
      selfService: 'Bonjour. Le service de suivi de l’ARS prend de vos nouvelles. Qui répond ?',
      answers: { person: 'La personne suivie', relative: 'Un proche', 'wrong-number': 'Mauvais numéro' },
    },
    advice: {
      text: 'Pendant le suivi :',
      items: ['En cas de malaise, appelez le 15.'],
      said: 'Les consignes ont été dites',
      read: 'J’ai pris connaissance des consignes',
    },
    emergency: {
      alert: 'urgence-vitale',
      level: 'grave',
      cell: 'coordination',
      reason: 'Urgence vitale signalée',
      text: 'Urgence vitale : faites appeler le 15 ou le 112. Restez en ligne.',
      selfService: 'Appelez le 15 ou le 112 maintenant.',
    },
    questions: [
      {
        id: 'etat',
        kind: 'closed',
        text: 'Comment vous sentez-vous aujourd’hui ?',
        thirdPerson: 'Comment se sent cette personne aujourd’hui ?',
        answers: [
          { code: 'bien', label: 'Bien', points: 0 },
          { code: 'mal', label: 'Mal', points: 10 },
        ],
      },
    ],
    hardRules: [],
    levels: [
      {
        code: 'simple',
        label: 'Simple',
        from: 0,
        to: 9,
        conduct: 'Remerciez la personne.',
        selfService: 'Merci.',
        route: 'advice',
      },
      {
        code: 'grave',
        label: 'Grave',
        from: 10,
        conduct: 'Conseillez un médecin.',
        selfService: 'Merci. Consultez un médecin.',
        route: 'referral',
      },
    ],
    referrals: [{ cell: 'coordination', reason: 'Se sent mal', levels: ['grave'] }],
    comment: 'Commentaire (ni nom, ni numéro)',
  };
}

export const questionnaires: readonly Questionnaire[] = [
  howAreYou('j2', 'Suivi J2'),
  howAreYou('j4', 'Suivi J4'),
  howAreYou('j7', 'Suivi J7'),
  howAreYou('j9', 'Suivi J9'),
];
