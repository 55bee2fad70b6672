import { env } from '../../contracts/env.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { callbacksFromEnv, contactsOfInstance, contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { wrapUpHandler } from './handler.ts';

export const handler = wrapUpHandler(
  lazy(() => ({
    ports: {
      content: contentFromEnv(),
      contacts: contactsOfInstance(requireEnv(env.instanceArn)),
      journal: journalFromEnv(),
      register: callbacksFromEnv(),
    },
    programmes: deployedProgrammes(),
    now,
  })),
);
