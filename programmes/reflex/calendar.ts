import type { ProgrammeCalendar } from '../../domain/calendar/calendar.ts';

const week = [{ opens: '09:00', closes: '19:00' }];
const weekend = [{ opens: '10:00', closes: '19:00' }];

/** « De 9h à 19h en semaine et de 10h à 19h les weekends et jours fériés », seven days a week (tender, REFLEX-05). */
export const calendar: ProgrammeCalendar = {
  timeZone: 'Europe/Paris',
  period: { from: '2026-01-01', to: '2028-12-31' },
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
