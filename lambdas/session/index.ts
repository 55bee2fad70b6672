import { connectClient } from '../../adapters/connect-client.ts';
import { instanceAddress } from '../../adapters/connect-instance.ts';
import { env } from '../../contracts/env.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { sessionHandler } from './handler.ts';

export const handler = sessionHandler(
  lazy(() => {
    const instance = requireEnv(env.instanceArn);
    return {
      programmes: deployedProgrammes(),
      instanceAddress: instanceAddress(connectClient(), instance.slice(instance.lastIndexOf('/') + 1)),
    };
  }),
);
