import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { peopleFromEnv } from '../middleware/ports-from-env.ts';
import { callerNumberHandler } from './handler.ts';

export const handler = callerNumberHandler(lazy(() => ({ ports: peopleFromEnv(), programmes: deployedProgrammes() })));
