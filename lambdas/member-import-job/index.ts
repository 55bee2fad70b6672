import { contentHash } from '../../adapters/content-hash.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoConsents } from '../../adapters/dynamo-consents.ts';
import { dynamoMemberImports } from '../../adapters/dynamo-member-imports.ts';
import { s3ImportsOf } from '../../adapters/s3-imports.ts';
import { spreadsheets } from '../../adapters/spreadsheet/read-spreadsheet.ts';
import { memberImportWorkbook } from '../../adapters/workbook/member-import-workbook.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import type { MemberImportPreview } from '../../domain/member-import/member-import.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { membersFromEnv } from '../middleware/member-ports.ts';
import { journalFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { alertProgramme } from '../middleware/structure-visitor.ts';
import { memberImportJobHandler } from './handler.ts';

export const handler = memberImportJobHandler(
  lazy(() => {
    const { name: programme, title, calendar, defaultCountry, alerts } = alertProgramme();
    return {
      ground: {
        ...{ programme, title },
        ...{ timeZone: calendar.timeZone, country: defaultCountry, funding: alerts.funding.sentence },
      },
      ports: (scope) => ({
        jobs: dynamoMemberImports(dynamoClient(), requireEnv(tables.members.env), scope),
        files: s3ImportsOf<MemberImportPreview>(requireEnv(env.listBucket)),
        members: membersFromEnv(scope),
        consents: dynamoConsents(dynamoClient(), requireEnv(tables.messages.env)),
        journal: journalFromEnv(),
        spreadsheets: spreadsheets(),
        workbook: memberImportWorkbook,
        now,
        hash: contentHash,
      }),
    };
  }),
);
