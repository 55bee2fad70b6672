import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { callbacksFromEnv, contentFromEnv, identitiesFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { manualCallsHandler } from './handler.ts';

export const handler = manualCallsHandler(
  lazy(() => {
    const callbacks = callbacksFromEnv();
    return {
      ports: {
        register: callbacks,
        lock: callbacks,
        people: identitiesFromEnv(),
        content: contentFromEnv(),
        journal: journalFromEnv(),
      },
      programmes: deployedProgrammes(),
      now,
    };
  }),
);
