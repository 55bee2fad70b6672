import { alertPortsFromEnv } from '../middleware/alert-ports.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { timedOperation } from '../middleware/timed-operation.ts';
import { alertDatesHandler } from './handler.ts';

export const handler = alertDatesHandler(lazy(() => ({ portsOf: alertPortsFromEnv, now, operation: timedOperation })));
