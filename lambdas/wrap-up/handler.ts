import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FileWrapUpPorts, fileWrapUp } from '../../domain/wrap-up/file-wrap-up.ts';
import { parseWrapUpForm } from '../../domain/wrap-up/wrap-up.ts';
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

export interface WrapUpParts {
  readonly ports: FileWrapUpPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** `POST /api/{programme}/contacts/{contactId}/wrap-up`, body of `WrapUpForm`. Answers `{ id, contactId, scheme, motive, revision }`. */
export function wrapUpHandler(
  parts: () => Promise<WrapUpParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('wrap-up', (event, { awsRequestId }) =>
    jsonAnswer('wrap-up', awsRequestId, async () => {
      const { ports, programmes, now } = await parts();
      const programme = pathParameter(event, 'programme');
      const contactId = pathParameter(event, 'contactId');
      const user = userOf(event);
      requireRole(user, programme, ['agent', 'supervisor']);
      if (programmes[programme] === undefined) {
        throw new HttpError(404, `Le programme « ${programme} » n’existe pas ici.`);
      }
      const form = parseWrapUpForm(jsonBody(event));
      if ('fault' in form) {
        throw new HttpError(400, form.fault);
      }
      const answer = await fileWrapUp(form, { programme, contactId, agent: user.userName, at: now() }, ports);
      if (answer.type === 'refused') {
        throw new HttpError(400, answer.fault);
      }
      if (answer.type === 'unknown-contact') {
        throw new HttpError(
          404,
          `Le contact « ${contactId} » est inconnu ; valeur acceptée : un contact de ce centre.`,
        );
      }
      const { id, scheme, motive, revision } = answer.entry;
      return { id, contactId, scheme, motive, revision };
    }),
  );
}
