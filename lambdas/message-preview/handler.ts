import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Content } from '../../domain/content/content.ts';
import { previewTemplate } from '../../domain/message/preview-template.ts';
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
import { readDraft } from './template-form.ts';

export interface MessagePreviewParts {
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly content: Content;
  readonly now: () => string;
}

/**
 * Route `messageTemplates` (GET): the templates in force, each with its preview. Route `messagePreview` (POST): a draft `{ text, fields?, code?, purpose? }`
 * as its author types it; answers segments, prices, replacements to agree to, and what keeps it from being sent (COMMON-33). Writes nothing.
 */
export function messagePreviewHandler(
  parts: () => Promise<MessagePreviewParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('message-preview', (event, { awsRequestId }) =>
    jsonAnswer('message-preview', awsRequestId, async () => {
      const user = userOf(event);
      const { programmes, content, now } = await parts();
      const name = pathParameter(event, 'programme');
      if (programmes[name]?.messages === undefined) {
        throw new HttpError(404, `Le programme « ${name} » n’envoie pas de messages ici.`);
      }
      requireRole(user, name, ['supervisor', 'client']);
      const at = now();
      const rules = await content.inForce(name, 'messageRules', at);
      if (event.requestContext.http.method === 'POST') {
        return previewTemplate(draftOf(event), rules);
      }
      const templates = await content.inForce(name, 'messageTemplates', at);
      return {
        templates: templates.map((template) => ({ ...template, preview: previewTemplate(template, rules) })),
      };
    }),
  );
}

function draftOf(event: ApiEvent) {
  const body = jsonBody(event);
  try {
    return readDraft(body);
  } catch (error) {
    throw new HttpError(400, error instanceof Error ? error.message : String(error));
  }
}
