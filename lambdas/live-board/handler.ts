import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { LiveBoard } from '../../contracts/live-board.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type BoardPorts, liveBoard } from '../../domain/supervision/live-board.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, HttpError, jsonAnswer, pathParameter, requireRole, userOf } from '../middleware/http.ts';

export interface LiveBoardParts {
  readonly ports: BoardPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** Route `liveBoard` of contracts/routes.ts (COMMON-44): a `LiveBoard`. The client reads the same figures as the supervisor, without the agents' names. */
export function liveBoardHandler(
  parts: () => Promise<LiveBoardParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('live-board', (event, { awsRequestId }) =>
    jsonAnswer('live-board', awsRequestId, async (): Promise<LiveBoard> => {
      const { ports, programmes, now } = await parts();
      const name = pathParameter(event, 'programme');
      const user = userOf(event);
      requireRole(user, name, ['supervisor', 'client']);
      const programme = programmes[name];
      if (programme === undefined) {
        throw new HttpError(404, `Le programme « ${name} » n’existe pas ici.`);
      }
      return await liveBoard({ programme, at: now(), withAgents: user.groups.includes(`${name}:supervisor`) }, ports);
    }),
  );
}
