import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../contracts/routes.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, type ApiUser, HttpError, userOf } from '../middleware/http.ts';
import { guardPage, redirect } from '../middleware/page-answer.ts';
import { download, list, type ReportPageParts } from './report-pages.ts';

/** `GET /rapports`, and `GET /rapports/{programme}/{kind}/{issue}`, which signs a link of 60 s and sends the browser there (COMMON-29). */
export function reportPageHandler(
  parts: () => Promise<ReportPageParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('report-page', (event, { awsRequestId }) =>
    guardPage('report-page', awsRequestId, async () => {
      const query = event.rawQueryString ? `?${event.rawQueryString}` : '';
      const user = visitor(event);
      if (user === undefined) {
        return redirect(`${routes.signIn.path}?retour=${encodeURIComponent(`${event.rawPath}${query}`)}`);
      }
      if (event.rawPath === routes.home.path) {
        return redirect(routes.reports.path);
      }
      const ready = await parts();
      return event.rawPath === routes.reports.path
        ? await list(user, ready)
        : await download(event.pathParameters ?? {}, user, ready);
    }),
  );
}

/** Who is signed in; nobody when the authorizer let the browser through without a session. */
function visitor(event: ApiEvent): ApiUser | undefined {
  try {
    return userOf(event);
  } catch (error) {
    if (error instanceof HttpError && error.status === 401) {
      return undefined;
    }
    throw error;
  }
}
