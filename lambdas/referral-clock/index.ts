import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { referralPortsFromEnv } from '../middleware/referral-ports.ts';
import { referralClockHandler } from './handler.ts';

export const handler = referralClockHandler(
  lazy(() => ({ ports: referralPortsFromEnv(), programmes: deployedProgrammes(), now })),
);
