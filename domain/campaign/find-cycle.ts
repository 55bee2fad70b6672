import type { Content } from '../content/content.ts';
import type { AttemptName } from './attempt-id.ts';
import { cycleKey } from './campaign.ts';
import type { CampaignRegister } from './campaign-register.ts';
import type { CampaignType } from './campaign-type.ts';
import type { CycleRules } from './recipient-facts.ts';
import { typeOfCampaign } from './type-of-campaign.ts';

/** Where facts about one recipient belong. */
export interface FoundCycle {
  readonly key: string;
  readonly shards: number;
  readonly rules: CycleRules;
  readonly type: CampaignType;
}

/** The cycle an attempt id names, with the rules it is judged by; undefined when it is no longer kept. */
export async function findCycle(
  programme: string,
  { campaign: id, cycle: n }: Pick<AttemptName, 'campaign' | 'cycle'>,
  ports: { readonly campaigns: Pick<CampaignRegister, 'campaigns'>; readonly content: Content },
): Promise<FoundCycle | undefined> {
  const campaign = (await ports.campaigns.campaigns(programme, { campaign: id, cycle: n })).find(
    (one) => one.id === id,
  );
  const cycle = campaign?.cycles.find((one) => one.n === n);
  if (campaign === undefined || cycle === undefined) {
    return undefined;
  }
  const [types, calendar] = await Promise.all([
    ports.content.inForce(programme, 'campaignTypes', cycle.from),
    ports.content.inForce(programme, 'calendar', cycle.from),
  ]);
  const type = typeOfCampaign(campaign, types);
  return type && { key: cycleKey(id, n), shards: cycle.shards, rules: { policy: type.policy, calendar, cycle }, type };
}
