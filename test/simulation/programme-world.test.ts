import { describe, expect, it } from 'vitest';
import { boundsOf, daysToPlay, localMidnight, programmeWorld } from '../../simulation/programme-world.ts';

const { programme } = programmeWorld('samps');

describe('days to play', () => {
  it('SAMPS-11: bounds a day of Nouméa, whose midnight is at 13:00 UTC the day before', () => {
    expect(boundsOf(programme, '2025-07-04')).toEqual({
      from: '2025-07-03T13:00:00.000Z',
      to: '2025-07-04T13:00:00.000Z',
      open: [{ from: '2025-07-03T20:30:00.000Z', to: '2025-07-04T05:00:00.000Z' }],
      callbackDeadline: '2025-07-07T05:00:00.000Z',
    });
  });

  it('counts open days and plays the closed ones between', () => {
    expect(daysToPlay(programme, '2025-07-04', 2).map(({ day, open }) => [day, open !== undefined])).toEqual([
      ['2025-07-04', true],
      ['2025-07-05', false],
      ['2025-07-06', false],
      ['2025-07-07', true],
    ]);
  });

  it('plays a closed day when asked for one', () => {
    expect(daysToPlay(programme, '2025-07-05', 1)).toEqual([{ day: '2025-07-05' }]);
  });

  it('COMMON-06: knows both zones, daylight saving included', () => {
    expect(localMidnight('Pacific/Noumea', '2025-01-01')).toBe('2024-12-31T13:00:00.000Z');
    expect(localMidnight('Europe/Paris', '2025-07-01')).toBe('2025-06-30T22:00:00.000Z');
    expect(localMidnight('Europe/Paris', '2025-12-01')).toBe('2025-11-30T23:00:00.000Z');
  });
});
