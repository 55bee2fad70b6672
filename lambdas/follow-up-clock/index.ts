import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { followUpPortsFromEnv } from '../middleware/follow-up-ports.ts';
import { lazy } from '../middleware/lazy.ts';
import { followUpClockHandler } from './handler.ts';

export const handler = followUpClockHandler(
  lazy(() => ({ ports: followUpPortsFromEnv(), programmes: deployedProgrammes(), now })),
);
