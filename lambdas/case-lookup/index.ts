import { casesFromEnv } from '../middleware/client-software.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { knowledgeFromEnv } from '../middleware/knowledge-from-env.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { caseLookupHandler } from './handler.ts';

export const handler = caseLookupHandler(
  lazy(() => ({
    casesOf: casesFromEnv,
    base: knowledgeFromEnv(),
    content: contentFromEnv(),
    journal: journalFromEnv(),
    programmes: deployedProgrammes(),
    now,
  })),
);
