import type { ProgrammeCalendar } from '../../domain/calendar/calendar.ts';

const day = [{ opens: '08:00', closes: '20:00' }];

/** The zone of the centres and their holidays. Nobody calls: the hours are those in which messages leave (COMMON-35). */
export const calendar: ProgrammeCalendar = {
  timeZone: 'Europe/Paris',
  period: { from: '2026-01-01', to: '2030-12-31' },
  weeks: [{ from: '2026-01-01', hours: { '1': day, '2': day, '3': day, '4': day, '5': day, '6': day } }],
  holidays: 'france',
  exceptions: [],
};
