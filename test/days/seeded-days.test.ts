import { describe, expect, it } from 'vitest';
import { programmeWorld } from '../../simulation/programme-world.ts';
import { proveDays } from '../../simulation/proofs/days.ts';
import { assembly, scratch } from '../support/assembly.ts';

/**
 * Five open days each, twenty in all; the last of each has no definitive report yet. The first week is an ordinary one, the second has Bastille
 * Day on its Monday (a holiday there too), the third begins on a Thursday and runs over a weekend. All in one thread: two thirds of the time
 * that threads take, for the same journal, which same-seed.test.ts compares. `npm run soak -- days` plays two hundred.
 */
const weeks = [
  { seed: 1, date: '2025-07-07', agents: 2 },
  { seed: 2, date: '2025-07-14', agents: 2 },
  { seed: 3, date: '2025-07-03', agents: 3 },
  { seed: 4, date: '2025-09-22', agents: 1 },
];

describe('COMMON-02 SAMPS-02 SAMPS-04: twenty seeded days', () => {
  it.each(weeks)(
    'keep every promise, and three accounts of each day agree (seed $seed, from $date, agents: $agents)',
    async (week) => {
      const days = { ...week, days: 5, volume: 24, concurrency: 4, inProcess: {} };
      const proved = await proveDays({
        ...days,
        world: programmeWorld('samps'),
        assembly: assembly(),
        state: scratch('days'),
      });
      expect(proved.faults).toEqual([]);
      expect(proved.reconciled).toBe(4);
      expect(proved.calls).toBeGreaterThan(80);
    },
    240_000,
  );
});
