import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { retentionPortsFromEnv } from '../middleware/retention-ports.ts';
import { retentionClockHandler } from './handler.ts';

export const handler = retentionClockHandler(
  lazy(() => ({ ports: retentionPortsFromEnv(), programmes: deployedProgrammes(), now })),
);
