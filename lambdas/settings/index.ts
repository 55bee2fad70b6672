import { contentHash } from '../../adapters/content-hash.ts';
import { snsContactNoticesOf } from '../../adapters/sns-contact-notices.ts';
import { env } from '../../contracts/env.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { settingsHandler } from './handler.ts';

export const handler = settingsHandler(
  lazy(() => {
    const contacts = snsContactNoticesOf(requireEnv(env.noticeTopic));
    return {
      ports: () => {
        const content = contentFromEnv();
        return { content, versions: content, hash: contentHash, contacts };
      },
      programmes: deployedProgrammes(),
      now,
    };
  }),
);
