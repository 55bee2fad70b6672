import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { alertQueueFromEnv, structureOfEnv } from '../middleware/alert-ports.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { linkPortsFromEnv } from '../middleware/link-ports.ts';
import { messagePortsFromEnv } from '../middleware/message-ports.ts';
import { alertClockHandler } from './handler.ts';

export const handler = alertClockHandler(
  lazy(() => {
    const messaging = messagePortsFromEnv();
    const links = linkPortsFromEnv();
    return {
      portsOf: (programme: string) => ({
        ...messaging,
        links,
        queue: alertQueueFromEnv(programme),
        structure: structureOfEnv(programme),
      }),
      count: emfMetrics,
      now,
    };
  }),
);
