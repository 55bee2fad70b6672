import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { followUpJournalFromEnv } from '../middleware/follow-up-ports.ts';
import { lazy } from '../middleware/lazy.ts';
import { messagePortsFromEnv } from '../middleware/message-ports.ts';
import { messageReceiptsHandler } from './handler.ts';

export const handler = messageReceiptsHandler(
  lazy(() => ({
    ports: { ...messagePortsFromEnv(), journal: followUpJournalFromEnv() },
    programmes: deployedProgrammes(),
    count: emfMetrics,
    now,
  })),
);
