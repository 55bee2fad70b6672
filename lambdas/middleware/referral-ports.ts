import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoReferrals } from '../../adapters/dynamo-referrals.ts';
import { snsReferralNoticesOf } from '../../adapters/sns-referral-notices.ts';
import { env } from '../../contracts/env.ts';
import { outboundRoutes } from '../../contracts/routes.ts';
import { tables } from '../../contracts/tables.ts';
import type { ReferralPorts } from '../../domain/referral/referral-ports.ts';
import { contentFromEnv, journalFromEnv } from './ports-from-env.ts';
import { requireEnv } from './require-env.ts';

/** What creating, telling and answering referrals takes, from the function's environment. */
export function referralPortsFromEnv(): ReferralPorts {
  const publicUrl = requireEnv(env.publicUrl);
  return {
    referrals: dynamoReferrals(dynamoClient(), requireEnv(tables.referrals.env)),
    journal: journalFromEnv(),
    content: contentFromEnv(),
    notices: snsReferralNoticesOf(requireEnv(env.referralTopic)),
    pageOf: (programme, cell) => `${publicUrl}${cellPath(programme, cell)}`,
  };
}

/** Path of a cell's page. */
export function cellPath(programme: string, cell: string): string {
  return outboundRoutes.referrals.path
    .replace('{programme}', encodeURIComponent(programme))
    .replace('{cell}', encodeURIComponent(cell));
}
