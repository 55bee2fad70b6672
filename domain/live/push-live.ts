import type { LiveMessage } from '../../contracts/live.ts';
import type { LiveConnections, LiveLine } from './live-connections.ts';

export interface LivePorts {
  readonly connections: LiveConnections;
  readonly line: LiveLine;
}

export interface Pushed {
  readonly reached: number;
  readonly gone: number;
}

/** API Gateway ends a connection after two hours; one that is older was never taken off. */
const longestConnectionMs = 2 * 3_600_000;
const largest = 32 * 1024;

/** Tells the pages of a programme, of whoever has one of these roles, or of everybody. Pages that are gone are taken off. Throws RangeError when it is too large. */
export async function pushLive(
  message: LiveMessage,
  roles: readonly string[] | undefined,
  { connections, line }: LivePorts,
): Promise<Pushed> {
  const { programme, topic, at } = message;
  const text = JSON.stringify(message);
  if (new TextEncoder().encode(text).length > largest) {
    throw new RangeError(
      `A live message of topic "${topic}" is ${text.length} characters; accepted are ${largest} bytes`,
    );
  }
  const open = await connections.list(programme);
  const wanted = open.filter((one) => roles === undefined || one.roles.some((role) => roles.includes(role)));
  const told = await Promise.all(
    wanted.map(async ({ connectionId, since }) => {
      const isOver = Date.parse(at) - Date.parse(since) > longestConnectionMs;
      const isThere = !isOver && (await line.send(connectionId, text));
      if (!isThere) {
        await connections.remove([programme], connectionId);
      }
      return isThere;
    }),
  );
  const reached = told.filter(Boolean).length;
  return { reached, gone: told.length - reached };
}
