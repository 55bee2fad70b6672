import DateHolidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import type { ProgrammeCalendar } from '../../../domain/calendar/calendar.ts';
import { addDays, instantOf } from '../../../domain/calendar/local-time.ts';
import {
  holidays,
  isOpenDay,
  localDay,
  localTime,
  nextOpenDay,
  openIntervals,
  openingAt,
  openMinutesBetween,
  previousOpenDay,
} from '../../../domain/calendar/opening.ts';

const day = [{ opens: '07:30', closes: '16:00' }];
const week = { '1': day, '2': day, '3': day, '4': day, '5': day };
const samps: ProgrammeCalendar = {
  timeZone: 'Pacific/Noumea',
  period: { from: '2025-03-01', to: '2025-12-31' },
  weeks: [{ from: '2025-03-01', hours: week }],
  holidays: 'new-caledonia',
  exceptions: [],
};
const paris: ProgrammeCalendar = { ...samps, timeZone: 'Europe/Paris', holidays: 'france' };
const at = (time: string, on = '2025-07-04') => new Date(Date.parse(`${on}T${time}+11:00`)).toISOString();

describe('SAMPS-07: 07:30 to 16:00 without a lunch break, Monday to Friday, Nouméa time', () => {
  test.each([
    ['07:29:59', 'closed'],
    ['07:30:00', 'open'],
    ['12:15:00', 'open'],
    ['15:59:59', 'open'],
    ['16:00:00', 'closed'],
  ])('at %s it is %s', (time, state) => {
    expect(openingAt(samps, at(time)).state).toBe(state);
  });

  test('closed and open say until when', () => {
    expect(openingAt(samps, at('07:00:00'))).toEqual({ state: 'closed', reason: 'hours', opensAt: at('07:30:00') });
    expect(openingAt(samps, at('08:00:00'))).toEqual({ state: 'open', reason: 'open', closesAt: at('16:00:00') });
    expect(openingAt(samps, at('16:00:00'))).toEqual({
      state: 'closed',
      reason: 'hours',
      opensAt: at('07:30:00', '2025-07-07'),
    });
    expect(openingAt(samps, at('10:00:00', '2025-07-05'))).toEqual({
      state: 'closed',
      reason: 'weekend',
      opensAt: at('07:30:00', '2025-07-07'),
    });
  });

  test('a week change applies from its effect date', () => {
    const later = { ...samps, weeks: [...samps.weeks, { from: '2025-09-01', hours: { ...week, '6': day } }] };
    expect(isOpenDay(later, '2025-08-30')).toBe(false);
    expect(isOpenDay(later, '2025-09-06')).toBe(true);
  });

  test('hours that close before they open are refused with their values', () => {
    const wrong = { ...samps, weeks: [{ from: '2025-03-01', hours: { '5': [{ opens: '16:00', closes: '07:30' }] } }] };
    expect(() => openIntervals(wrong, '2025-07-04')).toThrow('close at "07:30" before they open at "16:00"');
  });
});

describe('SAMPS-08: contract period', () => {
  test('A-07: the first open day is Monday 3 March', () => {
    expect(openingAt(samps, at('10:00:00', '2025-03-01'))).toMatchObject({ reason: 'weekend' });
    expect(openingAt(samps, at('10:00:00', '2025-02-27'))).toEqual({
      state: 'closed',
      reason: 'before-period',
      opensAt: at('07:30:00', '2025-03-03'),
    });
    expect(nextOpenDay(samps, '2024-01-01')).toBe('2025-03-03');
    expect(previousOpenDay(samps, '2025-03-03')).toBeUndefined();
  });

  test('31 December is open; from its closing on, the service has ended', () => {
    expect(openingAt(samps, at('15:00:00', '2025-12-31')).state).toBe('open');
    expect(openingAt(samps, at('16:00:00', '2025-12-31'))).toEqual({ state: 'closed', reason: 'after-period' });
    expect(openingAt(samps, at('10:00:00', '2026-01-01'))).toEqual({ state: 'closed', reason: 'after-period' });
    expect(nextOpenDay(samps, '2025-12-31')).toBeUndefined();
    expect(previousOpenDay(samps, '2026-05-05')).toBe('2025-12-31');
  });

  test('208 open days and 1 768 open hours, month by month', () => {
    const months = new Map<string, number>();
    for (let next = nextOpenDay(samps, '2025-01-01'); next !== undefined; next = nextOpenDay(samps, next)) {
      months.set(next.slice(5, 7), (months.get(next.slice(5, 7)) ?? 0) + 1);
    }
    expect([...months.values()]).toEqual([21, 21, 19, 20, 22, 20, 21, 23, 19, 22]);
    expect(openMinutesBetween(samps, '2025-01-01T00:00:00Z', '2026-02-01T00:00:00Z') / 60).toBe(1768);
  });
});

describe('SAMPS-09, COMMON-07: public holidays', () => {
  test('24 September 2025 is closed in Nouméa and open in Paris', () => {
    expect(openingAt(samps, at('10:00:00', '2025-09-24'))).toMatchObject({
      state: 'closed',
      reason: 'holiday',
      label: 'Fête de la citoyenneté',
      opensAt: at('07:30:00', '2025-09-25'),
    });
    expect(isOpenDay(paris, '2025-09-24')).toBe(true);
  });

  test('2025 has 12 dates in New Caledonia and 11 in metropolitan France', () => {
    expect(holidays('new-caledonia', 2025).map(({ day: date }) => date.slice(5))).toEqual(
      '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 09-24 11-01 11-11 12-25'.split(' '),
    );
    expect(holidays('france', 2025)).toHaveLength(11);
    expect(holidays('none', 2025)).toEqual([]);
  });

  test.each([2025, 2026, 2027, 2028, 2029, 2030])('%i equals the lists of date-holidays', (year) => {
    for (const [kind, code] of [
      ['france', 'FR'],
      ['new-caledonia', 'NC'],
    ] as const) {
      const listed = new DateHolidays(code)
        .getHolidays(year)
        .filter((holiday) => holiday.type === 'public')
        .map((holiday) => holiday.date.slice(0, 10));
      const expected = [...new Set(listed)].filter(
        (date) => new Date(date).getUTCDay() !== 0 || !isMovableSunday(date),
      );
      expect(holidays(kind, year).map((holiday) => holiday.day)).toEqual(expected.sort());
    }
  });

  test('an exceptional day wins over holidays and weeks', () => {
    const bridge: ProgrammeCalendar = {
      ...samps,
      exceptions: [
        { day: '2025-09-23', label: 'Pont', hours: [] },
        { day: '2025-09-24', label: 'Ouverture exceptionnelle', hours: [{ opens: '08:00', closes: '12:00' }] },
      ],
    };
    expect(openingAt(bridge, at('10:00:00', '2025-09-23'))).toMatchObject({ reason: 'exception', label: 'Pont' });
    expect(openingAt(bridge, at('10:00:00', '2025-09-24')).state).toBe('open');
    expect(openingAt(bridge, at('13:00:00', '2025-09-24'))).toMatchObject({ label: 'Ouverture exceptionnelle' });
  });
});

/** date-holidays also lists Easter Sunday and Whit Sunday, which are Sundays anyway and not in the Code du travail. */
function isMovableSunday(date: string): boolean {
  return date.slice(5) !== '11-01' && /-0[3-6]-/.test(date) && !['05-01', '05-08'].includes(date.slice(5));
}

describe('SAMPS-11, COMMON-06: time zones', () => {
  test('2025-07-03T20:45Z is 4 July, 07:45 in Nouméa', () => {
    expect(localDay('Pacific/Noumea', '2025-07-03T20:45:00Z')).toBe('2025-07-04');
    expect(localTime('Pacific/Noumea', '2025-07-03T20:45:00Z')).toBe('07:45');
  });

  test('30 March and 26 October 2025 in Paris', () => {
    expect(localTime('Europe/Paris', '2025-03-30T00:59:59Z')).toBe('01:59');
    expect(localTime('Europe/Paris', '2025-03-30T01:00:00Z')).toBe('03:00');
    expect(localTime('Europe/Paris', '2025-10-26T00:59:59Z')).toBe('02:59');
    expect(localTime('Europe/Paris', '2025-10-26T01:00:00Z')).toBe('02:00');
    expect(instantOf('Europe/Paris', '2025-03-31', '09:00')).toBe('2025-03-31T07:00:00.000Z');
    expect(instantOf('Europe/Paris', '2025-10-26', '24:00')).toBe('2025-10-26T23:00:00.000Z');
  });

  test('a calendar whose day contains the change opens the hours its clock shows', () => {
    const sunday: ProgrammeCalendar = {
      ...paris,
      weeks: [{ from: '2025-01-01', hours: { '7': [{ opens: '00:00', closes: '24:00' }] } }],
    };
    const minutes = (on: string) =>
      openMinutesBetween(sunday, `${addDays(on, -1)}T12:00:00Z`, `${addDays(on, 1)}T12:00:00Z`);
    expect(minutes('2025-03-30')).toBe(23 * 60);
    expect(minutes('2025-10-26')).toBe(25 * 60);
  });

  test('something else than an instant or a day is refused with its value', () => {
    expect(() => localDay('Pacific/Noumea', '2025-07-04T10:00')).toThrow('"2025-07-04T10:00" is not an instant');
    expect(() => nextOpenDay(samps, '2025-02-30x')).toThrow('is not a day');
    expect(() => addDays('2025-02-30', 1)).toThrow('"2025-02-30" is not a day');
  });
});

describe('COMMON-06: ages in open hours', () => {
  test.each([
    [at('15:00:00'), at('08:30:00', '2025-07-07'), 120],
    [at('16:00:00'), at('07:30:00', '2025-07-07'), 0],
    [at('10:00:00'), at('09:00:00'), 0],
    [at('10:00:00'), at('10:00:30'), 0.5],
  ])('from %s to %s: %d minutes', (from, to, minutes) => {
    expect(openMinutesBetween(samps, from, to)).toBe(minutes);
  });
});
