import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CampaignOrder, type CampaignProved, proveCampaign } from '../simulation/in-process/prove-campaign.ts';
import { proveFailpoints } from '../simulation/in-process/prove-failpoints.ts';
import { reflexDeployment } from '../simulation/reflex/open-reflex.ts';
import { synthesize } from '../simulation/synthesize.ts';
import { checkPromises, type Proof } from './check-promises.ts';
import type { Soak } from './soak-ground.ts';

/** Whole campaigns in the in-process simulator. */
export const campaignSoaks: Readonly<Record<string, Soak>> = {
  campaigns: {
    about:
      'whole campaigns of 200 people in one thread: crashes, throttling, lost answers and events, agents who vanish',
    counts: ['campaigns', 1000],
    async run({ folder, seed, count, tell }) {
      const reflex = synthesize(join(folder, 'campaigns.out'), reflexDeployment);
      for (let nth = seed; nth < seed + count; nth += 1) {
        const state = join(folder, `campaign-${nth}`);
        const proved = await proveCampaign(campaignOf(nth, reflex, state), verifyProof).catch((error: unknown) =>
          String(error),
        );
        const replay = `npm run soak -- campaigns --count 1 --seed ${nth}`;
        if (typeof proved === 'string') tell(`seed ${nth}`, [proved, replay]);
        else tell(`seed ${nth}`, proved.faults.length === 0 ? [] : [...proved.faults, replay], figuresOf(proved));
        rmSync(state, { recursive: true, force: true });
      }
    },
  },
  failpoints: {
    about:
      'a crash before and one after every port call that the code of the campaigns can make, enumerated from the code',
    counts: ['campaigns', 4],
    async run({ folder, seed, count, tell }) {
      const reflex = synthesize(join(folder, 'failpoints.out'), reflexDeployment);
      const order = (nth: number) => ({
        ...campaignOf(nth, reflex, join(folder, `points-${nth}`)),
        people: 80,
        agents: 3,
      });
      const { points, campaigns } = await proveFailpoints(seed, count, order, verifyProof);
      for (const { faults, ...proved } of campaigns) tell(`seed ${proved.seed}`, faults, figuresOf(proved));
      for (const { point, faults, note } of points) tell(point, faults, note);
      const owed = points.filter(({ excused }) => !excused);
      const crashed = owed.filter(({ faults }) => faults.length === 0).length;
      console.log(`${crashed} of the ${owed.length} port calls that campaigns can make crashed on both sides`);
    },
  },
};

/** A plan that can be kept, and mischief that differs from one seed to the next. */
function campaignOf(seed: number, assembly: string, state: string): CampaignOrder {
  const level = [0.0005, 0.001, 0.002, 0.004][seed % 4] ?? 0.001;
  return {
    assembly,
    state,
    seed,
    people: 200,
    agents: 5,
    hours: 48,
    // Whatever the weekday.
    date: new Date(Date.UTC(2026, 6, 6 + (seed % 7))).toISOString().slice(0, 10),
    shares: { crash: level, throttle: 4 * level, loseAnswer: level },
    unfriendly: { duplicate: 0.1, lose: 0.05, reorder: 0.1 },
    vanishing: seed % 3,
  };
}

function figuresOf(proved: Omit<CampaignProved, 'faults'>): string {
  const { people, attempts, useful, abandoned, crashes, calls, journal } = proved;
  const lived = `${people} people, ${attempts} attempts, ${useful} useful, ${(100 * abandoned).toFixed(1)} % without an agent`;
  return `${lived}, ${crashes} crashes in ${calls} port calls, journal ${journal.slice(0, 12)}`;
}

/** The independent verifier, with its own reading of both files. */
export function verifyProof(proof: string, journal: string): readonly string[] {
  const read: Proof = JSON.parse(proof);
  return checkPromises(read, journal);
}
