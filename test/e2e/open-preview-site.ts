import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { campaignTypes } from '../../programmes/reflex/campaign-types.ts';
import { asPhoneCall } from '../../simulation/local-centre.ts';
import { openReflex } from '../../simulation/reflex/open-reflex.ts';
import { scratch } from '../support/assembly.ts';
import { reflexAssembly } from '../support/reflex-assembly.ts';

const speed = 4;
const minute = 60_000;

/** A crisis declared, whose people agents read about before the call; everybody picks up, and nobody but a person at a desk calls them. */
export async function openPreviewSite() {
  const { cloud, world, agents, declaredAt } = await openReflex({
    assembly: reflexAssembly(),
    state: scratch('preview'),
    seed: 1,
    people: 12,
    agents: 1,
    date: '2026-07-06',
    hours: 48,
    concurrency: 4,
    cellsAway: ['sanitaire', 'sociale', 'technique', 'coordination'],
  });
  const [heat] = campaignTypes;
  const path = outboundRoutes.campaignTypeDraft.path.replace('{programme}', world.programme);
  const body = { campaignType: { ...heat, mode: 'preview' }, publish: true };
  cloud.kernel.at(Date.parse(declaredAt) - 30 * minute, 'preview', async () => {
    await world.browser.call('superviseur', path, body, 'preview');
  });
  cloud.connect.onRingAnyone((ring) => {
    cloud.kernel.after(2_000, `picked-up/${ring.contactId}`, () => {
      const call = asPhoneCall(ring.answer());
      call.hear((event) => {
        if (event.type === 'connected') call.say('Allô ?');
      });
    });
    return undefined;
  });
  await cloud.kernel.runUntil(Date.parse(declaredAt) + 3 * minute);
  const running = cloud.kernel.runRealTime(speed);
  return {
    url: cloud.http.url,
    agent: agents[0] ?? '',
    cells: world.cells,
    async stop() {
      cloud.kernel.stop();
      await running;
      await cloud.stop();
    },
  };
}
