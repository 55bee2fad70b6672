import { type Campaign, type Cycle, cycleKey } from './campaign.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import type { CampaignType } from './campaign-type.ts';
import type { CycleRules } from './recipient-facts.ts';
import { typeOfCampaign } from './type-of-campaign.ts';

/** Beyond any instant. */
const never = '9999-12-31T23:59:59.999Z';

/** A campaign that people are handed to, and what decides about them. */
export interface FedCampaign {
  readonly campaign: Campaign;
  readonly cycle: Cycle;
  /** `<campaign>-1`. */
  readonly key: string;
  readonly rules: CycleRules;
}

/**
 * The campaign of a kind that is fed, founded when there is none yet: its id is the code of its type, and it has one cycle without an end. Throws for a
 * kind that is not fed. `precedence`: of one that is founded.
 */
export async function fedCampaign(
  programme: string,
  code: string,
  at: string,
  { campaigns, content }: Pick<CampaignPorts, 'campaigns' | 'content'>,
  precedence?: number,
): Promise<FedCampaign> {
  const [types, calendar] = await Promise.all([
    content.inForce(programme, 'campaignTypes', at),
    content.inForce(programme, 'calendar', at),
  ]);
  const type = types.find((one) => one.code === code);
  if (type?.fed !== true) {
    const accepted = types.filter(({ fed }) => fed === true).map((one) => one.code);
    throw new Error(`Campaign type "${code}" is not handed people one by one; accepted: ${accepted.join(', ')}`);
  }
  const known = (await campaigns.campaigns(programme)).find((one) => typeOfCampaign(one, [type]) !== undefined);
  const campaign = known ?? founded(type, at, precedence);
  if (known === undefined) {
    // Whoever comes second finds the same: nothing in it but the instant depends on who founds it.
    await campaigns.saveCampaign(programme, campaign);
  }
  const [cycle] = campaign.cycles;
  if (cycle === undefined) {
    throw new Error(`Campaign ${campaign.id} has no cycle; accepted: a campaign as it was founded`);
  }
  return { campaign, cycle, key: cycleKey(campaign.id, cycle.n), rules: { policy: type.policy, calendar, cycle } };
}

function founded({ code }: CampaignType, at: string, precedence: number | undefined): Campaign {
  return {
    id: code,
    type: code,
    drill: false,
    state: 'active',
    level: 0,
    activatedAt: at,
    activatedBy: '',
    ...(precedence === undefined ? {} : { precedence }),
    cycles: [
      {
        n: 1,
        from: at,
        until: never,
        renewsAt: never,
        firstCallBy: at,
        state: 'ready',
        size: 0,
        callable: 0,
        readyAt: at,
        shards: 1,
        fed: true,
      },
    ],
    version: 1,
  };
}
