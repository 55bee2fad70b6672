import type { OrderedVolume } from '../../domain/follow-up/order-volume.ts';
import type { Moment, Protocol } from '../../domain/follow-up/protocol.ts';

const sms = { smsAt: '09:00', latestSmsAt: '15:00', answerBy: '13:00', linkDays: 3, carryOpenDays: 1 } as const;

/** J2, J4, J7 and J9 (ARS-15, -16); the third contact of who was not tested is two days after J7. */
const moments: readonly Moment[] = [
  {
    code: 'j2',
    label: 'J2',
    callLabel: '1er contact',
    statuses: ['case', 'contact'],
    day: 2,
    template: 'suivi-j2',
    handlingSeconds: 420,
    ...sms,
  },
  {
    code: 'j4',
    label: 'J4',
    callLabel: 'Contact supplémentaire',
    statuses: ['case', 'contact'],
    day: 4,
    only: 'vulnerable',
    template: 'suivi-j4',
    handlingSeconds: 600,
    ...sms,
  },
  {
    code: 'j7',
    label: 'J7',
    callLabel: '2e prise de contact',
    statuses: ['contact'],
    day: 7,
    template: 'suivi-j7',
    handlingSeconds: 240,
    ...sms,
  },
  {
    code: 'j7bis',
    label: 'J7 bis',
    callLabel: '3e prise de contact',
    statuses: ['contact'],
    day: 9,
    only: 'not-tested',
    template: 'suivi-j7',
    handlingSeconds: 240,
    ...sms,
  },
  {
    code: 'j9',
    label: 'J9',
    callLabel: '2e prise de contact',
    statuses: ['case'],
    day: 9,
    template: 'suivi-j9',
    handlingSeconds: 240,
    ...sms,
  },
];

const refusalMotives = [
  { code: 'pas-le-temps', label: 'Pas le temps' },
  { code: 'suivi-medecin', label: 'Déjà suivi par un médecin' },
  { code: 'ne-souhaite-pas', label: 'Ne souhaite pas communiquer' },
  { code: 'mefiance', label: 'Méfiance' },
  { code: 'autre', label: 'Autre motif ou non précisé' },
];

const vulnerabilityReasons = [
  { code: 'logement', label: 'Logement' },
  { code: 'ravitaillement', label: 'Ravitaillement' },
  { code: 'personne-a-charge', label: 'Enfants ou personne à charge' },
  { code: 'travail', label: 'Travail' },
  { code: 'isolement', label: 'Isolement' },
  { code: 'autre', label: 'Autre' },
];

export const protocol: Protocol = {
  statuses: [
    { code: 'case', label: 'Malade' },
    { code: 'contact', label: 'Cas contact' },
  ],
  moments,
  freezeAt: '09:00',
  lateDays: 14,
  unreachable: 'abandon',
  refusalMotives,
  abandonMotives: [
    { code: 'injoignable', label: 'Injoignable' },
    { code: 'hospitalise', label: 'Hospitalisé' },
    { code: 'parti', label: 'Parti hors de la région' },
    { code: 'deces', label: 'Décès' },
    { code: 'demande-arret', label: 'Demande d’arrêt' },
    { code: 'langue', label: 'Langue ou audition, sans interprète' },
    { code: 'sans-numero', label: 'Aucun numéro utilisable' },
    { code: 'capacite', label: 'Non appelé faute de capacité' },
  ],
  vulnerabilityReasons,
  vulnerabilityDefinition:
    'Personne dont la situation sociale ou matérielle ne lui permet pas le respect des consignes de quarantaine ou d’isolement.',
  // seven, ten, four and four minutes on this mix are 5.8, not the four that the tender hopes for.
  planning: {
    mix: { j2: 0.4, j4: 0.1, j7: 0.3, j9: 0.2 },
    occupancy: 0.85,
    textsWithinMinutes: 60,
    noticeHours: 48,
  },
  territories: [
    { code: '04', label: 'Alpes-de-Haute-Provence' },
    { code: '05', label: 'Hautes-Alpes' },
    { code: '06', label: 'Alpes-Maritimes' },
    { code: '13', label: 'Bouches-du-Rhône' },
    { code: '83', label: 'Var' },
    { code: '84', label: 'Vaucluse' },
  ],
};

/** First contacts first, then the most fragile: until an order says otherwise (ARS-41). */
export const callPriority = ['j4', 'j2', 'j7', 'j9', 'j7bis'];

/** « Autour de 3000 appels/jour » (ARS-35), until an order says otherwise. */
export const volume: OrderedVolume = { callsPerDay: 3_000 };
