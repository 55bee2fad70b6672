import type { CallProgramme } from '../../domain/programme/programme.ts';
import { watchCallsAndCampaigns } from '../watch-rules.ts';
import { appointments } from './appointments.ts';
import { calendar } from './calendar.ts';
import { campaignTypes } from './campaign-types.ts';
import { sampsCards } from './cards.ts';
import { messages } from './messages.ts';
import { motives } from './motives.ts';
import { places } from './places.ts';
import { renewals } from './renewals.ts';
import { schemes } from './schemes.ts';
import { fileScript } from './script.ts';
import { texts } from './texts.ts';
import { training } from './training.ts';

/** Call centre of the aids of Province Sud (DPASS/SAMPS), tender of January 2025. */
export const samps: CallProgramme = {
  name: 'samps',
  title: 'SAMPS – Province Sud',
  defaultCountry: 'NC',
  calendar,
  schemes,
  motives,
  // SAMPS-04, A-03: the tender gives no number of attempts; these are ours, first the same day, last before the end of the next open day.
  // The window begins with the service: who rang at 07:31 may be rung at 07:32 (SAMPS-07, COMMON-08).
  callbackPolicy: {
    maxAttempts: 3,
    minimumGapMinutes: 60,
    deadlineOpenDays: 1,
    ringSeconds: 30,
    callingWindow: { from: '07:30', to: '20:00' },
  },
  texts,
  answerRateObjective: 0.8,
  // « Le démarchage téléphonique » (tender § 1.2.2, SAMPS-29..34). Nobody is referred to cells, and there is no questionnaire: a script and its outcome.
  outbound: { campaignTypes, questionnaires: [], scripts: [fileScript], renewals },
  knowledge: { cards: sampsCards, places },
  appointments,
  training,
  messages,
  watchRules: watchCallsAndCampaigns,
};
