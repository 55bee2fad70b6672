import type { Campaign } from './campaign.ts';
import type { CampaignType } from './campaign-type.ts';

/** The kind of a campaign, its exercises and its orders included; undefined when it is no longer one of the programme. */
export function typeOfCampaign<T extends Pick<CampaignType, 'code'>>(
  { type, drill, order }: Pick<Campaign, 'type' | 'drill' | 'order'>,
  types: readonly T[],
): T | undefined {
  return types.find(({ code }) =>
    drill
      ? type === `${code}drill`
      : type === code || (order !== undefined && /^\d+$/.test(type.slice(code.length)) && type.startsWith(code)),
  );
}
