import { dynamoBoardChains } from '../../adapters/dynamo-board-chains.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoConnections } from '../../adapters/dynamo-connections.ts';
import { sqsBoardWakes } from '../../adapters/sqs-board-wakes.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { sessionReader } from '../middleware/id-token.ts';
import { lazy } from '../middleware/lazy.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { liveConnectHandler } from './handler.ts';

export const handler = liveConnectHandler(
  lazy(() => ({
    connections: dynamoConnections(dynamoClient(), requireEnv(tables.connections.env)),
    chains: dynamoBoardChains(dynamoClient(), requireEnv(tables.connections.env)),
    wakes: sqsBoardWakes(requireEnv(env.wakeQueue)),
    sessionOf: sessionReader({ issuer: requireEnv(env.issuer), clientId: requireEnv(env.clientId) }),
    programmes: deployedProgrammes(),
    publicUrl: requireEnv(env.publicUrl),
  })),
);
