import { boardPortsFromEnv } from '../middleware/board-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { liveBoardHandler } from './handler.ts';

export const handler = liveBoardHandler(
  lazy(async () => ({ ports: await boardPortsFromEnv(), programmes: deployedProgrammes(), now })),
);
