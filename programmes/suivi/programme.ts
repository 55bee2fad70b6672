import type { CallProgramme } from '../../domain/programme/programme.ts';
import { watchAll } from '../watch-rules.ts';
import { calendar } from './calendar.ts';
import { campaignTypes } from './campaign-types.ts';
import { dashboard } from './dashboard.ts';
import { messages } from './messages.ts';
import { callPriority, protocol, volume } from './protocol.ts';
import { questionnaires } from './questionnaires.ts';
import { referralRules } from './referrals.ts';
import { retention } from './retention.ts';
import { survey } from './survey.ts';
import { texts } from './texts.ts';

/** Follow-up of cases and contacts at home for the ARS of Provence-Alpes-Côte d’Azur, tender of 2020: an SMS first, a call for who does not answer. */
export const suivi: CallProgramme = {
  name: 'suivi',
  title: 'Suivi – ARS PACA',
  defaultCountry: 'FR',
  hostsHealthData: true,
  // Teams are in France or in another country of the European Union (ARS-43), overseas departments included.
  signInCountries: [
    ...['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'MF'],
    ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV'],
    ...['MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
  ],
  calendar,
  schemes: [
    { code: 'SUIVI_J2', label: 'Suivi J2', key: '1', queue: 'suivi-appels' },
    { code: 'SUIVI_J4', label: 'Suivi J4', key: '2', queue: 'suivi-sante' },
    { code: 'SUIVI_J7', label: 'Suivi J7', key: '3', queue: 'suivi-appels' },
    { code: 'SUIVI_J9', label: 'Suivi J9', key: '4', queue: 'suivi-appels' },
    { code: 'NON_QUALIFIE', label: 'Non qualifié', key: '0', queue: 'suivi-appels' },
  ],
  motives: [
    { code: 'RAPPEL_SUIVI', label: 'Rappelle après un appel ou un SMS du suivi' },
    { code: 'ARRET', label: 'Ne veut plus être suivi' },
    { code: 'AUTRE', label: 'Autre motif' },
  ],
  callbackPolicy: {
    maxAttempts: 3,
    minimumGapMinutes: 60,
    deadlineOpenDays: 1,
    ringSeconds: 30,
    callingWindow: { from: '09:00', to: '20:00' },
  },
  texts,
  answerRateObjective: 0.8,
  outbound: { campaignTypes, questionnaires, referralRules },
  followUp: { protocol, callPriority, volume, dashboard },
  survey,
  messages,
  retention,
  watchRules: watchAll,
};
