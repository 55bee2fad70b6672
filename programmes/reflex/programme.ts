import type { CallProgramme } from '../../domain/programme/programme.ts';
import { watchCrises } from '../watch-rules.ts';
import { calendar } from './calendar.ts';
import { campaignTypes } from './campaign-types.ts';
import { heatWaveQuestionnaire } from './questionnaire.ts';
import { referralRules } from './referrals.ts';
import { texts } from './texts.ts';

/** Calls of the City of Paris to its registered elderly and disabled people during crises, tender of 2022. */
export const reflex: CallProgramme = {
  name: 'reflex',
  title: 'REFLEX – Ville de Paris',
  defaultCountry: 'FR',
  calendar,
  schemes: [
    { code: 'CANICULE', label: 'Canicule', key: '1', queue: 'reflex-canicule' },
    { code: 'NON_QUALIFIE', label: 'Non qualifié', key: '0', queue: 'reflex-canicule' },
  ],
  motives: [
    { code: 'RAPPEL_CAMPAGNE', label: 'Rappelle après un appel de la campagne' },
    { code: 'INSCRIPTION', label: 'Inscription, modification ou retrait du registre' },
    { code: 'AUTRE', label: 'Autre motif' },
  ],
  // Who rings and is not answered: three tries, the last before the end of the next day.
  callbackPolicy: {
    maxAttempts: 3,
    minimumGapMinutes: 60,
    deadlineOpenDays: 1,
    ringSeconds: 30,
    callingWindow: { from: '09:00', to: '20:00' },
  },
  texts,
  answerRateObjective: 0.8,
  outbound: {
    campaignTypes,
    questionnaires: [heatWaveQuestionnaire],
    referralRules,
    // « Descendu de 75 à 65 ans » (REFLEX-07).
    registerRules: { registrationAge: 65 },
  },
  watchRules: watchCrises,
};
