import { env } from '../../contracts/env.ts';
import { sessionReader } from '../middleware/id-token.ts';
import { lazy } from '../middleware/lazy.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { authorizerHandler } from './handler.ts';

export const handler = authorizerHandler(
  lazy(() => ({
    sessionOf: sessionReader({ issuer: requireEnv(env.issuer), clientId: requireEnv(env.clientId) }),
  })),
);
