import { randomBytes } from 'node:crypto';
import { contentHash } from '../../adapters/content-hash.ts';
import { grids } from '../../adapters/spreadsheet/read-grid.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { knowledgeFromEnv } from '../middleware/knowledge-from-env.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { knowledgeEditorHandler } from './handler.ts';

export const handler = knowledgeEditorHandler(
  lazy(() => {
    const content = contentFromEnv();
    return {
      base: knowledgeFromEnv(),
      content,
      versions: content,
      journal: journalFromEnv(),
      grids: grids(),
      programmes: deployedProgrammes(),
      hash: contentHash,
      now,
      random: () => randomBytes(4).toString('hex'),
    };
  }),
);
