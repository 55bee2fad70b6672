import type { ProgrammeCalendar } from '../../domain/calendar/calendar.ts';

const day = [{ opens: '07:30', closes: '16:00' }];

/** « Du 1er mars 2025 au 31 décembre 2025 inclus, de 7h30 à 16h en continu, du lundi au vendredi » (tender § 2.1, SAMPS-07..09, A-07). */
export const calendar: ProgrammeCalendar = {
  timeZone: 'Pacific/Noumea',
  period: { from: '2025-03-01', to: '2025-12-31' },
  weeks: [{ from: '2025-03-01', hours: { '1': day, '2': day, '3': day, '4': day, '5': day } }],
  holidays: 'new-caledonia',
  exceptions: [],
};
