import type { UsefulContact } from '../../domain/survey/useful-contact.ts';

const departements = [
  ['04', 'Alpes-de-Haute-Provence'],
  ['05', 'Hautes-Alpes'],
  ['06', 'Alpes-Maritimes'],
  ['13', 'Bouches-du-Rhône'],
  ['83', 'Var'],
  ['84', 'Vaucluse'],
] as const;

/** « La liste des contacts utiles » is the ARS's to give (ARS-46): national numbers are real, those of the départements invented. */
export const usefulContacts: readonly UsefulContact[] = [
  { code: 'samu', label: 'SAMU Centre 15', phone: '15', note: 'Urgence vitale, jour et nuit' },
  {
    code: 'urgence-sms',
    label: 'Urgence par SMS',
    phone: '114',
    note: 'Personnes sourdes ou qui ne peuvent pas parler',
  },
  {
    code: 'medecin-garde',
    label: 'Médecin de garde',
    phone: '116 117',
    note: 'Avis médical quand le médecin traitant est absent',
  },
  {
    code: 'ecoute',
    label: 'Numéro national de prévention du suicide',
    phone: '3114',
    note: 'Détresse, soutien psychologique, jour et nuit',
  },
  { code: 'violences', label: 'Violences Femmes Info', phone: '3919', note: 'Écoute et orientation, jour et nuit' },
  { code: 'hebergement', label: 'Hébergement d’urgence', phone: '115', note: 'Personnes sans logement' },
  ...departements.map(([code, name]) => ({
    code: `ctai-${code}`,
    label: `Cellule territoriale d’appui à l’isolement – ${name}`,
    departements: [code],
    phone: `04 00 00 00 ${code}`,
    note: 'Logement, courses, aide à la maison ; de 9 h à 19 h',
  })),
];
