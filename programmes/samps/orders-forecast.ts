import type { CampaignForecast } from '../../domain/forecast/campaign-forecast.ts';
import type { OrderStaffing } from '../../domain/forecast/order-forecast.ts';

const dayParts = { matin: 1, midi: 0.9, 'apres-midi': 1 };

/** Plausible until the first orders are measured: families at work answer less at noon; three attempts reach some 65 people in a hundred. */
export const ordersForecast: CampaignForecast = {
  reach: {
    groups: [{ label: 'Tous', share: 1, alpha: 1.4, beta: 2.2, dayParts, stopShare: 0.02 }],
    evidencePeople: 1_000,
  },
  completion: 0.95,
  handling: { usefulSeconds: 270, failedSeconds: 40, variation: 0.5 },
  occupancy: 0.8,
  objective: 0.6,
  dialsPerSecond: 2,
  // Pacific francs: an hour of an agent, an hour of opening, a call at once more.
  costs: { agentHour: 3_600, openHour: 12_000, line: 150 },
};

/** The planned staff beside 8 000 inbound calls a month (SAMPS-02, SAMPS-29): parameters, not constants of the engine (SAMPS-03). */
export const staffing: OrderStaffing = {
  agents: 7,
  inbound: {
    monthlyCalls: 8_000,
    openDays: 21,
    halfHours: {},
    weekdays: {},
    handlingSeconds: 290,
    target: { type: 'answer-rate', share: 0.9, patienceSeconds: 180 },
    shrinkage: 0.15,
  },
};
