import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeCalendar } from '../../../domain/calendar/calendar.ts';
import { addDays, isoWeekday, localTime } from '../../../domain/calendar/local-time.ts';
import { openIntervals } from '../../../domain/calendar/opening.ts';
import { connectHours } from '../../../lib/contact-centre/connect-hours.ts';
import { calendar as samps } from '../../../programmes/samps/calendar.ts';

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const clock = ({ hours, minutes }: { hours: number; minutes: number }): string =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;

/** What Connect would say of a day: its override if one covers it, else the week. */
function inConnect(hours: ReturnType<typeof connectHours>, day: string): readonly string[] {
  const override = hours.overrides.find(
    ({ effectiveFrom, effectiveTill }) => effectiveFrom <= day && day <= effectiveTill,
  );
  const slots = override === undefined ? hours.config : override.overrideConfig;
  return slots
    .filter((slot) => slot.day === weekdays[isoWeekday(day) - 1])
    .map((slot) => `${clock(slot.startTime)}-${clock(slot.endTime)}`)
    .sort();
}

function inCalendar(calendar: ProgrammeCalendar, day: string): readonly string[] {
  return openIntervals(calendar, day)
    .map(({ from, to }) => `${localTime(calendar.timeZone, from)}-${localTime(calendar.timeZone, to)}`)
    .sort();
}

function daysOf(calendar: ProgrammeCalendar): readonly string[] {
  const days: string[] = [];
  for (let day = calendar.period.from; day <= calendar.period.to; day = addDays(day, 1)) days.push(day);
  return days;
}

describe('hours of operation in Connect', () => {
  it('SAMPS-07, SAMPS-09: say the same as the calendar on every day of the contract', () => {
    const hours = connectHours(samps);
    for (const day of daysOf(samps)) {
      expect({ day, hours: inConnect(hours, day) }).toEqual({ day, hours: inCalendar(samps, day) });
    }
  });

  it('SAMPS-09: hold one override for each holiday that falls on a working day, named', () => {
    const { overrides } = connectHours(samps);
    expect(
      overrides.map(({ overrideName, effectiveFrom, effectiveTill }) => [overrideName, effectiveFrom, effectiveTill]),
    ).toEqual([
      ['Lundi de Pâques 2025-04-21', '2025-04-21', '2025-04-21'],
      ['Fête du Travail 2025-05-01', '2025-05-01', '2025-05-01'],
      ['Victoire 1945 2025-05-08', '2025-05-08', '2025-05-08'],
      ['Ascension 2025-05-29', '2025-05-29', '2025-05-29'],
      ['Lundi de Pentecôte 2025-06-09', '2025-06-09', '2025-06-09'],
      ['Fête nationale 2025-07-14', '2025-07-14', '2025-07-14'],
      ['Assomption 2025-08-15', '2025-08-15', '2025-08-15'],
      ['Fête de la citoyenneté 2025-09-24', '2025-09-24', '2025-09-24'],
      ['Armistice 1918 2025-11-11', '2025-11-11', '2025-11-11'],
      ['Noël 2025-12-25', '2025-12-25', '2025-12-25'],
    ]);
  });

  it('COMMON-07: follow any calendar, whatever its earlier weeks and exceptions', () => {
    const slot = fc.constantFrom(
      [],
      [{ opens: '07:30', closes: '16:00' }],
      [{ opens: '08:00', closes: '24:00' }],
      [
        { opens: '08:00', closes: '12:00' },
        { opens: '13:00', closes: '17:00' },
      ],
    );
    const week = fc.record(Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((one) => [one, slot])));
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2025-04-15', n));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, week), { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(day, slot), { maxLength: 4 }),
        fc.constantFrom('none' as const, 'france' as const, 'new-caledonia' as const),
        (weeks, exceptions, holidays) => {
          const calendar: ProgrammeCalendar = {
            timeZone: 'Pacific/Noumea',
            period: { from: '2025-04-15', to: '2025-06-14' },
            weeks: weeks
              .map(([from, hours], index) => ({ from: index === 0 ? '2025-04-15' : from, hours }))
              .sort((a, b) => (a.from < b.from ? -1 : 1)),
            holidays,
            exceptions: exceptions.map(([one, hours], index) => ({ day: one, label: `exception ${index}`, hours })),
          };
          const hours = connectHours(calendar);
          for (const one of daysOf(calendar)) expect(inConnect(hours, one)).toEqual(inCalendar(calendar, one));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('refuse a calendar that needs more overrides than Connect accepts', () => {
    const exceptions = Array.from({ length: 51 }, (_, index) => ({
      day: addDays('2025-03-03', index * 2),
      label: `Fermeture ${index}`,
      hours: [{ opens: '10:00', closes: '11:00' }],
    }));
    expect(() => connectHours({ ...samps, exceptions })).toThrow(/spans of days; Connect accepts 50 overrides/);
  });
});
