import { HomeSite } from '../../simulation/home/home-site.ts';
import { openCentre } from '../../simulation/open-centre.ts';
import { playDays } from '../../simulation/play.ts';
import { programmeWorld } from '../../simulation/programme-world.ts';
import { assembly, scratch } from '../support/assembly.ts';

export interface Site {
  readonly url: string;
  stop(): Promise<void>;
}

/** How much faster than real time the centre runs: announcements are heard, nobody waits for them. */
const speed = 6;

/** A centre after a short day, its home page open to people, time running. */
export async function openSite(): Promise<Site> {
  const centre = await openCentre({
    world: programmeWorld('samps'),
    assembly: assembly(),
    state: scratch('e2e'),
    seed: 1,
    date: '2025-07-04',
    days: 1,
    agents: 3,
    volume: 12,
    concurrency: 4,
  });
  const home = new HomeSite(centre);
  await playDays(centre);
  home.goLive();
  const running = centre.cloud.kernel.runRealTime(speed);
  return {
    url: centre.cloud.http.url,
    async stop() {
      home.close();
      centre.cloud.kernel.stop();
      await running;
      await centre.cloud.stop();
    },
  };
}
