import { describe, expect, it } from 'vitest';
import { brokenPromises } from '../../simulation/invariants.ts';
import { openCentre } from '../../simulation/open-centre.ts';
import { accountOf, playDays } from '../../simulation/play.ts';
import { programmeWorld } from '../../simulation/programme-world.ts';
import { registerOf, wholeJournal } from '../../simulation/read-centre.ts';
import { differences } from '../../simulation/reconcile.ts';
import { assembly, scratch } from '../support/assembly.ts';

/** Ten open days each: a full week of callbacks from one day to the next, a weekend, and Bastille Day (a holiday there too). */
const seeds = [1, 2];

describe('SAMPS-02 SAMPS-04: ten seeded days in a row', () => {
  it.each(seeds)(
    'keep every promise, and three accounts of each day agree (seed %i)',
    async (seed) => {
      const world = programmeWorld('samps');
      const centre = await openCentre({
        world,
        assembly: assembly(),
        state: scratch('days'),
        seed,
        date: '2025-07-07',
        days: 10,
        agents: 2,
        volume: 30,
        concurrency: 4,
      });
      try {
        await playDays(centre);
        const open = centre.days.flatMap(({ open }) => (open === undefined ? [] : [open]));
        const { maxAttempts } = world.programme.callbackPolicy;
        const journal = await wholeJournal(centre.cloud);
        const evidence = { diary: centre.diary, journal, register: await registerOf(centre.cloud), open, maxAttempts };
        expect(brokenPromises(evidence)).toEqual([]);
        const definitive = centre.days.filter(({ open }) => open !== undefined).slice(0, -1);
        expect(definitive).toHaveLength(9);
        for (const { day } of definitive) {
          const account = await accountOf(centre, day, 'definitif');
          expect(account.comparisons, day).not.toEqual([]);
          expect(differences(account.comparisons), day).toEqual([]);
          expect(account.lived.received, day).toBeGreaterThan(10);
        }
        expect(centre.cloud.connect.flowErrors).toEqual([]);
        expect(centre.cloud.problems()).toEqual([]);
      } finally {
        await centre.cloud.stop();
      }
    },
    240_000,
  );
});
