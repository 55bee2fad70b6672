import { contentHash } from '../../adapters/content-hash.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { settingsHandler } from './handler.ts';

export const handler = settingsHandler(
  lazy(() => ({
    ports: () => {
      const content = contentFromEnv();
      return { content, versions: content, hash: contentHash };
    },
    programmes: deployedProgrammes(),
    now,
  })),
);
