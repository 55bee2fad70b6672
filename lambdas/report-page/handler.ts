import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../contracts/routes.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import type { ApiEvent } from '../middleware/http.ts';
import { guardPage, redirect } from '../middleware/page-answer.ts';
import { toSignIn, visitor } from '../middleware/visitor.ts';
import { download, list, type ReportPageParts } from './report-pages.ts';

/** `GET /rapports`, and `GET /rapports/{programme}/{kind}/{issue}`, which signs a link of 60 s and sends the browser there (COMMON-29). */
export function reportPageHandler(
  parts: () => Promise<ReportPageParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('report-page', (event, { awsRequestId }) =>
    guardPage('report-page', awsRequestId, async () => {
      const user = visitor(event);
      if (user === undefined) {
        return toSignIn(event);
      }
      if (event.rawPath === routes.home.path) {
        return redirect(routes.reports.path);
      }
      const ready = await parts();
      return event.rawPath === routes.reports.path
        ? await list(user, ready)
        : await download(event.pathParameters ?? {}, event.queryStringParameters ?? {}, user, ready);
    }),
  );
}
