import { contentHash } from '../../adapters/content-hash.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoMessages } from '../../adapters/dynamo-messages.ts';
import { dynamoPresence } from '../../adapters/dynamo-presence.ts';
import { dynamoQuestionnaires } from '../../adapters/dynamo-questionnaires.ts';
import { dynamoReferrals } from '../../adapters/dynamo-referrals.ts';
import { s3DroppedListsOf } from '../../adapters/s3-dropped-lists.ts';
import { resultsWorkbook } from '../../adapters/workbook/results-workbook.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { campaignsFromEnv } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { followedPeopleFromEnv } from '../middleware/follow-up-ports.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { followedPeopleHandler } from './handler.ts';

export const handler = followedPeopleHandler(
  lazy(() => {
    const client = dynamoClient();
    return {
      programmes: deployedProgrammes(),
      content: contentFromEnv(),
      hash: contentHash,
      journal: journalFromEnv(),
      followed: followedPeopleFromEnv(),
      campaigns: campaignsFromEnv(),
      messages: dynamoMessages(client, requireEnv(tables.messages.env)),
      records: dynamoQuestionnaires(client, requireEnv(tables.questionnaires.env)),
      referrals: dynamoReferrals(client, requireEnv(tables.referrals.env)),
      presence: dynamoPresence(client, requireEnv(tables.presence.env)),
      lists: s3DroppedListsOf(requireEnv(env.listBucket)),
      workbook: resultsWorkbook,
      concurrentCalls: Number(requireEnv(env.concurrentCalls)),
      messagesPerSecond: Number(requireEnv(env.messagesPerSecond)),
      now,
    };
  }),
);
