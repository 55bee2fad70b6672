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

/** The cycle an attempt id names, with the rules it is judged by at the instant `at`; undefined when it is no longer kept. */
export async function findCycle(
  programme: string,
  { campaign: id, cycle: n }: Pick<AttemptName, 'campaign' | 'cycle'>,
  ports: { readonly campaigns: Pick<CampaignRegister, 'campaigns'>; readonly content: Content },
  at?: string,
): Promise<FoundCycle | undefined> {
  const campaign = (await ports.campaigns.campaigns(programme, { campaign: id, cycle: n })).find(
    (one) => one.id === id,
  );
  const cycle = campaign?.cycles.find((one) => one.n === n);
  if (campaign === undefined || cycle === undefined) {
    return undefined;
  }
  // A cycle is judged to its end by what was in force when it began; one without an end, by what is now.
  const judgedAt = (cycle.fed === true ? at : undefined) ?? cycle.from;
  const [types, calendar] = await Promise.all([
    ports.content.inForce(programme, 'campaignTypes', judgedAt),
    ports.content.inForce(programme, 'calendar', judgedAt),
  ]);
  const type = typeOfCampaign(campaign, types);
  return type && { key: cycleKey(id, n), shards: cycle.shards, rules: { policy: type.policy, calendar, cycle }, type };
}
