import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeCalendar } from '../../../domain/calendar/calendar.ts';
import { callableAt, nextCallableInstant } from '../../../domain/calendar/calling-window.ts';
import { openingAt } from '../../../domain/calendar/opening.ts';
import { parsePhone } from '../../../domain/phone/phone-number.ts';
import { zonesOfNumber } from '../../../domain/phone/zones-of-number.ts';
import { samps } from '../../../programmes/samps/programme.ts';

const window = { from: '08:00', to: '20:00' };
const paris = ['Europe/Paris'];
const allDay = [{ opens: '00:00', closes: '24:00' }];
const always: ProgrammeCalendar = {
  timeZone: 'Pacific/Noumea',
  period: { from: '2025-01-01', to: '2025-12-31' },
  weeks: [
    { from: '2025-01-01', hours: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay, 6: allDay, 7: allDay } },
  ],
  holidays: 'none',
  exceptions: [],
};

/** Read by the platform's own calendar, not by ours. */
function clock(timeZone: string, at: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

describe('COMMON-08: the calling window of a callee', () => {
  it.each([
    ['+33612345678', 'FR', ['Europe/Paris']],
    ['+687251234', 'NC', ['Pacific/Noumea']],
    ['+262692123456', 'RE', ['Indian/Reunion']],
    ['+262262123456', 'RE', ['Indian/Reunion']],
    ['+262639012345', 'YT', ['Indian/Mayotte']],
    ['+262269601234', 'YT', ['Indian/Mayotte']],
    ['+262709212345', 'RE', ['Indian/Reunion', 'Indian/Mayotte']],
    ['+590690001234', 'GP', ['America/Guadeloupe']],
    ['+596696001234', 'MQ', ['America/Martinique']],
    ['+594694201234', 'GF', ['America/Cayenne']],
    ['+68987123456', 'PF', ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier']],
    ['+681821234', 'WF', ['Pacific/Wallis']],
    ['+508551234', 'PM', ['America/Miquelon']],
  ])('%s of %s is in %j', (e164, country, zones) => {
    expect(parsePhone(e164, 'NC')).toMatchObject({ e164, country });
    expect(zonesOfNumber(e164)).toEqual(zones);
  });

  it('knows no zone of a country that is not in its table', () => {
    expect(zonesOfNumber('+61212345678')).toBeUndefined();
  });

  it.each([
    ['the eve of 30 March 2025, winter time', '2025-03-29T00:00:00Z', '2025-03-29T07:00:00.000Z'],
    ['30 March 2025, the clock goes forward', '2025-03-30T00:00:00Z', '2025-03-30T06:00:00.000Z'],
    ['the eve of 26 October 2025, summer time', '2025-10-25T00:00:00Z', '2025-10-25T06:00:00.000Z'],
    ['26 October 2025, the clock goes back', '2025-10-26T00:00:00Z', '2025-10-26T07:00:00.000Z'],
  ])('opens at 08:00 in Paris: %s', (_, from, opens) => {
    const until = new Date(Date.parse(from) + 86_400_000).toISOString();
    expect(nextCallableInstant(always, paris, window, from, until)).toBe(opens);
    const closes = new Date(Date.parse(opens) + 12 * 3_600_000).toISOString();
    expect(callableAt(paris, window, closes)).toBe(false);
    expect(callableAt(paris, window, new Date(Date.parse(closes) - 1).toISOString())).toBe(true);
  });

  it('never meets the hours of samps in Paris, summer or winter', () => {
    for (const from of ['2025-07-03T22:00:00Z', '2025-12-03T22:00:00Z']) {
      const until = new Date(Date.parse(from) + 7 * 86_400_000).toISOString();
      expect(nextCallableInstant(samps.calendar, paris, window, from, until)).toBeUndefined();
    }
  });

  it('has no instant at or after its limit', () => {
    const opens = '2025-07-04T06:00:00.000Z';
    expect(nextCallableInstant(always, paris, window, '2025-07-04T00:00:00Z', opens)).toBeUndefined();
    expect(nextCallableInstant(always, paris, window, opens, opens)).toBeUndefined();
  });

  it('refuses a window that is empty', () => {
    const night = { from: '20:00', to: '08:00' };
    expect(() => callableAt(paris, night, '2025-07-04T00:00:00Z')).toThrow('from "20:00" to "08:00"');
  });

  it('is the first instant that is open here and there, whatever the instant and the number', () => {
    const numbers = [
      '+33612345678',
      '+687251234',
      '+262692123456',
      '+262709212345',
      '+59469420',
      '+68987123456',
      '+681821234',
    ];
    const minute = fc.integer({ min: Date.UTC(2025, 2, 1) / 60_000, max: Date.UTC(2025, 11, 1) / 60_000 });
    fc.assert(
      fc.property(
        minute,
        fc.constantFrom(...numbers),
        fc.constantFrom(always, samps.calendar),
        (start, e164, calendar) => {
          const zones = zonesOfNumber(e164) ?? [];
          const good = (at: string) =>
            openingAt(calendar, at).state === 'open' &&
            zones.every((zone) => clock(zone, at) >= window.from && clock(zone, at) < window.to);
          const instant = (n: number) => new Date((start + n) * 60_000).toISOString();
          // All limits of hours fall on half-hours.
          const minutes = [0, ...Array.from({ length: 97 }, (_, n) => 30 - (start % 30) + 30 * n)];
          const expected = minutes.find((n) => n < 2880 && good(instant(n)));
          const found = nextCallableInstant(calendar, zones, window, instant(0), instant(2880));
          expect(found).toBe(expected === undefined ? undefined : instant(expected));
        },
      ),
      { numRuns: 150 },
    );
  });
});
