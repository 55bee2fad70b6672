import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { sessionCookie } from '../../contracts/routes.ts';
import type { LiveConnections } from '../../domain/live/live-connections.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type BoardChains, type BoardWakes, boardRoles, boardSeconds } from '../../domain/supervision/push-board.ts';
import { cookieOf } from '../middleware/cookies.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import type { Session } from '../middleware/id-token.ts';
import { log } from '../middleware/log.ts';
import { sessionOf } from '../middleware/session-of.ts';

export interface LiveConnectParts {
  readonly connections: LiveConnections;
  readonly chains: Pick<BoardChains, 'begin'>;
  readonly wakes: BoardWakes;
  readonly sessionOf: (token: string) => Promise<Session | undefined>;
  readonly programmes: Readonly<Record<string, Programme>>;
  /** Base URL of the site: pages of no other may listen. */
  readonly publicUrl: string;
}

/** What API Gateway gives of the request that opens the socket: its headers are there then, and only then. */
export type LiveEvent = APIGatewayProxyWebsocketEventV2 & {
  readonly headers?: Readonly<Record<string, string | undefined>>;
};

/**
 * Routes `$connect` and `$disconnect` of the WebSocket API. A page listens to all the programmes in which its person has a role; who has no session, or
 * comes from another site, is refused, and no socket is opened. Whoever may watch the board begins the chain of its pushes.
 */
export function liveConnectHandler(
  parts: () => Promise<LiveConnectParts>,
): FunctionHandler<LiveEvent, APIGatewayProxyResultV2> {
  return functionHandler('live-connect', async (event) => {
    const { connections, chains, wakes, programmes, ...who } = await parts();
    const { connectionId, eventType, connectedAt, requestId } = event.requestContext;
    if (eventType === 'DISCONNECT') {
      await connections.remove(Object.keys(programmes), connectionId);
      return { statusCode: 200 };
    }
    const origin = headerOf(event, 'origin');
    const token = cookieOf(event, sessionCookie);
    const session = token === undefined ? undefined : await who.sessionOf(token);
    if (session === undefined || origin !== who.publicUrl) {
      log('info', 'live-connect refused', { requestId, isSignedIn: session !== undefined });
      return { statusCode: session === undefined ? 401 : 403 };
    }
    const held = sessionOf(session, programmes, session.signedInAt).programmes;
    if (held.length === 0) {
      return { statusCode: 403 };
    }
    const since = new Date(connectedAt).toISOString();
    await Promise.all(held.map(({ name, roles }) => connections.add(name, { connectionId, roles, since })));
    for (const { name } of held.filter(({ roles }) => boardRoles.some((role) => roles.includes(role)))) {
      await chains.begin(name, connectionId);
      await wakes.wake(name, { chain: connectionId, step: 0 }, boardSeconds);
    }
    return { statusCode: 200 };
  });
}

function headerOf({ headers = {} }: LiveEvent, name: string): string | undefined {
  return Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
}
