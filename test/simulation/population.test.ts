import { describe, expect, it } from 'vitest';
import { population } from '../../simulation/population.ts';

const friday = { from: '2025-07-03T20:30:00.000Z', to: '2025-07-04T05:00:00.000Z' };
const schemes = [
  { code: 'AIDE_MEDICALE', share: 0.55 },
  { code: 'BOURSES', share: 0.45 },
];
const day = (seed: number, volume = 370) => population({ seed, day: '2025-07-04', open: friday, volume, schemes });

describe('people who ring', () => {
  it('are the same for the same seed and others for another', () => {
    expect(day(1)).toEqual(day(1));
    expect(day(1)).not.toEqual(day(2));
  });

  it('SAMPS-02: come with the volume asked for, with a half-hour peak of at least 1.6', () => {
    const counts = Array.from(
      { length: 40 },
      (_, seed) => day(seed).filter((caller) => caller.callsAt >= friday.from && caller.callsAt < friday.to).length,
    );
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    expect(mean).toBeGreaterThan(360);
    expect(mean).toBeLessThan(380);
    const halves = new Array<number>(17).fill(0);
    for (let seed = 0; seed < 40; seed += 1) {
      for (const caller of day(seed)) {
        const half = Math.floor((Date.parse(caller.callsAt) - Date.parse(friday.from)) / 1_800_000);
        if (half >= 0 && half < 17) halves[half] = (halves[half] ?? 0) + 1;
      }
    }
    const average = halves.reduce((a, b) => a + b, 0) / 17;
    expect(Math.max(...halves) / average).toBeGreaterThan(1.6);
  });

  it('have nine-digit +687 numbers, and some ring while the centre is closed', () => {
    const people = day(3);
    for (const { number } of people) expect(number).toMatch(/^\+687\d{6}$/);
    expect(people.some((caller) => caller.callsAt < friday.from || caller.callsAt >= friday.to)).toBe(true);
  });

  it('do not ring on a day without opening hours', () => {
    expect(population({ seed: 1, day: '2025-07-05', volume: 370, schemes })).toEqual([]);
  });
});
