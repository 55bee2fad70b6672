import { contentHash } from '../../adapters/content-hash.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { questionnaireDraftsHandler } from './handler.ts';

export const handler = questionnaireDraftsHandler(
  lazy(() => {
    const content = contentFromEnv();
    return {
      ports: { content, versions: content, journal: journalFromEnv(), hash: contentHash },
      programmes: deployedProgrammes(),
      now,
    };
  }),
);
