import { diallingClient } from '../../adapters/connect-client.ts';
import { connectDialler } from '../../adapters/connect-dialler.ts';
import { connectLoad } from '../../adapters/connect-load.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoPresence } from '../../adapters/dynamo-presence.ts';
import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { readTogether } from '../../adapters/read-together.ts';
import { sqsWakes } from '../../adapters/sqs-wakes.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { campaignsFromEnv, registersFromEnv } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { stillDueFromEnv } from '../middleware/follow-up-ports.ts';
import { lazy } from '../middleware/lazy.ts';
import {
  callbacksFromEnv,
  contactsOfInstance,
  contentFromEnv,
  identitiesFromEnv,
  registryFromEnv,
} from '../middleware/ports-from-env.ts';
import { searchingJournalFromEnv } from '../middleware/referral-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { voiceReachFromEnv } from '../middleware/voice-reach.ts';
import { campaignDispatcherHandler } from './handler.ts';

export const handler = campaignDispatcherHandler(
  lazy(async () => {
    const registry = await registryFromEnv();
    const programmes = deployedProgrammes();
    const read = readTogether(dynamoClient());
    const campaigns = campaignsFromEnv(read);
    const callbacks = callbacksFromEnv();
    return {
      ports: {
        campaigns,
        board: campaigns,
        ...registersFromEnv(programmes, read),
        content: contentFromEnv(),
        journal: searchingJournalFromEnv(),
        lock: callbacks,
        callbacks,
        centre: connectLoad(diallingClient(), registry),
        presence: dynamoPresence(dynamoClient(), requireEnv(tables.presence.env), read),
        dialler: connectDialler(diallingClient(), registry),
        contacts: contactsOfInstance(registry.instanceArn),
        people: identitiesFromEnv(read),
        ...stillDueFromEnv(),
      },
      wakes: sqsWakes(requireEnv(env.wakeQueue)),
      programmes,
      voiceReach: voiceReachFromEnv(),
      concurrentCalls: Number(requireEnv(env.concurrentCalls)),
      count: emfMetrics,
      now,
    };
  }),
);
