import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { CampaignBoard } from '../../contracts/campaign-board.ts';
import type { LiveBoard } from '../../contracts/live-board.ts';
import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { routes } from '../../contracts/routes.ts';
import type { StaffingAnswer } from '../../contracts/staffing.ts';
import type { WatchAnswer } from '../../contracts/watch.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type BoardPorts, liveBoard } from '../../domain/supervision/live-board.ts';
import type { ReadCampaigns } from '../../domain/supervision/push-campaigns.ts';
import { staffingTable } from '../../domain/supervision/staffing-table.ts';
import { watchAnswer } from '../../domain/watch/watch-answer.ts';
import type { WatchRegister } from '../../domain/watch/watch-state.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, HttpError, jsonAnswer, pathParameter, requireRole, userOf } from '../middleware/http.ts';
import { staffingQuery } from './staffing-query.ts';

export interface LiveBoardParts {
  readonly ports: BoardPorts;
  readonly readCampaigns: ReadCampaigns;
  readonly watched: Pick<WatchRegister, 'read'>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Routes `liveBoard` (COMMON-44), a `LiveBoard`, and `staffing` (SAMPS-42), a `StaffingAnswer` (parameters: `staffingQuery`), of contracts/routes.ts;
 * `watch` (COMMON-44), a `WatchAnswer`; `campaignBoard` of contracts/outbound-routes.ts, a `CampaignBoard`. The client reads the same figures as the supervisor, without the agents' names.
 */
export function liveBoardHandler(
  parts: () => Promise<LiveBoardParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('live-board', (event, { awsRequestId }) =>
    jsonAnswer(
      'live-board',
      awsRequestId,
      async (): Promise<LiveBoard | StaffingAnswer | CampaignBoard | WatchAnswer> => {
        const { ports, readCampaigns, watched, programmes, now } = await parts();
        const name = pathParameter(event, 'programme');
        const user = userOf(event);
        requireRole(user, name, ['supervisor', 'client']);
        const programme = programmes[name];
        if (programme === undefined) {
          throw new HttpError(404, `Le programme « ${name} » n’existe pas ici.`);
        }
        const at = now();
        if (event.routeKey === `${routes.watch.method} ${routes.watch.path}`) {
          return watchAnswer(name, await watched.read(name), programme.calendar.timeZone, at);
        }
        if (event.routeKey === `${routes.staffing.method} ${routes.staffing.path}`) {
          const { day, inputs } = staffingQuery(event, localDay(programme.calendar.timeZone, at));
          return await staffingTable({ programme, day, at }, inputs, ports);
        }
        if (event.routeKey === `${outboundRoutes.campaignBoard.method} ${outboundRoutes.campaignBoard.path}`) {
          return await campaignsOf(name, at, readCampaigns);
        }
        return await liveBoard({ programme, at, withAgents: user.groups.includes(`${name}:supervisor`) }, ports);
      },
    ),
  );
}

async function campaignsOf(programme: string, at: string, readCampaigns: ReadCampaigns): Promise<CampaignBoard> {
  const board = await readCampaigns(programme, at);
  if (board === undefined) {
    throw new HttpError(404, `Le programme « ${programme} » n’a pas de campagnes ici.`);
  }
  return board;
}
