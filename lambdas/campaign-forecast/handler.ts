import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type FollowPorts, followCampaign } from '../../domain/forecast/follow-campaign.ts';
import { type JudgePorts, judgeCampaign } from '../../domain/forecast/judge-campaign.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, HttpError, jsonAnswer, pathParameter, requireRole, userOf } from '../middleware/http.ts';
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
 * REFLEX-17): a `TrackingAnswer`, shares from 0 to 1. Parameters: see `ForecastQuery`.
 */
export function campaignForecastHandler(
  parts: () => Promise<CampaignForecastParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('campaign-forecast', (event, { awsRequestId }) =>
    jsonAnswer('campaign-forecast', awsRequestId, async () => {
      const { ports, programmes, concurrentCalls, now } = await parts();
      const programme = pathParameter(event, 'programme');
      requireRole(userOf(event), programme, ['supervisor', 'client']);
      if (programmes[programme]?.outbound === undefined) {
        throw new HttpError(404, `Le programme « ${programme} » n’a pas de campagnes ici.`);
      }
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
    }),
  );
}
