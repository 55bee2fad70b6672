import type {
  Emergency,
  HardRule,
  Level,
  Opening,
  Question,
  ReferralRule,
  Term,
} from '../../domain/questionnaire/questionnaire.ts';

/** What the scripts of all moments share (ARS-17 to ARS-20, ARS-51). */
const opening: Opening = {
  text: 'Bonjour, je suis {agent}, j’appelle pour le suivi de l’ARS Provence-Alpes-Côte d’Azur. Est-ce bien {person} ? Pour vérifier, quelle est votre date de naissance ?',
  selfService: 'Qui répond à ces questions ?',
  answers: {
    person: 'La personne suivie',
    relative: 'Un proche, pour elle',
    'wrong-number': 'Ce message n’est pas pour moi',
  },
  variants: [
    {
      when: { question: 'mineur', answers: ['oui'] },
      text: 'Bonjour, je suis {agent}, j’appelle pour le suivi de l’ARS Provence-Alpes-Côte d’Azur, au sujet de {person}. Êtes-vous son parent ou son représentant légal ? Pour vérifier, quelle est la date de naissance de l’enfant ?',
      selfService: 'Ce suivi concerne un enfant. Qui répond à ces questions ?',
      answers: {
        person: 'L’enfant, avec l’accord de son parent',
        relative: 'Son parent ou son représentant légal',
        'wrong-number': 'Ce message n’est pas pour moi',
      },
    },
  ],
};

/** Consent comes first; who says no gives a motive of the closed list, and that is all (ARS-22). */
export function consent(text: string, thirdPerson: string, refusal: string): readonly Question[] {
  return [
    {
      id: 'consentement',
      kind: 'closed',
      text,
      thirdPerson,
      answers: [
        { code: 'oui', label: 'Oui', points: 0, next: 'signes' },
        { code: 'non', label: refusal, points: 0 },
      ],
    },
    {
      id: 'motif-refus',
      kind: 'closed',
      text: 'Pour quelle raison ?',
      thirdPerson: 'Pour quelle raison ?',
      skipWhenAny: [{ question: 'consentement', answers: ['oui'] }],
      answers: [
        ['pas-le-temps', 'Pas le temps'],
        ['suivi-medecin', 'Déjà suivi par un médecin'],
        ['ne-souhaite-pas', 'Ne souhaite pas communiquer'],
        ['mefiance', 'Manque de confiance'],
        ['autre', 'Autre raison'],
      ].map(([code = '', label = '']) => ({ code, label, points: 0, next: 'end', effect: 'refused' as const })),
    },
  ];
}

/** Before any other question about health (ARS-51). */
export const severeSigns: Question = {
  id: 'signes',
  kind: 'closed',
  text: 'Avez-vous en ce moment un de ces signes : grande difficulté à respirer, douleur dans la poitrine, malaise, lèvres bleues, idées confuses ?',
  thirdPerson:
    'La personne a-t-elle en ce moment un de ces signes : grande difficulté à respirer, douleur dans la poitrine, malaise, lèvres bleues, idées confuses ?',
  answers: [
    { code: 'non', label: 'Non, aucun', points: 0 },
    { code: 'oui', label: 'Oui, au moins un', points: 1000 },
  ],
};

/** What the file says of people; asked only of whom it says nothing. */
export const facts: readonly Question[] = [
  {
    id: 'statut',
    kind: 'closed',
    fact: 'statut',
    text: 'Pourquoi êtes-vous suivi ?',
    thirdPerson: 'Pourquoi cette personne est-elle suivie ?',
    answers: [
      { code: 'case', label: 'Test positif', points: 0 },
      { code: 'contact', label: 'Contact avec une personne positive', points: 0 },
    ],
  },
  {
    id: 'departement',
    kind: 'closed',
    fact: 'departement',
    text: 'Dans quel département habitez-vous ?',
    thirdPerson: 'Dans quel département cette personne habite-t-elle ?',
    answers: [
      { code: '04', label: 'Alpes-de-Haute-Provence', points: 0 },
      { code: '05', label: 'Hautes-Alpes', points: 0 },
      { code: '06', label: 'Alpes-Maritimes', points: 0 },
      { code: '13', label: 'Bouches-du-Rhône', points: 0 },
      { code: '83', label: 'Var', points: 0 },
      { code: '84', label: 'Vaucluse', points: 0 },
    ],
  },
  {
    id: 'mineur',
    kind: 'closed',
    fact: 'mineur',
    text: 'Avez-vous moins de 18 ans ?',
    thirdPerson: 'Cette personne a-t-elle moins de 18 ans ?',
    answers: [
      { code: 'non', label: 'Non', points: 0 },
      { code: 'oui', label: 'Oui', points: 0 },
    ],
  },
];

const territory = 'equipe-mobile-{departement}';

const emergency: Emergency = {
  alert: 'urgence-vitale',
  level: 'urgence',
  cell: territory,
  reason: 'Urgence vitale signalée pendant le suivi',
  text: 'Urgence vitale : faites appeler le 15, ou transférez l’appel au SAMU. Restez en ligne.',
  selfService: 'Appelez le 15 maintenant. Si vous ne pouvez pas parler, envoyez un SMS au 114.',
};

const severeRule: HardRule = {
  alert: 'signes-graves',
  label: 'Signes graves déclarés',
  whenAll: [{ question: 'signes', answers: ['oui'] }],
  level: 'urgence',
  stop: true,
};

export const severeReferral: ReferralRule = {
  cell: territory,
  reason: 'Signes graves déclarés, appel au 15 conseillé',
  levels: ['urgence'],
};

const saved = 'Vos réponses sont enregistrées.';

const simple = {
  code: 'simple',
  label: 'Suivi simple',
  from: 0,
  to: 9,
  conduct: 'Remerciez la personne. Rappelez-lui d’appeler le 15 si son état s’aggrave.',
  selfService: saved,
  route: 'advice',
} as const satisfies Level;

const doctor = {
  code: 'medecin',
  label: 'Avis médical',
  from: 10,
  conduct: 'Conseillez de joindre un médecin aujourd’hui, ou une téléconsultation.',
  selfService: `${saved} Joignez votre médecin aujourd’hui, ou une téléconsultation.`,
  route: 'advice',
} as const;

const support = {
  code: 'appui',
  label: 'Appui demandé',
  from: 100,
  to: 999,
  conduct: 'Annoncez que la demande est transmise aux équipes d’appui du département, qui rappelleront la personne.',
  selfService: `${saved} Votre demande est transmise aux équipes d’appui de votre département, qui vous appelleront.`,
  route: 'referral',
} as const satisfies Level;

const severe = {
  code: 'urgence',
  label: 'Signes graves',
  from: 1000,
  conduct: 'Vérifiez que le 15 est appelé. L’équipe mobile du département est prévenue.',
  selfService: 'Appelez le 15 maintenant.',
  route: 'referral',
} as const satisfies Level;

/** Of moments that ask for no help, and of those that do. */
export const levels: readonly Level[] = [simple, { ...doctor, to: 999 }, severe];
export const levelsWithSupport: readonly Level[] = [simple, { ...doctor, to: 99 }, support, severe];

/** Cases are isolated, contacts in quarantine. */
const terms: readonly Term[] = [
  {
    name: 'mesure',
    question: 'statut',
    words: { case: 'l’isolement', contact: 'la quarantaine' },
    otherwise: 'l’isolement ou la quarantaine',
  },
  {
    name: 'de-mesure',
    question: 'statut',
    words: { case: 'de l’isolement', contact: 'de la quarantaine' },
    otherwise: 'de l’isolement ou de la quarantaine',
  },
];

export const refusalInstruction = {
  whenAll: [{ question: 'consentement', answers: ['non'] }],
  conduct: '{element:refus}',
  selfService: '{element:refus}',
};

/** The same at each moment. */
export const shared = {
  opening,
  emergency,
  hardRules: [severeRule],
  terms,
  comment: 'Commentaire : ni nom, ni numéro, ni avis médical',
};
