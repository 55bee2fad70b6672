import type { PastAttempt, PersonFacts } from '../../../domain/attempt/attempt-facts.ts';
import type { AttemptPolicy } from '../../../domain/attempt/attempt-policy.ts';
import type { ProgrammeCalendar } from '../../../domain/calendar/calendar.ts';

const week = [{ opens: '09:00', closes: '19:00' }];
const weekend = [{ opens: '10:00', closes: '19:00' }];

/** The hours of REFLEX-05 and the policy of REFLEX-03/04, held here so that a change of the programme does not move what is proven. */
export const calendar: ProgrammeCalendar = {
  timeZone: 'Europe/Paris',
  period: { from: '2026-01-01', to: '2027-12-31' },
  weeks: [
    {
      from: '2026-01-01',
      hours: { '1': week, '2': week, '3': week, '4': week, '5': week, '6': weekend, '7': weekend },
    },
  ],
  holidays: 'france',
  holidayHours: weekend,
  exceptions: [],
};

export const policy: AttemptPolicy = {
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
};

/** Monday 6 July 2026, 09:00 in Paris, and 48 hours. */
export const monday = { from: '2026-07-06T07:00:00.000Z', until: '2026-07-08T07:00:00.000Z' };

export function person(given: Partial<PersonFacts> = {}): PersonFacts {
  return { window: monday, numbers: ['k1'], channel: 'voice', attempts: [], ...given };
}

/** An attempt that began at this Paris time of July 2026 and lasted a minute. */
export function tried(n: number, day: number, time: string, given: Partial<PastAttempt> = {}): PastAttempt {
  const startedAt = paris(day, time);
  const endedAt = new Date(Date.parse(startedAt) + 60_000).toISOString();
  return { n, startedAt, endedAt, numberKey: 'k1', disposition: 'no-answer', ...given };
}

/** Instant of a time in Paris on a day of July 2026. */
export function paris(day: number, time: string): string {
  return new Date(Date.parse(`2026-07-${String(day).padStart(2, '0')}T${time}:00+02:00`)).toISOString();
}
