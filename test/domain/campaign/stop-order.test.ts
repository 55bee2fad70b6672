import { describe, expect, it } from 'vitest';
import type { RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import { stopOrder } from '../../../domain/campaign/stop-order.ts';
import { calendar } from '../../../programmes/samps/calendar.ts';
import { campaignTypes } from '../../../programmes/samps/campaign-types.ts';
import { schemes } from '../../../programmes/samps/schemes.ts';
import { CampaignWorld } from '../../support/campaigns/campaign-world.ts';

const morning = '2025-07-03T20:30:00.000Z';
const later = (minutes: number) => new Date(Date.parse(morning) + minutes * 60_000).toISOString();
const [renewal] = campaignTypes;
if (renewal === undefined) throw new Error('samps has no kind of campaign');

/** Forty people of whom nobody answers, called for half an hour. */
async function orderInHand() {
  const ground = { calendar, schemes, voiceReach: { '+687': 'confirmed' } as const, prefix: '+68775' };
  const world = new CampaignWorld(morning, {}, renewal, { ...ground, ticksAt: (hour) => hour >= 19 || hour < 6 });
  world.enrol(40, () => ({ subjects: [{ scheme: 'BOURSES', kind: 'renewal', list: 'a', dueOn: '2025-08-01' }] }));
  world.agents = 1;
  const form = { type: 'renouvellement', name: 'Juillet', lists: ['a'], deadline: '2025-07-09', setBy: 'Cheffe' };
  const placed = await world.order(form);
  await world.until(later(8));
  const id = placed.type === 'refused' ? '' : placed.campaign.id;
  const stop = (campaign = id) =>
    stopOrder(
      { programme: 'reflex', campaign, at: new Date(world.now).toISOString(), by: 'superviseur' },
      { campaigns: world.campaigns },
    );
  return { world, form, stop };
}

describe('SAMPS-32: an order that is taken back', () => {
  it('calls nobody any more, says in the journal who stopped it, and everybody of it is closed', async () => {
    const { world, stop } = await orderInHand();
    const before = world.rings.length;
    expect(before).toBeGreaterThan(3);
    expect(before).toBeLessThan(40);
    expect((await stop()).type).toBe('stopped');
    expect((await stop()).type).toBe('unchanged');
    await world.until(later(60));
    expect(world.rings).toHaveLength(before);
    const entries = world.journal.all();
    expect(entries.filter((one) => one.kind === 'cycle' && one.change.type === 'stopped')).toMatchObject([
      { cycle: 0, time: later(8), change: { choice: 'now', by: 'superviseur' } },
    ]);
    const closed = entries.filter(
      (one): one is RecipientEntry => one.kind === 'recipient' && one.change.type === 'closed',
    );
    expect(new Set(closed.map(({ recipientId }) => recipientId)).size).toBe(40);
    expect([...world.campaigns.kept.values()].map(({ state }) => state)).toEqual(['over']);
    expect((await stop()).type).toBe('unchanged');
  });

  it('may be placed again, and one that is not there is refused naming those in hand', async () => {
    const { world, form, stop } = await orderInHand();
    expect(await stop('renouvellement9_x')).toMatchObject({
      ...{ type: 'refused', problems: [{ field: 'campaign', accepted: [...world.campaigns.kept.values()][0]?.id }] },
    });
    await stop();
    expect((await world.order(form)).type).toBe('placed');
  });
});
