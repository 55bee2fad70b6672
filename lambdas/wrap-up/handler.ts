import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { isDispositionForm } from '../../domain/campaign/disposition-form.ts';
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
import { type DispositionPorts, fileDisposition } from './file-disposition.ts';

export interface WrapUpParts {
  readonly ports: FileWrapUpPorts;
  /** Absent where no programme has campaigns. */
  readonly campaigns?: DispositionPorts | undefined;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * `POST /api/{programme}/contacts/{contactId}/wrap-up`, body of `WrapUpForm`; answers `{ id, contactId, scheme, motive, revision }`. Of a campaign contact the
 * body is a `DispositionForm` (REFLEX-22); answers `{ attemptId, contactId, disposition, revision }`.
 */
export function wrapUpHandler(
  parts: () => Promise<WrapUpParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('wrap-up', (event, { awsRequestId }) =>
    jsonAnswer('wrap-up', awsRequestId, async () => {
      const { ports, campaigns, programmes, now } = await parts();
      const programme = pathParameter(event, 'programme');
      const contactId = pathParameter(event, 'contactId');
      const user = userOf(event);
      requireRole(user, programme, ['agent', 'supervisor']);
      if (programmes[programme] === undefined) {
        throw new HttpError(404, `Le programme « ${programme} » n’existe pas ici.`);
      }
      const body = jsonBody(event);
      if (isDispositionForm(body) && campaigns !== undefined) {
        return await fileDisposition(body, { programme, contactId, agent: user.userName, at: now() }, campaigns);
      }
      const form = parseWrapUpForm(body);
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
