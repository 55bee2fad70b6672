import type { AttemptPolicy } from '../../domain/attempt/attempt-policy.ts';
import type { CampaignType } from '../../domain/campaign/campaign-type.ts';
import { forecast } from './forecast.ts';

/** « Jusqu’à 4 tentatives d’appels sous 48 heures » (REFLEX-03), spread over the day (REFLEX-04); busy lines are tried again soon, for free. */
const policy: AttemptPolicy = {
  maxAttempts: 4,
  withinHours: 48,
  countedFrom: 'activation',
  minimumGapMinutes: 120,
  dayParts: [
    { code: 'matin', from: '09:00', to: '12:00' },
    { code: 'midi', from: '12:00', to: '14:00' },
    { code: 'apres-midi', from: '14:00', to: '17:00' },
    { code: 'soir', from: '17:00', to: '19:00' },
  ],
  minimumDayParts: 3,
  freeRetries: { count: 2, afterMinutes: 15 },
  ringSeconds: 30,
  callingWindow: { from: '09:00', to: '20:00' },
  voicemailMessages: 1,
  // « Rappel à 24 h » of level yellow, or asked for at the end of the questionnaire: later the same day or the next morning, twice at most.
  promisedCall: { withinHours: 24, notBeforeHours: 4, attempts: 2 },
};

/** Other crises are other entries, live content like this one (REFLEX-10). */
export const campaignTypes: readonly CampaignType[] = [
  {
    code: 'canicule',
    label: 'Canicule',
    crisis: 'canicule',
    triggerLevel: 3,
    questionnaire: 'canicule',
    policy,
    cycleHours: 48,
    startWithinHours: 4,
    restartNoSoonerThanHours: 24,
    scheme: 'CANICULE',
    mode: 'progressive',
    forecast,
    pacing: { ratio: 1, afterCallMedianSeconds: 45, waitingThreshold: 0 },
    texts: {
      announcement:
        'Bonjour. Ici la Ville de Paris, registre Reflex. Nous prenons de vos nouvelles pendant la canicule.',
      ringBack: 'Bonjour. Merci de rappeler la Ville de Paris. Nous vous avions appelé pour prendre de vos nouvelles.',
    },
  },
];
