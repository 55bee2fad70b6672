import type { Campaign } from '../campaign/campaign.ts';
import type { CampaignRegister } from '../campaign/campaign-register.ts';
import type { Content } from '../content/content.ts';
import type { ContentVersions } from '../content/content-versions.ts';

export interface OrderPorts {
  readonly content: Content;
  readonly versions: ContentVersions;
  readonly hash: (value: unknown) => string;
}

export type OrderAnswer = { readonly type: 'ordered' } | { readonly type: 'refused'; readonly fault: string };

/** Writers of one campaign meet rarely. */
const maxTries = 8;

/** Which calls come first from now on (ARS-41): dated content, and at once what dispatchers go by. A repeat changes nothing. */
export async function orderPriority(
  programme: string,
  order: unknown,
  at: string,
  ports: OrderPorts & { readonly campaigns: Pick<CampaignRegister, 'campaigns' | 'saveCampaign'> },
): Promise<OrderAnswer> {
  const { moments } = await ports.content.inForce(programme, 'protocol', at);
  const codes = moments.map(({ code }) => code);
  const given: readonly unknown[] = Array.isArray(order) ? order : [];
  const priority = given.filter((one): one is string => typeof one === 'string' && codes.includes(one));
  if (priority.length !== codes.length || new Set(priority).size !== codes.length) {
    return {
      type: 'refused',
      fault: `L’ordre vaut ${JSON.stringify(order)} ; valeur acceptée : chacun des types d’appel une fois (${codes.join(', ')}).`,
    };
  }
  await ports.versions.add(programme, 'callPriority', {
    validFrom: at,
    hash: ports.hash(priority),
    origin: 'edit',
    value: priority,
  });
  for (const [precedence, code] of priority.entries()) {
    await setPrecedence(programme, code, precedence, ports.campaigns);
  }
  return { type: 'ordered' };
}

async function setPrecedence(
  programme: string,
  code: string,
  precedence: number,
  campaigns: Pick<CampaignRegister, 'campaigns' | 'saveCampaign'>,
): Promise<void> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const campaign: Campaign | undefined = (await campaigns.campaigns(programme)).find(({ id }) => id === code);
    // One that nobody was handed to yet is founded with what is in force then.
    if (campaign === undefined || campaign.precedence === precedence) {
      return;
    }
    if (await campaigns.saveCampaign(programme, { ...campaign, precedence, version: campaign.version + 1 })) {
      return;
    }
  }
  throw new Error(`Campaign ${code}: ${maxTries} concurrent writes in a row; retry later`);
}
