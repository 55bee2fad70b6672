import { randomUUID } from 'node:crypto';
import { contentHash } from '../../adapters/content-hash.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoMemberImports } from '../../adapters/dynamo-member-imports.ts';
import { s3ImportsOf } from '../../adapters/s3-imports.ts';
import { memberWorkbook } from '../../adapters/workbook/member-workbook.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { alertsOfMemberFromEnv } from '../middleware/alerts-of-member.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { membersFromEnv } from '../middleware/member-ports.ts';
import { consentPortsFromEnv } from '../middleware/message-ports.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { staffNames } from '../middleware/staff-names.ts';
import { structurePortsFromEnv } from '../middleware/structure-ports.ts';
import { alertProgramme } from '../middleware/structure-visitor.ts';
import { membersHandler } from './handler.ts';
import { importFilesElsewhere } from './import-files-elsewhere.ts';

export const handler = membersHandler(
  lazy(() => {
    const { calendar, defaultCountry } = alertProgramme();
    return {
      members: membersFromEnv,
      ...consentPortsFromEnv(),
      content: contentFromEnv(),
      staff: staffNames(structurePortsFromEnv().accounts),
      timeZone: calendar.timeZone,
      country: defaultCountry,
      workbook: memberWorkbook,
      elsewhere: [
        alertsOfMemberFromEnv,
        importFilesElsewhere(s3ImportsOf(requireEnv(env.listBucket)), (scope) =>
          dynamoMemberImports(dynamoClient(), requireEnv(tables.members.env), scope),
        ),
      ],
      now,
      operation: randomUUID,
      hash: contentHash,
      wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    };
  }),
);
