import { randomUUID } from 'node:crypto';
import { cognitoClient, cognitoInvitations } from '../../adapters/cognito-invitations.ts';
import { contentHash } from '../../adapters/content-hash.ts';
import { env } from '../../contracts/env.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { journalFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { structurePortsFromEnv } from '../middleware/structure-ports.ts';
import { alertProgramme } from '../middleware/structure-visitor.ts';
import { structuresHandler } from './handler.ts';

export const handler = structuresHandler(
  lazy(() => ({
    ...structurePortsFromEnv(),
    invitations: cognitoInvitations(cognitoClient(), requireEnv(env.userPool)),
    journal: journalFromEnv(),
    timeZone: alertProgramme().calendar.timeZone,
    now,
    operation: randomUUID,
    hash: contentHash,
  })),
);
