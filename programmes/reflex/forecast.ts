import type { CampaignForecast } from '../../domain/forecast/campaign-forecast.ts';

/** Elderly people at home answer best before noon and late in the afternoon. */
const dayParts = { matin: 1.1, midi: 0.85, 'apres-midi': 0.95, soir: 1.1 };

/**
 * Plausible until the City's own cycles are measured: groups of the register by age, whose chances differ from one person to another. Together they
 * give 65 to 70 % of complete questionnaires after four attempts (REFLEX-17); 5.5 minutes for one, 45 seconds lost on any other attempt.
 */
export const forecast: CampaignForecast = {
  reach: {
    groups: [
      { label: '85 ans et plus', share: 0.45, alpha: 1.3, beta: 2.1, dayParts, stopShare: 0.01 },
      { label: 'De 75 à 84 ans', share: 0.35, alpha: 1.2, beta: 2.2, dayParts, stopShare: 0.01 },
      { label: 'Moins de 75 ans', share: 0.2, alpha: 1, beta: 2.4, dayParts, stopShare: 0.02 },
    ],
    evidencePeople: 3_000,
  },
  completion: 0.93,
  handling: { usefulSeconds: 330, failedSeconds: 45, variation: 0.5 },
  // « Jaune », or as wished: a third of a conversation, and one try in which nobody answers.
  promisedCalls: { share: 0.12, seconds: 140 },
  occupancy: 0.85,
  objective: 0.65,
  dialsPerSecond: 2,
  // Euros: an hour of a teleworking agent, an hour of opening (supervision), a call at once more.
  costs: { agentHour: 32, openHour: 120, line: 1 },
};
