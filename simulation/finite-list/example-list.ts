import type { ListPlanInput } from '../../domain/forecast/list-plan-input.ts';

const weekday = [{ opens: '09:00', closes: '19:00' }];
const weekend = [{ opens: '10:00', closes: '19:00' }];

/**
 * The reference list of a heat wave: 10 500 people, four attempts within 48 hours of a Monday at 09:00 in Paris (20 open hours), 330 s for a complete
 * questionnaire and 45 s for any other attempt, a curve that gives 65 % after four attempts (REFLEX-31).
 */
export const exampleList: ListPlanInput = {
  loaded: 10_500,
  callable: 10_500,
  reach: {
    groups: [{ label: 'Toutes', share: 1, alpha: 1, beta: 2.1538, dayParts: {}, stopShare: 0 }],
    evidencePeople: 20_000,
  },
  policy: {
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
    freeRetries: { count: 0, afterMinutes: 15 },
    ringSeconds: 30,
    callingWindow: { from: '08:00', to: '20:00' },
    voicemailMessages: 1,
  },
  calendar: {
    timeZone: 'Europe/Paris',
    period: { from: '2026-01-01', to: '2026-12-31' },
    weeks: [
      {
        from: '2026-01-01',
        hours: { '1': weekday, '2': weekday, '3': weekday, '4': weekday, '5': weekday, '6': weekend, '7': weekend },
      },
    ],
    holidays: 'none',
    exceptions: [{ day: '2026-07-14', label: 'Fête nationale', hours: weekend }],
  },
  window: { from: '2026-07-06T07:00:00.000Z', until: '2026-07-08T07:00:00.000Z' },
  agents: 55,
  occupancy: 0.85,
  handling: { usefulSeconds: 330, failedSeconds: 45, variation: 0.5 },
  quotas: { concurrentCalls: 80, dialsPerSecond: 2 },
  objective: 0.65,
};

/** A hundred people of two kinds, for one agent: each with their own chance, better in the evening. */
export function smallList(occupancy: number, people = 100): ListPlanInput {
  return {
    ...exampleList,
    loaded: people,
    callable: people,
    agents: 1,
    occupancy,
    reach: {
      groups: [
        {
          label: '85 ans et plus',
          share: 0.6,
          alpha: 1.2,
          beta: 2.2,
          dayParts: { soir: 1.3, midi: 0.7 },
          stopShare: 0.05,
        },
        { label: 'Autres', share: 0.4, alpha: 1, beta: 2, dayParts: {}, stopShare: 0 },
      ],
      evidencePeople: 1e9,
    },
  };
}
