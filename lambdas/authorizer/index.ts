import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { sessionReader } from '../middleware/id-token.ts';
import { lazy } from '../middleware/lazy.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { authorizerHandler } from './handler.ts';

export const handler = authorizerHandler(
  lazy(async () => {
    const sessionOf = sessionReader({ issuer: requireEnv(env.issuer), clientId: requireEnv(env.clientId) });
    if (process.env[tables.structures.env] === undefined) {
      return { sessionOf };
    }
    // Only where there are structures: elsewhere nothing of DynamoDB is loaded at a cold start.
    const { structurePortsFromEnv } = await import('../middleware/structure-ports.ts');
    return { sessionOf, accounts: structurePortsFromEnv().accounts };
  }),
);
