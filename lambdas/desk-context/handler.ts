import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type DeskContextPorts, deskContext } from '../../domain/desk/desk-context.ts';
import { parseDraft } from '../../domain/desk/draft-form.ts';
import { saveDraft } from '../../domain/desk/save-draft.ts';
import { trainingOf } from '../../domain/desk/training.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import {
  type ApiEvent,
  HttpError,
  jsonAnswer,
  jsonBody,
  pathParameter,
  requireRole,
  userOf,
} from '../middleware/http.ts';

export interface DeskContextParts {
  readonly ports: DeskContextPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Routes `contactContext` (GET): a `DeskContext` (contracts/desk-context.ts), and `contactDraft` (PUT, body of `DeskDraft`): `{ revision, savedAt }` of what
 * is kept; `training` (GET): a `TrainingAnswer`. What the agent types belongs to the person, sealed; it is never logged.
 */
export function deskContextHandler(
  parts: () => Promise<DeskContextParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('desk-context', (event, { awsRequestId }) =>
    jsonAnswer('desk-context', awsRequestId, async () => {
      const { ports, programmes, now } = await parts();
      const programme = pathParameter(event, 'programme');
      const user = userOf(event);
      requireRole(user, programme, ['agent', 'supervisor']);
      const known = programmes[programme];
      if (known === undefined) {
        throw new HttpError(404, `Le programme « ${programme} » n’existe pas ici.`);
      }
      if (event.pathParameters?.['contactId'] === undefined) {
        return await trainingOf(known, now(), ports.content);
      }
      const contactId = pathParameter(event, 'contactId');
      const scope = { programme, contactId, agent: user.userName, at: now() };
      const answer =
        event.requestContext.http.method === 'GET'
          ? await deskContext(scope, ports)
          : await saved(jsonBody(event), scope, ports);
      if (answer === undefined) {
        throw new HttpError(
          404,
          `Le contact « ${contactId} » est inconnu ; valeur acceptée : un contact de ce programme.`,
        );
      }
      return answer;
    }),
  );
}

async function saved(body: unknown, scope: Parameters<typeof saveDraft>[1], ports: DeskContextPorts) {
  const draft = parseDraft(body);
  if ('fault' in draft) {
    throw new HttpError(400, draft.fault);
  }
  const note = await saveDraft(draft, scope, ports);
  return note && { revision: note.revision, savedAt: note.savedAt };
}
