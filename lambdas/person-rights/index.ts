import { secretKeyedHash } from '../../adapters/secret-pseudonym.ts';
import { env } from '../../contracts/env.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { retentionPortsFromEnv } from '../middleware/retention-ports.ts';
import { personRightsHandler } from './handler.ts';

export const handler = personRightsHandler(
  lazy(async () => ({
    programmes: deployedProgrammes(),
    ports: retentionPortsFromEnv(),
    register: recipientRegisterFromEnv(),
    hash: await secretKeyedHash(requireEnv(env.pseudonymSecret)),
    now,
  })),
);
