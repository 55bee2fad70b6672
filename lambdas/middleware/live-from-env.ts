import { connectionLine } from '../../adapters/connection-line.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoConnections } from '../../adapters/dynamo-connections.ts';
import { env } from '../../contracts/env.ts';
import type { LiveMessage } from '../../contracts/live.ts';
import type { roles } from '../../contracts/routes.ts';
import { tables } from '../../contracts/tables.ts';
import { pushLive } from '../../domain/live/push-live.ts';
import { errorFields, log } from './log.ts';
import { requireEnv } from './require-env.ts';

/** Tells the open pages of those who have one of these roles, of everybody when there are none. */
export type LivePush = (message: LiveMessage, to?: readonly (typeof roles)[number][]) => Promise<void>;

/** What is pushed is done already: a page that hears nothing of it reads it later, so a failure is logged and goes no further. */
export function livePushFromEnv(): LivePush {
  const ports = {
    connections: dynamoConnections(dynamoClient(), requireEnv(tables.connections.env)),
    line: connectionLine(requireEnv(env.liveEndpoint)),
  };
  return async (message, to) => {
    try {
      await pushLive(message, to, ports);
    } catch (error) {
      log('warn', 'live pages were not told', { topic: message.topic, ...errorFields(error) });
    }
  };
}
