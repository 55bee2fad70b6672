import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { isOpen } from '../../domain/link/link.ts';
import type { Links, LinkTokens } from '../../domain/link/links.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { messageStopPage } from '../../pages/message-stop-page.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import type { ApiEvent } from '../middleware/http.ts';
import { guardPage, pageAnswer } from '../middleware/page-answer.ts';

export interface MessageStopParts {
  readonly tokens: Pick<LinkTokens, 'keyOf'>;
  readonly links: Pick<Links, 'find'>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly stop: (order: { programme: string; subject: string; at: string }) => Promise<void>;
  readonly now: () => string;
}

/** The link of a message about an appointment (SAMPS-27, COMMON-12, COMMON-59). Opening it stops nothing: telephones open links by themselves. */
export function messageStopHandler(
  parts: () => Promise<MessageStopParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('message-stop', (event, { awsRequestId }) =>
    guardPage('message-stop', awsRequestId, async () => {
      const { tokens, links, programmes, stop, now } = await parts();
      const at = now();
      const token = event.pathParameters?.['token'] ?? '';
      const link = await links.find(Object.keys(programmes), tokens.keyOf(token));
      const title = link?.purpose === 'stop' && isOpen(link, at) ? programmes[link.programme]?.title : undefined;
      if (link === undefined || title === undefined) {
        return pageAnswer(404, messageStopPage({ isDone: false }));
      }
      const isDone = event.requestContext.http.method === 'POST';
      if (isDone) {
        await stop({ programme: link.programme, subject: link.subject, at });
      }
      return pageAnswer(200, messageStopPage({ title, isDone }));
    }),
  );
}
