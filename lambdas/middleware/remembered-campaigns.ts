import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignRegister } from '../../domain/campaign/campaign-register.ts';

/**
 * Campaigns as this environment last read them, for whoever asks for what never changes of a cycle: its hours, its policy, where its people are. A cycle
 * that is not among them is read, and what it is asked of all else is not remembered.
 */
export function rememberedCampaigns<T extends CampaignRegister>(register: T): T {
  const known = new Map<string, readonly Campaign[]>();
  return {
    ...register,
    async campaigns(programme, holding) {
      const before = holding === undefined ? undefined : known.get(programme);
      if (before !== undefined && holding !== undefined && holds(before, holding)) {
        return before;
      }
      const now = await register.campaigns(programme);
      known.set(programme, now);
      return now;
    },
  };
}

function holds(
  campaigns: readonly Campaign[],
  { campaign, cycle }: { readonly campaign: string; readonly cycle: number },
): boolean {
  return campaigns.some(({ id, cycles }) => id === campaign && cycles.some(({ n }) => n === cycle));
}
