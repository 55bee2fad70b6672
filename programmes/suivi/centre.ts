import type { Centre, DemoAgent } from '../centre.ts';
import { flowTexts } from './texts.ts';

const firstNames = ['Alice', 'Basile', 'Camille', 'Denis', 'Émilie', 'Fabien', 'Giulia', 'Hakim', 'Iris', 'Joël'];
const lastNames = ['Arnaud', 'Blanc', 'Ferrero', 'Giraud'];
/** Every third has worked with patients: the skill « santé » that J4 calls need (ARS-42). */
const healthEvery = 3;

/** Invented people, who answer by themselves as calls come: the 34 that 3 000 calls a day of the real mix take are the first ones. */
const demoAgents: readonly DemoAgent[] = lastNames
  .flatMap((lastName) => firstNames.map((firstName) => ({ firstName, lastName })))
  .map(({ firstName, lastName }, index) => ({
    userName: `${plain(firstName)}.${plain(lastName)}`,
    firstName,
    lastName,
    routingProfile: index % healthEvery === 0 ? 'suivi-conseiller-sante' : 'suivi-conseiller',
    securityProfiles: ['suivi-conseiller'],
    // Long enough to finish a questionnaire after the person has hung up.
    afterCallWorkSeconds: 120,
    autoAccept: true,
  }));

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

export const suiviCentre: Centre = {
  hours: { name: 'suivi', description: 'Horaires du suivi, heure de Paris (secours du calendrier du programme)' },
  queues: [
    { name: 'suivi-appels', description: 'Suivi – Appels J2, J7 et J9, et personnes qui rappellent', maxContacts: 50 },
    { name: 'suivi-sante', description: 'Suivi – Appels J4, conseillers formés à la santé', maxContacts: 20 },
  ],
  routingProfiles: [
    {
      name: 'suivi-conseiller',
      description: 'Conseiller du suivi',
      queues: [{ name: 'suivi-appels', priority: 1, delaySeconds: 0 }],
      outboundQueue: 'suivi-appels',
    },
    {
      name: 'suivi-conseiller-sante',
      description: 'Conseiller du suivi, compétence santé',
      queues: [
        { name: 'suivi-sante', priority: 1, delaySeconds: 0 },
        { name: 'suivi-appels', priority: 2, delaySeconds: 0 },
      ],
      outboundQueue: 'suivi-sante',
    },
  ],
  agentStatuses: [
    { name: 'Pause', description: 'Pause courte', order: 1 },
    { name: 'Déjeuner', description: 'Pause déjeuner', order: 2 },
    { name: 'Formation', description: 'Formation ou réunion', order: 3 },
  ],
  securityProfiles: [
    { name: 'suivi-conseiller', description: 'Conseiller du suivi', role: 'agent' },
    { name: 'suivi-superviseur', description: 'Superviseur du suivi', role: 'supervisor' },
  ],
  demoAgents,
  flowTexts,
};
