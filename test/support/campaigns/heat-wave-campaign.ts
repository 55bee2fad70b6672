import type { CampaignType } from '../../../domain/campaign/campaign-type.ts';
import { policy } from '../../domain/attempt/heat-wave.ts';

export const heatWave: CampaignType = {
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
  pacing: { ratio: 1, afterCallMedianSeconds: 40, waitingThreshold: 0 },
  texts: { announcement: 'La Ville de Paris vous appelle.', ringBack: 'Merci de rappeler la Ville de Paris.' },
};

export const schemes = [
  { code: 'CANICULE', label: 'Canicule', key: '1', queue: 'reflex-canicule' },
  { code: 'NON_QUALIFIE', label: 'Non qualifié', key: '0', queue: 'reflex-canicule' },
];
