import { randomBytes } from 'node:crypto';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoMemberImports } from '../../adapters/dynamo-member-imports.ts';
import { s3ImportsOf } from '../../adapters/s3-imports.ts';
import { startFunction } from '../../adapters/start-function.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import type { MemberImportPreview } from '../../domain/member-import/member-import.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { membersFromEnv } from '../middleware/member-ports.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { staffNames } from '../middleware/staff-names.ts';
import { structurePortsFromEnv } from '../middleware/structure-ports.ts';
import { alertProgramme } from '../middleware/structure-visitor.ts';
import { memberImportHandler } from './handler.ts';

export const handler = memberImportHandler(
  lazy(() => ({
    jobs: (scope) => dynamoMemberImports(dynamoClient(), requireEnv(tables.members.env), scope),
    members: membersFromEnv,
    files: s3ImportsOf<MemberImportPreview>(requireEnv(env.listBucket)),
    content: contentFromEnv(),
    staff: staffNames(structurePortsFromEnv().accounts),
    start: startFunction(requireEnv(env.importFunction)),
    publicUrl: requireEnv(env.publicUrl),
    timeZone: alertProgramme().calendar.timeZone,
    now,
    random: () => randomBytes(4).toString('hex'),
  })),
);
