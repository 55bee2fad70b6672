import type { PolicyProblem } from '../attempt/check-attempt-policy.ts';
import { type Campaign, isLive } from './campaign.ts';
import type { CampaignRegister } from './campaign-register.ts';
import { stopping } from './declare-level.ts';

export interface OrderStop {
  readonly programme: string;
  /** Its id. */
  readonly campaign: string;
  /** ISO instant. */
  readonly at: string;
  /** User name of whoever takes it back. */
  readonly by: string;
}

export type StopAnswer =
  | { readonly type: 'stopped' | 'unchanged'; readonly campaign: Campaign }
  | { readonly type: 'refused'; readonly problems: readonly PolicyProblem[] };

/** Writers of one programme's orders meet rarely. */
const maxTries = 8;

/** Takes an order of calls back: nobody is called for it any more, calls in hand go on. Stopping twice is stopping once; the clock of campaigns tells the journal. */
export async function stopOrder(
  { programme, campaign: id, at, by }: OrderStop,
  { campaigns }: { readonly campaigns: Pick<CampaignRegister, 'campaigns' | 'saveCampaign'> },
): Promise<StopAnswer> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const orders = (await campaigns.campaigns(programme)).filter(({ order }) => order !== undefined);
    const known = orders.find((one) => one.id === id);
    if (known === undefined) {
      const accepted = orders.filter(isLive).map((one) => one.id);
      return { type: 'refused', problems: [{ field: 'campaign', value: id, accepted: accepted.join(', ') }] };
    }
    if (known.state !== 'active') {
      return { type: 'unchanged', campaign: known };
    }
    const stop = { choice: 'now', level: 0, by, at } as const;
    const stopped: Campaign = { ...stopping(known, 'now'), stop, untold: true, version: known.version + 1 };
    if (await campaigns.saveCampaign(programme, stopped)) {
      return { type: 'stopped', campaign: stopped };
    }
  }
  throw new Error(`Order ${id}: ${maxTries} concurrent writes in a row; retry later`);
}
