import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { referralPortsFromEnv } from '../middleware/referral-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { referralsHandler } from './handler.ts';

export const handler = referralsHandler(
  lazy(() => ({
    ports: referralPortsFromEnv(),
    profiles: dynamoProfiles(dynamoClient(), requireEnv(tables.people.env), kmsClient(), requireEnv(env.identityKey)),
    programmes: deployedProgrammes(),
    now,
  })),
);
