import { alertQueueFromEnv, structureAlertsFromEnv } from '../middleware/alert-ports.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { timedOperation } from '../middleware/timed-operation.ts';
import { alertDatesHandler } from './handler.ts';

export const handler = alertDatesHandler(
  lazy(() => {
    const content = contentFromEnv();
    return {
      portsOf: (scope, structureName) => ({
        ...structureAlertsFromEnv(scope, structureName),
        queue: alertQueueFromEnv(scope.programme),
        content,
      }),
      now,
      operation: timedOperation,
    };
  }),
);
