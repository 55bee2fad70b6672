import type { AttemptPolicy } from '../../domain/attempt/attempt-policy.ts';
import type { CampaignType } from '../../domain/campaign/campaign-type.ts';

/**
 * « Celui-ci est renouvelé une fois dans la journée » (ARS-11): two attempts, two hours apart. Where the day is too short for the second, it is the
 * first call of the next open day. Opening hours are the calendar's alone, so that an order to extend them needs nothing here (ARS-39).
 */
const policy: AttemptPolicy = {
  maxAttempts: 2,
  withinHours: 14 * 24,
  countedFrom: 'activation',
  minimumGapMinutes: 120,
  dayParts: [{ code: 'journee', from: '08:00', to: '20:00' }],
  minimumDayParts: 1,
  freeRetries: { count: 0, afterMinutes: 15 },
  ringSeconds: 30,
  callingWindow: { from: '08:00', to: '20:00' },
  voicemailMessages: 0,
};

function moment(code: string, label: string, questionnaire: string, scheme: string): CampaignType {
  return {
    code,
    label,
    fed: true,
    questionnaire,
    policy,
    startWithinHours: 1,
    restartNoSoonerThanHours: 0,
    scheme,
    mode: 'progressive',
    pacing: { ratio: 1, afterCallMedianSeconds: 45, waitingThreshold: 0 },
    texts: {
      announcement: "Bonjour. Ici le service de suivi de l'ARS Provence-Alpes-Côte d'Azur.",
      ringBack: "Bonjour. Merci de rappeler le service de suivi de l'ARS. Nous vous avions appelé.",
    },
  };
}

/** One a moment of the protocol: who is due for a call is handed to it (ARS-05). */
export const campaignTypes: readonly CampaignType[] = [
  moment('j2', 'J2 – premier contact', 'j2', 'SUIVI_J2'),
  moment('j4', 'J4 – contact supplémentaire', 'j4', 'SUIVI_J4'),
  moment('j7', 'J7 – deuxième contact', 'j7', 'SUIVI_J7'),
  // Test not done at J7: the same questions, two days later.
  moment('j7bis', 'J7 – troisième contact', 'j7', 'SUIVI_J7'),
  moment('j9', 'J9 – deuxième contact', 'j9', 'SUIVI_J9'),
];
