import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, formBody, jsonAnswer, jsonBody, pathParameter, userOf } from '../middleware/http.ts';
import { guardPage } from '../middleware/page-answer.ts';
import { toSignIn, visitor } from '../middleware/visitor.ts';
import { answeredBy, cellsOf, detailOf, listOf, takenBy } from './referral-pages.ts';
import { answerReferral, openReferrals } from './referral-requests.ts';
import { type ReferralsParts, requestOf } from './referrals-parts.ts';

/**
 * Pages of `/signalements` for the cells, and the same as JSON: GET `referralList` answers `{ referrals }` (`ReferralView`), POST `referralAction` a
 * `ReferralView`; its body is `{ outcome }` for `close`.
 */
export function referralsHandler(
  parts: () => Promise<ReferralsParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('referrals', (event, { awsRequestId }) =>
    event.rawPath.startsWith('/api/')
      ? jsonAnswer('referrals', awsRequestId, async () => await data(event, await parts()))
      : guardPage('referrals', awsRequestId, async () => await shown(event, await parts())),
  );
}

async function data(event: ApiEvent, parts: ReferralsParts): Promise<unknown> {
  const request = await requestOf(event, userOf(event), parts);
  if (event.requestContext.http.method === 'GET') {
    return { referrals: await openReferrals(request, parts) };
  }
  const action = pathParameter(event, 'action');
  const outcome = action === 'close' ? membersOf(jsonBody(event))['outcome'] : undefined;
  return await answerReferral(pathParameter(event, 'referralId'), action, outcome, request, parts);
}

async function shown(event: ApiEvent, parts: ReferralsParts): Promise<APIGatewayProxyStructuredResultV2> {
  const user = visitor(event);
  if (user === undefined) {
    return toSignIn(event);
  }
  if (event.rawPath === outboundRoutes.referralCells.path) {
    return await cellsOf(user, parts);
  }
  const request = await requestOf(event, user, parts);
  const referralId = event.pathParameters?.['referralId'];
  if (referralId === undefined) {
    return event.requestContext.http.method === 'GET'
      ? await listOf(request, parts)
      : await takenBy(formBody(event), request, parts);
  }
  return event.requestContext.http.method === 'GET'
    ? await detailOf(referralId, request, parts)
    : await answeredBy(referralId, formBody(event), request, parts);
}
