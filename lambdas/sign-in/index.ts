import { randomBytes } from 'node:crypto';
import { env } from '../../contracts/env.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { sessionReader } from '../middleware/id-token.ts';
import { lazy } from '../middleware/lazy.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { signInHandler } from './handler.ts';
import { hostedSignIn } from './identity-provider.ts';

export const handler = signInHandler(
  lazy(() => {
    const publicUrl = requireEnv(env.publicUrl);
    const clientId = requireEnv(env.clientId);
    return {
      provider: hostedSignIn({ signInUrl: requireEnv(env.signInUrl), clientId, publicUrl, fetch }),
      sessionOf: sessionReader({ issuer: requireEnv(env.issuer), clientId }),
      randomText: () => randomBytes(24).toString('base64url'),
      programmes: deployedProgrammes(),
      secure: publicUrl.startsWith('https://'),
    };
  }),
);
