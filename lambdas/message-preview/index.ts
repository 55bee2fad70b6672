import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { messagePreviewHandler } from './handler.ts';

export const handler = messagePreviewHandler(
  lazy(() => ({ programmes: deployedProgrammes(), content: contentFromEnv(), now })),
);
