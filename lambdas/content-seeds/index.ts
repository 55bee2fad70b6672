import { contentHash } from '../../adapters/content-hash.ts';
import { knowledgeTableKeys } from '../../contracts/knowledge-tables.ts';
import { programmes } from '../../programmes/index.ts';
import { now } from '../middleware/clock.ts';
import { knowledgeFromEnv } from '../middleware/knowledge-from-env.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { contentSeedsHandler } from './handler.ts';

export const handler = contentSeedsHandler(
  lazy(() => ({ ports: { versions: contentFromEnv(), hash: contentHash }, ...knowledgeIfDeployed(), programmes, now })),
);

function knowledgeIfDeployed() {
  return process.env[knowledgeTableKeys.knowledge.env] === undefined ? {} : { knowledge: knowledgeFromEnv() };
}
