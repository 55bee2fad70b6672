import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { metrics } from '../../contracts/metrics.ts';
import { stopOccasion } from '../../domain/alert/alert.ts';
import { isOpen } from '../../domain/link/link.ts';
import type { Links, LinkTokens } from '../../domain/link/links.ts';
import { alertStopPage } from '../../pages/alertes/alert-stop-page.ts';
import { alertAnswer, alertPages } from '../middleware/alert-page.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import type { ApiEvent } from '../middleware/http.ts';
import { alertProgramme, anonymous } from '../middleware/structure-visitor.ts';

export interface AlertStopParts {
  readonly links: { readonly tokens: Pick<LinkTokens, 'keyOf'>; readonly links: Pick<Links, 'find'> };
  readonly structureName: (structure: string) => Promise<string | undefined>;
  readonly stop: (order: { programme: string; structure: string; memberId: string; at: string }) => Promise<void>;
  readonly count: (metric: string, value: number, programme: string) => void;
  readonly now: () => string;
}

/**
 * The link of a message (ALERTES-31, COMMON-12, COMMON-59): it opens one page with one button, and says nothing of whoever it was sent to. Opening it
 * stops nothing: telephones open links by themselves to show what they lead to.
 */
export function alertStopHandler(
  parts: () => Promise<AlertStopParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return alertPages('alert-stop', async (event) => {
    const { links, structureName, stop, count, now } = await parts();
    const { name: programme, title, alerts } = alertProgramme();
    const visitor = anonymous(title, alerts.funding);
    const at = now();
    const token = event.pathParameters?.['token'] ?? '';
    const link = await links.links.find([programme], links.tokens.keyOf(token));
    const isOurs = link?.purpose === 'stop' && link.occasion === stopOccasion && isOpen(link, at);
    const [structure = '', memberId = ''] = isOurs ? link.subject.split('.') : [];
    const name = isOurs ? await structureName(structure) : undefined;
    if (name === undefined) {
      count(metrics.deadLinks, 1, programme);
      return alertAnswer(404, alertStopPage({ visitor, isDone: false }));
    }
    const isDone = event.requestContext.http.method === 'POST';
    if (isDone) {
      await stop({ programme, structure, memberId, at });
    }
    return alertAnswer(200, alertStopPage({ visitor, structureName: name, isDone }));
  });
}
