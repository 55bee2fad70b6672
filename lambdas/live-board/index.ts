import { boardPortsFromEnv } from '../middleware/board-ports.ts';
import { campaignBoardFromEnv } from '../middleware/campaign-board.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { liveBoardHandler } from './handler.ts';

export const handler = liveBoardHandler(
  lazy(async () => ({
    ports: await boardPortsFromEnv(),
    readCampaigns: campaignBoardFromEnv(deployedProgrammes()),
    programmes: deployedProgrammes(),
    now,
  })),
);
