import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoReferrals } from '../../adapters/dynamo-referrals.ts';
import { env } from '../../contracts/env.ts';
import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { tables } from '../../contracts/tables.ts';
import type { CreatedReferral } from '../../domain/referral/create-referrals.ts';
import type { ReferralPorts } from '../../domain/referral/referral-ports.ts';
import { searchingJournal } from '../../domain/referral/searching-journal.ts';
import { followUpJournalFromEnv, orientedJournalFromEnv } from './follow-up-ports.ts';
import { lazy } from './lazy.ts';
import { errorFields, log } from './log.ts';
import { contentFromEnv, journalFromEnv } from './ports-from-env.ts';
import { requireEnv } from './require-env.ts';

/** What creating, telling and answering referrals takes, from the function's environment. */
export function referralPortsFromEnv(): ReferralPorts {
  const publicUrl = requireEnv(env.publicUrl);
  const topic = requireEnv(env.referralTopic);
  // Most functions that may refer somebody do not, most of the time: the client of SNS is loaded by the first notice.
  const sns = lazy(async () => {
    const { snsReferralNoticesOf } = await import('../../adapters/sns-referral-notices.ts');
    return snsReferralNoticesOf(topic);
  });
  return {
    referrals: dynamoReferrals(dynamoClient(), requireEnv(tables.referrals.env)),
    journal: orientedJournalFromEnv(),
    content: contentFromEnv(),
    notices: { tell: async (notice) => await (await sns()).tell(notice) },
    pageOf: (programme, cell) => `${publicUrl}${cellPath(programme, cell)}`,
  };
}

/**
 * The journal, by which people are followed, or which has whom nobody could reach searched for (REFLEX-21): a protocol says itself what becomes of who
 * cannot be reached. The journal alone where neither is.
 */
export function searchingJournalFromEnv() {
  if (process.env[tables.followUps.env] !== undefined) {
    return followUpJournalFromEnv();
  }
  const journal = journalFromEnv();
  if (process.env[tables.referrals.env] === undefined) {
    return journal;
  }
  const delayed = ({ referralId, delayedBy }: CreatedReferral) =>
    log('warn', 'referral told later', { referralId, ...errorFields(delayedBy) });
  return { ...journal, ...searchingJournal(journal, referralPortsFromEnv(), delayed) };
}

/** Path of a cell's page. */
export function cellPath(programme: string, cell: string): string {
  return outboundRoutes.referrals.path
    .replace('{programme}', encodeURIComponent(programme))
    .replace('{cell}', encodeURIComponent(cell));
}
