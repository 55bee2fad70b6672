import type { Emergency, HardRule, Level, ReferralRule } from '../../domain/questionnaire/questionnaire.ts';

const serious = ['orange', 'rouge'];

export const emergency: Emergency = {
  alert: 'urgence-vitale',
  level: 'rouge',
  cell: 'sanitaire',
  reason: 'Urgence vitale signalée pendant l’appel',
  text: 'Urgence vitale : faites appeler le 15 ou le 112, ou transférez l’appel. Restez en ligne.',
  selfService: 'Votre réponse demande une aide médicale immédiate. Appelez le 15 ou le 112 maintenant.',
};

/** They beat the sum of points, and end the questionnaire. */
export const hardRules: readonly HardRule[] = [
  {
    alert: 'alerte-medicale',
    label: 'Plusieurs signes de coup de chaleur',
    whenAll: [{ question: 'Q2', answers: ['plusieurs'] }],
    level: 'rouge',
    stop: true,
  },
  {
    alert: 'detresse',
    label: 'Personne confuse ou essoufflée',
    whenAll: [{ question: 'Q3', answers: ['oui'] }],
    level: 'rouge',
    stop: true,
  },
];

export const levels: readonly Level[] = [
  {
    code: 'vert',
    label: 'Vert',
    from: 0,
    to: 9,
    conduct: 'Les conseils suffisent. Remerciez la personne et rappelez-lui le 15 en cas de malaise.',
    selfService: 'Merci. Suivez ces conseils, et appelez le 15 en cas de malaise.',
    route: 'advice',
  },
  {
    code: 'jaune',
    label: 'Jaune',
    from: 10,
    to: 19,
    conduct: 'Annoncez un nouvel appel dans les 24 heures.',
    selfService: 'Merci. Nous vous rappellerons dans les 24 heures.',
    route: 'callback',
  },
  {
    code: 'orange',
    label: 'Orange',
    from: 20,
    to: 34,
    conduct: 'Annoncez qu’un service de la Ville prendra contact dans les 4 heures.',
    selfService: 'Merci. Un service de la Ville prendra contact avec vous dans les 4 heures.',
    route: 'referral',
  },
  {
    code: 'rouge',
    label: 'Rouge',
    from: 35,
    conduct: 'Signalement immédiat : annoncez un appel dans les 10 minutes. En cas de détresse, le 15.',
    selfService: 'Merci. Un service de la Ville vous appelle dans les 10 minutes. En cas de détresse, appelez le 15.',
    route: 'referral',
  },
];

export const referrals: readonly ReferralRule[] = [
  {
    cell: 'sanitaire',
    reason: 'Signes de mauvais état de santé',
    levels: serious,
    whenAny: [
      { question: 'Q1', answers: ['mal'] },
      { question: 'Q2', answers: ['un', 'plusieurs'] },
      { question: 'Q3', answers: ['doute', 'oui'] },
    ],
  },
  {
    cell: 'fraicheur',
    reason: 'Logement très chaud ou sans moyen de se rafraîchir',
    levels: serious,
    whenAny: [
      { question: 'Q7', answers: ['oui-sans-protection'] },
      { question: 'Q8', answers: ['difficilement', 'non'] },
    ],
  },
  {
    cell: 'sociale',
    reason: 'Isolement, aide suspendue ou portage nécessaire',
    levels: serious,
    whenAny: [
      { question: 'Q9', answers: ['oui-personne'] },
      { question: 'Q10', answers: ['non'] },
      { question: 'Q11', answers: ['suspendue'] },
      { question: 'Q12', answers: ['non'] },
    ],
  },
  {
    cell: 'sanitaire',
    reason: 'Score élevé sans autre motif d’orientation',
    levels: serious,
    otherwise: true,
  },
  {
    cell: 'fraicheur',
    reason: 'Souhaite aller dans une salle rafraîchie',
    whenAny: [{ question: 'Q14', answers: ['oui'] }],
  },
  {
    cell: 'fichier',
    reason: 'Coordonnées ou codes d’accès à corriger',
    whenAny: [{ question: 'Q15', answers: ['non'] }],
  },
];
