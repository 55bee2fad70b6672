import type { Centre, DemoAgent } from '../centre.ts';
import { flowTexts } from './texts.ts';

const demoAgent = (userName: string, firstName: string, lastName: string): DemoAgent => ({
  userName,
  firstName,
  lastName,
  routingProfile: 'samps-conseiller',
  securityProfiles: ['samps-conseiller'],
  afterCallWorkSeconds: 180,
});

/** Sized for about 385 calls a day and 7 agents: a full queue is some 15 minutes of waiting, past which a callback serves people better. */
export const sampsCentre: Centre = {
  hours: { name: 'samps', description: 'Horaires du SAMPS, heure de Nouméa (secours du calendrier du programme)' },
  queues: [
    { name: 'samps-aide-medicale', description: 'SAMPS – Aide médicale', maxContacts: 25 },
    {
      name: 'samps-minimum-vieillesse',
      description: 'SAMPS – Minimum vieillesse et placement en structure spécialisée',
      maxContacts: 10,
    },
    { name: 'samps-bourses', description: 'SAMPS – Bourses scolaires', maxContacts: 20 },
    { name: 'samps-non-qualifie', description: 'SAMPS – Autre demande ou dispositif non précisé', maxContacts: 15 },
  ],
  routingProfiles: [
    {
      name: 'samps-conseiller',
      description: 'Conseiller SAMPS, les trois aides',
      // One priority for all: the longest wait is served first, whatever the aid. Callbacks pass before by the priority of the contact.
      queues: [
        { name: 'samps-aide-medicale', priority: 1, delaySeconds: 0 },
        { name: 'samps-minimum-vieillesse', priority: 1, delaySeconds: 0 },
        { name: 'samps-bourses', priority: 1, delaySeconds: 0 },
        { name: 'samps-non-qualifie', priority: 1, delaySeconds: 0 },
      ],
      outboundQueue: 'samps-non-qualifie',
    },
  ],
  agentStatuses: [
    { name: 'Pause', description: 'Pause courte', order: 1 },
    { name: 'Déjeuner', description: 'Pause déjeuner', order: 2 },
    { name: 'Formation', description: 'Formation ou réunion', order: 3 },
  ],
  securityProfiles: [
    { name: 'samps-conseiller', description: 'Conseiller SAMPS', role: 'agent' },
    { name: 'samps-superviseur', description: 'Superviseur SAMPS', role: 'supervisor' },
  ],
  demoAgents: [
    demoAgent('jeanne.poithily', 'Jeanne', 'Poithily'),
    demoAgent('yannick.hnawang', 'Yannick', 'Hnawang'),
    demoAgent('malia.taofifenua', 'Malia', 'Taofifenua'),
    demoAgent('sylvain.leroux', 'Sylvain', 'Leroux'),
    demoAgent('nathalie.devambez', 'Nathalie', 'Devambez'),
    demoAgent('linda.trinh', 'Linda', 'Trinh'),
    demoAgent('moana.teriitahi', 'Moana', 'Teriitahi'),
  ],
  flowTexts,
};
