import { connectClient } from '../../adapters/connect-client.ts';
import { connectNumbers } from '../../adapters/connect-numbers.ts';
import { lazy } from '../middleware/lazy.ts';
import { numberAssociationHandler } from './handler.ts';

export const handler = numberAssociationHandler(lazy(() => ({ numbers: connectNumbers(connectClient()) })));
