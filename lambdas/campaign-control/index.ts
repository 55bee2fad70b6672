import { sqsWakes } from '../../adapters/sqs-wakes.ts';
import { env } from '../../contracts/env.ts';
import { campaignsFromEnv } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { campaignControlHandler } from './handler.ts';

export const handler = campaignControlHandler(
  lazy(() => ({
    ports: { campaigns: campaignsFromEnv(), content: contentFromEnv(), journal: journalFromEnv() },
    wakes: sqsWakes(requireEnv(env.wakeQueue)),
    programmes: deployedProgrammes(),
    now,
  })),
);
