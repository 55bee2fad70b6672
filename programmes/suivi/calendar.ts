import type { ProgrammeCalendar } from '../../domain/calendar/calendar.ts';

const day = [{ opens: '09:00', closes: '19:00' }];

/** « De 9h à 19h, 6 jours sur 7 » (ARS-38): Monday to Saturday, holidays closed until an order opens them (A-23, ARS-40). */
export const calendar: ProgrammeCalendar = {
  timeZone: 'Europe/Paris',
  period: { from: '2026-01-01', to: '2028-12-31' },
  weeks: [{ from: '2026-01-01', hours: { '1': day, '2': day, '3': day, '4': day, '5': day, '6': day } }],
  holidays: 'france',
  exceptions: [],
};
