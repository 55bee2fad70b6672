import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { secretKeyedHash } from '../../adapters/secret-pseudonym.ts';
import { correctionsWorkbook } from '../../adapters/workbook/corrections-workbook.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, identitiesFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { registrationAge } from '../middleware/registration-age.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { recipientCorrectionsHandler } from './handler.ts';

export const handler = recipientCorrectionsHandler(
  lazy(async () => ({
    programmes: deployedProgrammes(),
    ageFrom: registrationAge(contentFromEnv()),
    ports: {
      register: recipientRegisterFromEnv(),
      profiles: dynamoProfiles(dynamoClient(), requireEnv(tables.people.env), kmsClient(), requireEnv(env.identityKey)),
      people: identitiesFromEnv(),
      journal: journalFromEnv(),
      hash: await secretKeyedHash(requireEnv(env.pseudonymSecret)),
    },
    workbook: correctionsWorkbook,
    now,
  })),
);
