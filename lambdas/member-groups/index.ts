import { contentHash } from '../../adapters/content-hash.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { membersFromEnv } from '../middleware/member-ports.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { alertProgramme } from '../middleware/structure-visitor.ts';
import { memberGroupsHandler } from './handler.ts';

export const handler = memberGroupsHandler(
  lazy(() => ({
    members: membersFromEnv,
    content: contentFromEnv(),
    timeZone: alertProgramme().calendar.timeZone,
    now,
    hash: contentHash,
  })),
);
