import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type FollowPorts, followCampaign } from '../../domain/forecast/follow-campaign.ts';
import { type JudgePorts, judgeCampaign } from '../../domain/forecast/judge-campaign.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import {
  type ApiEvent,
  type ApiUser,
  HttpError,
  jsonAnswer,
  pathParameter,
  requireRole,
  userOf,
} from '../middleware/http.ts';
import { guardPage } from '../middleware/page-answer.ts';
import { toSignIn, visitor } from '../middleware/visitor.ts';
import { forecastPage } from './forecast-page.ts';
import { forecastQuery } from './forecast-query.ts';

export interface CampaignForecastParts {
  readonly ports: JudgePorts & FollowPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  /** Calls at once that AWS granted to the instance. */
  readonly concurrentCalls: number;
  readonly now: () => string;
}

/**
 * Before a campaign is armed, can it be done (`campaignFeasibility`, REFLEX-31): a `FeasibilityAnswer`. While it runs, will it be (`campaignTracking`,
 * REFLEX-17): a `TrackingAnswer`, shares from 0 to 1. Both for people: `campaignForecasts`. Parameters: see `ForecastQuery`.
 */
export function campaignForecastHandler(
  parts: () => Promise<CampaignForecastParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('campaign-forecast', (event, { awsRequestId }) =>
    event.rawPath.startsWith('/api/')
      ? jsonAnswer('campaign-forecast', awsRequestId, async () => await data(event, userOf(event), await parts()))
      : guardPage('campaign-forecast', awsRequestId, async () => {
          const user = visitor(event);
          if (user === undefined) {
            return toSignIn(event);
          }
          const ready = await parts();
          return await forecastPage(event, user, programmeOf(event, user, ready), ready);
        }),
  );
}

async function data(event: ApiEvent, user: ApiUser, parts: CampaignForecastParts): Promise<unknown> {
  const { ports, concurrentCalls, now } = parts;
  const { name: programme } = programmeOf(event, user, parts);
  const query = forecastQuery(event, concurrentCalls, now());
  const campaign = event.pathParameters?.['campaign'];
  const answer =
    campaign === undefined
      ? await judgeCampaign({ programme, crisis: pathParameter(event, 'crisis'), ...query }, ports)
      : await followCampaign({ programme, campaign, ...query, at: now() }, ports);
  if ('fault' in answer) {
    throw new HttpError(404, answer.fault);
  }
  return answer;
}

function programmeOf(event: ApiEvent, user: ApiUser, { programmes }: CampaignForecastParts): Programme {
  const name = pathParameter(event, 'programme');
  requireRole(user, name, ['supervisor', 'client']);
  const programme = programmes[name];
  if (programme?.outbound === undefined) {
    throw new HttpError(404, `Le programme « ${name} » n’a pas de campagnes ici.`);
  }
  return programme;
}
