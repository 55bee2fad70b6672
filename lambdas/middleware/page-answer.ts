import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../contracts/routes.ts';
import { messagePage } from '../../pages/message-page.ts';
import { style } from '../../pages/style.ts';
import { HttpError } from './http.ts';
import { errorFields, log } from './log.ts';

/** Nothing but our own style sheet and the icon in the page, no frame, no script. Forms are not bound: signing out goes on to the identity provider. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; frame-ancestors 'none'`;

/** A page, never stored by a shared cache. */
export function pageAnswer(
  statusCode: number,
  body: string,
  cookies: readonly string[] = [],
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    ...(cookies.length === 0 ? {} : { cookies: [...cookies] }),
    body,
  };
}

/** Sends the browser elsewhere: 302 after a GET, 303 after a form. */
export function redirect(
  location: string,
  cookies: readonly string[] = [],
  statusCode: 302 | 303 = 302,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { location, 'cache-control': 'no-store' },
    ...(cookies.length === 0 ? {} : { cookies: [...cookies] }),
  };
}

const titles: Readonly<Record<number, string>> = {
  400: 'Demande incomplète',
  403: 'Accès refusé',
  404: 'Page introuvable',
};

/** Runs a page: an `HttpError` becomes a page of its status, anything else is logged and told as 500 without detail. */
export async function guardPage(
  name: string,
  requestId: string,
  run: () => Promise<APIGatewayProxyStructuredResultV2>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const link = { href: routes.reports.path, label: 'Revenir aux rapports' };
  try {
    return await run();
  } catch (error) {
    if (error instanceof HttpError) {
      log('info', `${name} refused`, { requestId, status: error.status });
      const title = titles[error.status] ?? 'Demande refusée';
      return pageAnswer(error.status, messagePage({ title, text: error.message, link }));
    }
    log('error', `${name} failed`, { requestId, ...errorFields(error) });
    const text = `Une erreur est survenue. Réessayez dans quelques minutes ; si elle persiste, signalez la demande ${requestId}.`;
    return pageAnswer(500, messagePage({ title: 'Erreur', text, link }));
  }
}
