import { campaignsIfDeployed } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { callbacksFromEnv, contentFromEnv, peopleFromEnv, registryFromEnv } from '../middleware/ports-from-env.ts';
import { inboundContextHandler } from './handler.ts';

export const handler = inboundContextHandler(
  lazy(async () => {
    const callbacks = callbacksFromEnv();
    return {
      ports: {
        ...peopleFromEnv(),
        content: contentFromEnv(),
        register: callbacks,
        lock: callbacks,
        campaigns: campaignsIfDeployed(),
      },
      registry: await registryFromEnv(),
      programmes: deployedProgrammes(),
      now,
    };
  }),
);
