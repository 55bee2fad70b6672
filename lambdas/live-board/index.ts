import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoWatch } from '../../adapters/dynamo-watch.ts';
import { tables } from '../../contracts/tables.ts';
import { boardPortsFromEnv } from '../middleware/board-ports.ts';
import { campaignBoardFromEnv } from '../middleware/campaign-board.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { liveBoardHandler } from './handler.ts';

export const handler = liveBoardHandler(
  lazy(async () => ({
    ports: await boardPortsFromEnv(),
    readCampaigns: campaignBoardFromEnv(deployedProgrammes()),
    watched: dynamoWatch(dynamoClient(), requireEnv(tables.connections.env)),
    programmes: deployedProgrammes(),
    now,
  })),
);
