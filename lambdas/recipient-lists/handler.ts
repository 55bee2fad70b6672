import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, formBody, jsonAnswer, userOf } from '../middleware/http.ts';
import { guardPage } from '../middleware/page-answer.ts';
import { toSignIn, visitor } from '../middleware/visitor.ts';
import { errorsOf, home, programmesPage, shownImport } from './list-pages.ts';
import { departed, stepped } from './list-steps.ts';
import { importIdOf, listRequest, type RecipientListsParts } from './recipient-lists-parts.ts';
import { sentLists } from './sent-lists.ts';

/** Pages of `/listes`: sending lists, previews and what came of them, and taking someone out of the register (REFLEX-23, REFLEX-25). `sentLists`: `{ lists }`. */
export function recipientListsHandler(
  parts: () => Promise<RecipientListsParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('recipient-lists', (event, { awsRequestId }) =>
    event.rawPath.startsWith('/api/')
      ? jsonAnswer('recipient-lists', awsRequestId, async () => {
          const ready = await parts();
          return await sentLists(listRequest(event, userOf(event), ready), ready);
        })
      : guardPage('recipient-lists', awsRequestId, async () => {
          const user = visitor(event);
          if (user === undefined) {
            return toSignIn(event);
          }
          const ready = await parts();
          if (event.rawPath === outboundRoutes.recipientProgrammes.path) {
            return programmesPage(user, ready);
          }
          const request = listRequest(event, user, ready);
          const posted = event.requestContext.http.method === 'POST';
          if (event.pathParameters?.['importId'] === undefined) {
            return posted ? await departed(formBody(event), request, ready) : await home(request, ready);
          }
          const importId = importIdOf(event);
          if (posted) {
            return await stepped(importId, formBody(event), request, ready);
          }
          return event.rawPath.endsWith('/erreurs')
            ? await errorsOf(importId, request, ready)
            : await shownImport(importId, request, ready);
        }),
  );
}
