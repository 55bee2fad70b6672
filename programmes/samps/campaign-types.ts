import type { AttemptPolicy } from '../../domain/attempt/attempt-policy.ts';
import type { CampaignType } from '../../domain/campaign/campaign-type.ts';
import { ordersForecast, staffing } from './orders-forecast.ts';
import { fileScript } from './script.ts';

/**
 * The tender gives no number of attempts: three until the deadline of the order, in two parts of the day, five hours apart, so that nobody is rung twice
 * on one morning. Nobody is dialled outside 07:30 to 16:00 (SAMPS-34).
 */
const policy: AttemptPolicy = {
  maxAttempts: 3,
  // The deadline of the order comes first; no order lasts longer than this.
  withinHours: 60 * 24,
  countedFrom: 'first-opening',
  minimumGapMinutes: 300,
  dayParts: [
    { code: 'matin', from: '07:30', to: '10:00' },
    { code: 'midi', from: '10:00', to: '13:00' },
    { code: 'apres-midi', from: '13:00', to: '16:00' },
  ],
  minimumDayParts: 2,
  freeRetries: { count: 1, afterMinutes: 30 },
  ringSeconds: 30,
  callingWindow: { from: '07:30', to: '16:00' },
  voicemailMessages: 1,
};

const common = {
  ordered: staffing,
  script: fileScript.id,
  policy,
  startWithinHours: 24,
  restartNoSoonerThanHours: 24,
  scheme: 'NON_QUALIFIE',
  mode: 'progressive',
  forecast: ordersForecast,
  // Inbound calls first (SAMPS-29): nobody is dialled while anybody waits.
  pacing: { ratio: 1, afterCallMedianSeconds: 60, waitingThreshold: 0 },
} as const;

/** Files to renew and files that lack documents, of the three aids (SAMPS-30): the file of each person says which aid. */
export const campaignTypes: readonly CampaignType[] = [
  {
    ...common,
    code: 'renouvellement',
    label: 'Dossier à renouveler',
    texts: {
      announcement: 'Bonjour. La province Sud, service des aides sociales, vous appelle au sujet de votre dossier.',
      ringBack: 'Bonjour. Merci de rappeler la province Sud. Nous vous avions appelé au sujet de votre dossier.',
    },
  },
  {
    ...common,
    code: 'incomplet',
    label: 'Dossier incomplet',
    texts: {
      announcement: 'Bonjour. La province Sud, service des aides sociales, vous appelle au sujet de votre dossier.',
      ringBack: 'Bonjour. Merci de rappeler la province Sud. Nous vous avions appelé au sujet de votre dossier.',
    },
  },
];
