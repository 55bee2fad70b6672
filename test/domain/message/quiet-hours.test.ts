import { describe, expect, it } from 'vitest';
import { nextSendable } from '../../../domain/message/quiet-hours.ts';
import { rules } from './message-rules.ts';

const paris = { zones: ['Europe/Paris'], holidays: 'france' } as const;
const noumea = { zones: ['Pacific/Noumea'], holidays: 'new-caledonia' } as const;
const { quietHours } = rules;

describe('COMMON-35: when a message may leave', () => {
  it.each([
    ['on a Saturday at 21:30, on Monday at 08:00', paris, '2026-11-21T20:30:00.000Z', '2026-11-23T07:00:00.000Z'],
    ['in the day, now', paris, '2026-11-20T12:34:56.789Z', '2026-11-20T12:34:56.789Z'],
    ['before 08:00, at 08:00', paris, '2026-11-20T05:00:00.000Z', '2026-11-20T07:00:00.000Z'],
    ['at 20:00 sharp, the next day', paris, '2026-11-19T19:00:00.000Z', '2026-11-20T07:00:00.000Z'],
    ['on a holiday before a Sunday, on Monday', paris, '2026-08-15T09:00:00.000Z', '2026-08-17T06:00:00.000Z'],
    ['on the Sunday that is an hour longer, on Monday', paris, '2026-10-25T09:00:00.000Z', '2026-10-26T07:00:00.000Z'],
    [
      'on the Saturday before an hour is lost, on Monday',
      paris,
      '2028-03-25T20:00:00.000Z',
      '2028-03-27T06:00:00.000Z',
    ],
    // 11:00 in Paris is 21:00 there: the next morning, 22:00 in Paris.
    ['far away at night, in its morning', noumea, '2026-11-20T10:00:00.000Z', '2026-11-20T21:00:00.000Z'],
    ['on 24 September in New Caledonia, on the 25th', noumea, '2026-09-23T22:00:00.000Z', '2026-09-24T21:00:00.000Z'],
    ['on 24 September in France, now', paris, '2026-09-24T10:00:00.000Z', '2026-09-24T10:00:00.000Z'],
  ] as const)('COMMON-35, COMMON-06: %s', (_, place, at, leaves) => {
    expect(nextSendable(quietHours, place, at)).toBe(leaves);
  });

  it('COMMON-35, COMMON-08: waits until all the zones of a country are awake', () => {
    const polynesia = { zones: ['Pacific/Tahiti', 'Pacific/Marquesas'], holidays: 'france' } as const;
    expect(nextSendable(quietHours, polynesia, '2026-11-20T17:45:00.000Z')).toBe('2026-11-20T18:00:00.000Z');
  });

  it('COMMON-35: a crisis is told at once, at night and on Sundays', () => {
    expect(nextSendable({ ...quietHours, crisis: true }, paris, '2026-11-22T02:00:00.000Z')).toBe(
      '2026-11-22T02:00:00.000Z',
    );
  });

  it('COMMON-35: hours of two zones that never meet are a fault of the rules', () => {
    const apart = { zones: ['Europe/Paris', 'Pacific/Noumea'], holidays: 'none' } as const;
    const short = { ...quietHours, from: '12:00', to: '13:00' };
    expect(() => nextSendable(short, apart, '2026-11-20T10:00:00.000Z')).toThrow(/accepted: hours that meet/);
  });
});
