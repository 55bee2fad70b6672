import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoPresence } from '../../adapters/dynamo-presence.ts';
import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { sqsWakes } from '../../adapters/sqs-wakes.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { armingJudge } from '../../domain/campaign/arming.ts';
import { drillPeople } from '../../domain/campaign/drill-register.ts';
import { campaignsFromEnv } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { livePushFromEnv } from '../middleware/live-from-env.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { campaignControlHandler } from './handler.ts';

export const handler = campaignControlHandler(
  lazy(() => {
    const content = contentFromEnv();
    const register = recipientRegisterFromEnv();
    // Who is present and the journal are for levels of crises alone: a deployment without crises does not grant them.
    const presence = lazy(() => dynamoPresence(dynamoClient(), requireEnv(tables.presence.env)));
    const judged = {
      content,
      presence: { read: async (name: string) => await (await presence()).read(name) },
      register,
    };
    const means = { concurrentCalls: Number(requireEnv(env.concurrentCalls)), drillPeople };
    return {
      ports: {
        campaigns: campaignsFromEnv(),
        content,
        register,
        journal: { append: async (entries) => await journalFromEnv().append(entries) },
        judgeArming: armingJudge(judged, means),
      },
      wakes: sqsWakes(requireEnv(env.wakeQueue)),
      push: livePushFromEnv(),
      programmes: deployedProgrammes(),
      count: emfMetrics,
      now,
    };
  }),
);
