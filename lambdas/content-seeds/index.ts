import { contentHash } from '../../adapters/content-hash.ts';
import { programmes } from '../../programmes/index.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { contentSeedsHandler } from './handler.ts';

export const handler = contentSeedsHandler(
  lazy(() => ({ ports: { versions: contentFromEnv(), hash: contentHash }, programmes, now })),
);
