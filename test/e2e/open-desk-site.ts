import { HomeSite } from '../../simulation/home/home-site.ts';
import { openCentre } from '../../simulation/open-centre.ts';
import { programmeWorld } from '../../simulation/programme-world.ts';
import { lastReport } from '../../simulation/read-centre.ts';
import { openWorkbook } from '../../simulation/read-workbook.ts';
import { assembly, scratch } from '../support/assembly.ts';

/** How much faster than real time the centre runs: people wait less for announcements, and still have the time to read. */
const speed = 2;
const day = '2025-07-04';

/**
 * A centre as it opens in the morning, or so many minutes later, where nobody rings unless they are asked to; one agent is simulated, until a person takes their
 * seat, or none.
 */
export async function openDeskSite({ agents = 1, minutesOpen = 0 } = {}) {
  const centre = await openCentre({
    world: programmeWorld('samps'),
    assembly: assembly(),
    state: scratch('desk'),
    seed: 1,
    date: day,
    days: 1,
    agents,
    volume: 0,
    concurrency: 4,
  });
  // As long as a slow machine takes to look at the page.
  centre.cloud.connect.configure({ acceptSeconds: 180 });
  const home = new HomeSite(centre);
  const { kernel } = centre.cloud;
  await kernel.runUntil(Date.parse(centre.days[0]?.open?.from ?? '') + minutesOpen * 60_000 + 1);
  home.goLive();
  const running = kernel.runRealTime(speed);
  return {
    url: centre.cloud.http.url,
    /** Text messages on a phone. */
    inbox: (number: string) => centre.cloud.sms.inbox(number).map(({ body }) => body),
    /** The workbook of the evening, once it is there. */
    async workbook() {
      const report = await lastReport(centre.cloud, 'samps', day, 'provisoire');
      return report && (await openWorkbook(report.bytes));
    },
    async stop() {
      home.close();
      kernel.stop();
      await running;
      await centre.cloud.stop();
    },
  };
}
