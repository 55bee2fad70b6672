import { randomBytes } from 'node:crypto';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoImports } from '../../adapters/dynamo-imports.ts';
import { s3ImportsOf } from '../../adapters/s3-imports.ts';
import { secretKeyedHash } from '../../adapters/secret-pseudonym.ts';
import { startFunction } from '../../adapters/start-function.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { journalFromEnv } from '../middleware/ports-from-env.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { recipientListsHandler } from './handler.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz012345';

export const handler = recipientListsHandler(
  lazy(() => ({
    programmes: deployedProgrammes(),
    jobs: dynamoImports(dynamoClient(), requireEnv(tables.recipients.env)),
    files: s3ImportsOf(requireEnv(env.listBucket)),
    register: recipientRegisterFromEnv(),
    journal: journalFromEnv(),
    hash: lazy(() => secretKeyedHash(requireEnv(env.pseudonymSecret))),
    start: startFunction(requireEnv(env.importFunction)),
    publicUrl: requireEnv(env.publicUrl),
    now,
    random: () => Array.from(randomBytes(8), (byte) => alphabet[byte % alphabet.length]).join(''),
  })),
);
