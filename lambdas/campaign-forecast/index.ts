import { env } from '../../contracts/env.ts';
import { campaignsFromEnv } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { campaignForecastHandler } from './handler.ts';

export const handler = campaignForecastHandler(
  lazy(() => ({
    ports: {
      content: contentFromEnv(),
      campaigns: campaignsFromEnv(),
      journal: journalFromEnv(),
      register: recipientRegisterFromEnv(),
    },
    programmes: deployedProgrammes(),
    concurrentCalls: Number(requireEnv(env.concurrentCalls)),
    now,
  })),
);
