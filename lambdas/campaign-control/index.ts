import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoPresence } from '../../adapters/dynamo-presence.ts';
import { sqsWakes } from '../../adapters/sqs-wakes.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { armingJudge } from '../../domain/campaign/arming.ts';
import { drillPeople } from '../../domain/campaign/drill-register.ts';
import { campaignsFromEnv } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { campaignControlHandler } from './handler.ts';

export const handler = campaignControlHandler(
  lazy(() => {
    const content = contentFromEnv();
    const presence = dynamoPresence(dynamoClient(), requireEnv(tables.presence.env));
    const judged = { content, presence, register: recipientRegisterFromEnv() };
    const means = { concurrentCalls: Number(requireEnv(env.concurrentCalls)), drillPeople };
    return {
      ports: {
        campaigns: campaignsFromEnv(),
        content,
        journal: journalFromEnv(),
        judgeArming: armingJudge(judged, means),
      },
      wakes: sqsWakes(requireEnv(env.wakeQueue)),
      programmes: deployedProgrammes(),
      now,
    };
  }),
);
