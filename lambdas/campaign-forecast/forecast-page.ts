import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../contracts/routes.ts';
import { followCampaign } from '../../domain/forecast/follow-campaign.ts';
import { judgeCampaign } from '../../domain/forecast/judge-campaign.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { campaignForecastPage } from '../../pages/campaign-forecast-page.ts';
import type { ApiEvent, ApiUser } from '../middleware/http.ts';
import { pageAnswer } from '../middleware/page-answer.ts';
import { forecastQuery } from './forecast-query.ts';
import type { CampaignForecastParts } from './handler.ts';

/** All campaigns under way and all kinds, for as many agents as the form says; before that, the form alone. */
export async function forecastPage(
  event: ApiEvent,
  user: ApiUser,
  { name, title, calendar }: Programme,
  { ports, concurrentCalls, now }: CampaignForecastParts,
): Promise<APIGatewayProxyStructuredResultV2> {
  const at = now();
  const isAsked = event.queryStringParameters?.['conseillers'] !== undefined;
  const query = isAsked ? forecastQuery(event, concurrentCalls, at) : undefined;
  const common = {
    programme: title,
    timeZone: calendar.timeZone,
    path: event.rawPath,
    at,
    userName: user.displayName,
    signOutPath: routes.signOut.path,
  };
  if (query === undefined) {
    return pageAnswer(200, campaignForecastPage({ ...common, concurrentCalls, running: [], kinds: [] }));
  }
  const campaigns = (await ports.campaigns.campaigns(name)).filter(({ state }) => state !== 'over');
  const types = (await ports.content.inForce(name, 'campaignTypes', at)).filter(
    (one) => one.forecast !== undefined && one.crisis !== undefined,
  );
  const running = await Promise.all(
    campaigns.map(async ({ id }) => ({
      id,
      answer: await followCampaign({ programme: name, campaign: id, ...query, at }, ports),
    })),
  );
  const kinds = await Promise.all(
    types.map(async ({ label, crisis = '' }) => ({
      label,
      answer: await judgeCampaign({ programme: name, crisis, ...query }, ports),
    })),
  );
  const { agents, concurrentCalls: lines } = query;
  return pageAnswer(200, campaignForecastPage({ ...common, agents, concurrentCalls: lines, running, kinds }));
}
