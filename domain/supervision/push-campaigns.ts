import type { CampaignBoard } from '../../contracts/campaign-board.ts';
import { type LivePorts, pushLive } from '../live/push-live.ts';

/** Campaigns and referrals of a programme at an instant; undefined of one that calls nobody on its own account. */
export type ReadCampaigns = (programme: string, at: string) => Promise<CampaignBoard | undefined>;

export interface PushCampaignsPorts {
  readonly live: LivePorts;
  readonly readCampaigns: ReadCampaigns;
}

/** What a push takes, some bytes for its envelope left out. */
const largest = 30_000;

/** Pushes campaigns and referrals to all pages of these roles, made once for all; pages are told to ask where there are too many for a push. */
export async function pushCampaigns(
  { programme, at, roles }: { readonly programme: string; readonly at: string; readonly roles: readonly string[] },
  { live, readCampaigns }: PushCampaignsPorts,
): Promise<void> {
  const board = await readCampaigns(programme, at);
  if (board === undefined) {
    return;
  }
  const isLarge = new TextEncoder().encode(JSON.stringify(board)).length > largest;
  await pushLive({ programme, topic: 'campaigns', at, ...(isLarge ? {} : { data: board }) }, roles, live);
}
