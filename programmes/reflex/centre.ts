import type { Centre, DemoAgent } from '../centre.ts';
import { flowTexts } from './texts.ts';

const firstNames = ['Amina', 'Bruno', 'Chloé', 'David', 'Élise', 'Farid', 'Gaëlle', 'Hugo', 'Inès', 'Jules', 'Karim'];
const lastNames = ['Moreau', 'Diallo', 'Lambert', 'Nguyen', 'Costa'];

/** Invented people, who answer from home by themselves as calls come (« dispositif en télétravail », REFLEX-26): 55 of them (REFLEX-31). */
const demoAgents: readonly DemoAgent[] = lastNames.flatMap((lastName) =>
  firstNames.map((firstName) => ({
    userName: `${plain(firstName)}.${plain(lastName)}`,
    firstName,
    lastName,
    routingProfile: 'reflex-conseiller',
    securityProfiles: ['reflex-conseiller'],
    // Long enough to finish a questionnaire after the person has hung up.
    afterCallWorkSeconds: 120,
    autoAccept: true,
  })),
);

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

export const reflexCentre: Centre = {
  hours: { name: 'reflex', description: 'Horaires de Reflex, heure de Paris (secours du calendrier du programme)' },
  // One queue for those we call and those who ring back: the priority of the contact puts whom we called before.
  queues: [{ name: 'reflex-canicule', description: 'Reflex – Campagne d’appels', maxContacts: 50 }],
  routingProfiles: [
    {
      name: 'reflex-conseiller',
      description: 'Conseiller Reflex',
      queues: [{ name: 'reflex-canicule', priority: 1, delaySeconds: 0 }],
      outboundQueue: 'reflex-canicule',
    },
  ],
  agentStatuses: [
    { name: 'Pause', description: 'Pause courte', order: 1 },
    { name: 'Déjeuner', description: 'Pause déjeuner', order: 2 },
    { name: 'Formation', description: 'Formation ou réunion', order: 3 },
  ],
  securityProfiles: [
    { name: 'reflex-conseiller', description: 'Conseiller Reflex', role: 'agent' },
    { name: 'reflex-superviseur', description: 'Superviseur Reflex', role: 'supervisor' },
  ],
  demoAgents,
  flowTexts,
};
