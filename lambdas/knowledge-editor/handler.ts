import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { knowledgeRoutes } from '../../contracts/knowledge-routes.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, HttpError } from '../middleware/http.ts';
import { guardPage, redirect } from '../middleware/page-answer.ts';
import { toSignIn, visitor } from '../middleware/visitor.ts';
import { cardShown, cardStep, toldShown } from './card-pages.ts';
import { type EditorParts, editorRequest, pathOf } from './editor-parts.ts';
import { gridPublished, gridSent, gridShown } from './grid-pages.ts';
import { listShown } from './list-page.ts';

/** Pages of `/fiches`: writing, importing, comparing and publishing what agents are told (SAMPS-20, SAMPS-21, SAMPS-22). */
export function knowledgeEditorHandler(
  parts: () => Promise<EditorParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('knowledge-editor', (event, { awsRequestId }) =>
    guardPage('knowledge-editor', awsRequestId, async () => {
      const user = visitor(event);
      if (user === undefined) {
        return toSignIn(event);
      }
      const ready = await parts();
      if (event.rawPath === knowledgeRoutes.cardProgrammes.path) {
        const own = Object.values(ready.programmes).find(
          ({ name, knowledge }) =>
            knowledge !== undefined && ['supervisor', 'client'].some((role) => user.groups.includes(`${name}:${role}`)),
        );
        if (own === undefined) {
          throw new HttpError(403, 'Votre compte ne permet de modifier les fiches d’aucun programme.');
        }
        return redirect(pathOf('cardList', own.name));
      }
      const request = await editorRequest(event, user, ready);
      const posted = event.requestContext.http.method === 'POST';
      const { card, importId } = event.pathParameters ?? {};
      if (card !== undefined) {
        if (event.rawPath.endsWith('/personnes')) {
          return await toldShown(card, request);
        }
        return posted ? await cardStep(card, request) : await cardShown(card, request);
      }
      if (importId !== undefined) {
        return posted ? await gridPublished(importId, request) : await gridShown(importId, request);
      }
      return posted ? await gridSent(request) : await listShown(request);
    }),
  );
}
