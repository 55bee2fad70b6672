import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoImports } from '../../adapters/dynamo-imports.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { s3ImportsOf } from '../../adapters/s3-imports.ts';
import { secretKeyedHash } from '../../adapters/secret-pseudonym.ts';
import { spreadsheets } from '../../adapters/spreadsheet/read-spreadsheet.ts';
import { importErrors } from '../../adapters/workbook/import-errors.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, identitiesFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { registrationAge } from '../middleware/registration-age.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { recipientImportHandler } from './handler.ts';

export const handler = recipientImportHandler(
  lazy(async () => ({
    programmes: deployedProgrammes(),
    ageFrom: registrationAge(contentFromEnv()),
    ports: {
      jobs: dynamoImports(dynamoClient(), requireEnv(tables.recipients.env)),
      files: s3ImportsOf(requireEnv(env.listBucket)),
      register: recipientRegisterFromEnv(),
      profiles: dynamoProfiles(dynamoClient(), requireEnv(tables.people.env), kmsClient(), requireEnv(env.identityKey)),
      people: identitiesFromEnv(),
      spreadsheets: spreadsheets(),
      errorWorkbook: importErrors,
      hash: await secretKeyedHash(requireEnv(env.pseudonymSecret)),
      journal: journalFromEnv(),
      now,
    },
  })),
);
