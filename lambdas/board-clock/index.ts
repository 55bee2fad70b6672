import { connectionLine } from '../../adapters/connection-line.ts';
import { dynamoBoardChains } from '../../adapters/dynamo-board-chains.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoConnections } from '../../adapters/dynamo-connections.ts';
import { sqsBoardWakes } from '../../adapters/sqs-board-wakes.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { lookAtProgramme } from '../../domain/watch/look-at-programme.ts';
import { boardPortsFromEnv } from '../middleware/board-ports.ts';
import { campaignBoardFromEnv } from '../middleware/campaign-board.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { watchPortsFromEnv } from '../middleware/watch-ports.ts';
import { boardClockHandler } from './handler.ts';

export const handler = boardClockHandler(
  lazy(async () => {
    const connections = requireEnv(tables.connections.env);
    const programmes = deployedProgrammes();
    const board = await boardPortsFromEnv();
    const readCampaigns = campaignBoardFromEnv(programmes);
    const watch = watchPortsFromEnv(board, readCampaigns);
    return {
      ports: {
        ...board,
        live: {
          connections: dynamoConnections(dynamoClient(), connections),
          line: connectionLine(requireEnv(env.liveEndpoint)),
        },
        chains: dynamoBoardChains(dynamoClient(), connections),
        wakes: sqsBoardWakes(requireEnv(env.wakeQueue)),
        readCampaigns,
      },
      look: async (look) => await lookAtProgramme(look, watch),
      programmes,
      now,
    };
  }),
);
