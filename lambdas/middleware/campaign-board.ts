import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoReferrals } from '../../adapters/dynamo-referrals.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { campaignBoard } from '../../domain/supervision/campaign-board.ts';
import type { ReadCampaigns } from '../../domain/supervision/push-campaigns.ts';
import { campaignsFromEnv } from './campaign-ports.ts';
import { now } from './clock.ts';
import { contentFromEnv, journalFromEnv } from './ports-from-env.ts';
import { rememberedDays } from './remembered-days.ts';
import { requireEnv } from './require-env.ts';

/** Where no programme calls people on its own account, there is nothing of campaigns. */
export function campaignBoardFromEnv(programmes: Readonly<Record<string, Programme>>): ReadCampaigns {
  if (process.env[tables.campaigns.env] === undefined) {
    return async () => undefined;
  }
  const referrals = process.env[tables.referrals.env];
  const ports = {
    content: contentFromEnv(),
    journal: rememberedDays(journalFromEnv(), now),
    campaigns: campaignsFromEnv(),
    ...(referrals === undefined ? {} : { referrals: dynamoReferrals(dynamoClient(), referrals) }),
  };
  const concurrentCalls = Number(requireEnv(env.concurrentCalls));
  return async (name, at) => {
    const outbound = programmes[name]?.outbound;
    return outbound === undefined
      ? undefined
      : await campaignBoard({ programme: { name, outbound }, at, concurrentCalls }, ports);
  };
}
