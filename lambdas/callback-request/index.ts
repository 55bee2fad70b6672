import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { callbacksFromEnv, contentFromEnv, peopleFromEnv } from '../middleware/ports-from-env.ts';
import { voiceReachFromEnv } from '../middleware/voice-reach.ts';
import { callbackRequestHandler } from './handler.ts';

export const handler = callbackRequestHandler(
  lazy(() => ({
    ports: {
      ...peopleFromEnv(),
      content: contentFromEnv(),
      register: callbacksFromEnv(),
      voiceReach: voiceReachFromEnv(),
    },
    programmes: deployedProgrammes(),
    now,
  })),
);
