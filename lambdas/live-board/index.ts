import { createHash } from 'node:crypto';
import { diallingClient } from '../../adapters/connect-client.ts';
import { connectLoad } from '../../adapters/connect-load.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoPresence } from '../../adapters/dynamo-presence.ts';
import { tables } from '../../contracts/tables.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { callbacksFromEnv, contentFromEnv, journalFromEnv, registryFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { liveBoardHandler } from './handler.ts';

export const handler = liveBoardHandler(
  lazy(async () => ({
    ports: {
      journal: journalFromEnv(),
      content: contentFromEnv(),
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      presence: dynamoPresence(dynamoClient(), requireEnv(tables.presence.env)),
      callbacks: callbacksFromEnv(),
      centre: connectLoad(diallingClient(), await registryFromEnv()),
    },
    programmes: deployedProgrammes(),
    now,
  })),
);
