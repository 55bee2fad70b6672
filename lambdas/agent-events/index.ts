import { dynamoAgentIds } from '../../adapters/dynamo-agent-ids.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoPresence } from '../../adapters/dynamo-presence.ts';
import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { agentEventsHandler } from './handler.ts';
import { programmesByQueue } from './programmes-by-queue.ts';

export const handler = agentEventsHandler(
  lazy(() => {
    const programmes = deployedProgrammes();
    const presence = requireEnv(tables.presence.env);
    return {
      ports: {
        board: dynamoPresence(dynamoClient(), presence),
        kept: new Map(),
        ...(Object.values(programmes).some(({ outbound }) => outbound !== undefined) && {
          ids: { saved: new Set<string>(), port: dynamoAgentIds(dynamoClient(), presence) },
        }),
        journal: journalFromEnv(),
        content: contentFromEnv(),
        programmesOf: programmesByQueue(programmes),
      },
      instanceArn: requireEnv(env.instanceArn),
      count: emfMetrics,
    };
  }),
);
