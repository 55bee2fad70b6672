import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignRegister } from '../../../domain/campaign/campaign-register.ts';
import { rememberedCampaigns } from '../../../lambdas/middleware/remembered-campaigns.ts';

describe('remembered campaigns', () => {
  const campaign = (cycles: readonly number[]) =>
    ({ id: 'canicule_1', type: 'canicule', cycles: cycles.map((n) => ({ n })) }) as unknown as Campaign;

  it('reads once for a cycle that does not change, and again for one it has not met or when the present is asked for', async () => {
    let stands = [campaign([1])];
    let reads = 0;
    const campaigns = async () => {
      reads += 1;
      return stands;
    };
    const remembered = rememberedCampaigns({ campaigns } as unknown as CampaignRegister);
    const cycle = (n: number) => remembered.campaigns('reflex', { campaign: 'canicule_1', cycle: n });
    await cycle(1);
    await cycle(1);
    expect(reads).toBe(1);
    stands = [campaign([1, 2])];
    expect((await cycle(2))[0]?.cycles).toHaveLength(2);
    await cycle(1);
    expect(reads).toBe(2);
    await remembered.campaigns('reflex');
    expect(reads).toBe(3);
  });
});
