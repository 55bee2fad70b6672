import { describe, expect, it } from 'vitest';
import type { ProgrammeCalendar } from '../../../domain/calendar/calendar.ts';
import { fillText } from '../../../domain/context/fill-text.ts';
import { spokenHours } from '../../../domain/context/spoken-hours.ts';
import { spokenInstant, spokenTime } from '../../../domain/context/spoken-time.ts';
import { samps } from '../../../programmes/samps/programme.ts';

describe('times as people say them', () => {
  it.each([
    ['07:30', '7 heures 30'],
    ['16:00', '16 heures'],
    ['01:05', '1 heure 5'],
    ['00:00', '0 heure'],
  ])('%s is « %s »', (time, spoken) => {
    expect(spokenTime(time)).toBe(spoken);
  });

  it('SAMPS-11: an instant is said in the programme’s zone, the first of a month as « 1er »', () => {
    expect(spokenInstant('Pacific/Noumea', '2025-07-06T20:30:00.000Z')).toBe('lundi 7 juillet à 7 heures 30');
    expect(spokenInstant('Pacific/Noumea', '2025-06-30T20:30:00.000Z')).toBe('mardi 1er juillet à 7 heures 30');
    expect(spokenInstant('Europe/Paris', '2025-07-06T20:30:00.000Z')).toBe('dimanche 6 juillet à 22 heures 30');
  });

  it('SAMPS-07: days of the same hours are said together', () => {
    expect(spokenHours(samps.calendar, '2025-07-04')).toBe('du lundi au vendredi, de 7 heures 30 à 16 heures');
    const day = [
      { opens: '08:00', closes: '12:00' },
      { opens: '13:00', closes: '17:00' },
    ];
    const morning = [{ opens: '08:00', closes: '12:00' }];
    const calendar: ProgrammeCalendar = {
      ...samps.calendar,
      weeks: [{ from: '2025-01-01', hours: { '1': day, '2': day, '3': morning, '4': day, '6': morning } }],
    };
    expect(spokenHours(calendar, '2025-07-04')).toBe(
      'du lundi au mardi, de 8 heures à 12 heures et de 13 heures à 17 heures, et le mercredi, de 8 heures à 12 heures, ' +
        'et le jeudi, de 8 heures à 12 heures et de 13 heures à 17 heures, et le samedi, de 8 heures à 12 heures',
    );
  });

  it('a text with a place that has no value is a fault that names both', () => {
    expect(() => fillText('Il rouvre {opening}.', { hours: 'x' })).toThrow(
      'Text « Il rouvre {opening}. » has no value for {opening}; accepted: hours',
    );
  });
});
