import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { s3DroppedListsOf } from '../../adapters/s3-dropped-lists.ts';
import { secretKeyedHash } from '../../adapters/secret-pseudonym.ts';
import { spreadsheets } from '../../adapters/spreadsheet/read-spreadsheet.ts';
import { importErrors } from '../../adapters/workbook/import-errors.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { followedPeopleFromEnv } from '../middleware/follow-up-ports.ts';
import { lazy } from '../middleware/lazy.ts';
import { consentPortsFromEnv } from '../middleware/message-ports.ts';
import { contentFromEnv, identitiesFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { followUpIntakeHandler } from './handler.ts';

export const handler = followUpIntakeHandler(
  lazy(async () => ({
    programmes: deployedProgrammes(),
    ports: {
      lists: s3DroppedListsOf(requireEnv(env.listBucket)),
      followed: followedPeopleFromEnv(),
      register: recipientRegisterFromEnv(),
      profiles: dynamoProfiles(dynamoClient(), requireEnv(tables.people.env), kmsClient(), requireEnv(env.identityKey)),
      people: identitiesFromEnv(),
      spreadsheets: spreadsheets(),
      errorWorkbook: importErrors,
      hash: await secretKeyedHash(requireEnv(env.pseudonymSecret)),
      consents: consentPortsFromEnv().consents,
      content: contentFromEnv(),
      journal: journalFromEnv(),
    },
    now,
  })),
);
