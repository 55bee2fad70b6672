import { alertPortsFromEnv } from '../middleware/alert-ports.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { messagePortsFromEnv } from '../middleware/message-ports.ts';
import { timedOperation } from '../middleware/timed-operation.ts';
import { alertsHandler } from './handler.ts';

export const handler = alertsHandler(
  lazy(() => ({
    portsOf: alertPortsFromEnv,
    messages: messagePortsFromEnv().messages,
    now,
    operation: timedOperation,
  })),
);
