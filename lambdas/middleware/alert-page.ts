import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { AlertPage, AlertVisitor } from '../../pages/alertes/frame.ts';
import { refusalPage } from '../../pages/alertes/refusal-page.ts';
import { alertStyle } from '../../pages/alertes/style.ts';
import { type FunctionHandler, functionHandler } from './function-handler.ts';
import { type ApiEvent, HttpError } from './http.ts';
import { errorFields, log } from './log.ts';
import { redirect } from './page-answer.ts';
import { alertProgramme, alertVisitor, anonymous } from './structure-visitor.ts';
import { toSignIn } from './visitor.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/**
 * A page of structures, never stored. The policy admits our style sheet, the page's own script by their hashes, and requests to ourselves. Its own
 * referrer policy: with none at all a browser sends forms with the origin `null`, and a forged one could not be told from ours.
 */
export function alertAnswer(statusCode: number, { body, script }: AlertPage): Answer {
  const scripts = script === undefined ? '' : ` script-src ${hashOf(script)}; connect-src 'self';`;
  const policy = `default-src 'none'; style-src ${styleHash};${scripts} img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'`;
  return {
    statusCode,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}

/** After a form: 303 to `path`, where the notice of this code is shown (`?fait=inscrit`). */
export function done(path: string, notice?: string): Answer {
  return redirect(notice === undefined ? path : `${path}?fait=${notice}`, [], 303);
}

/** Which sending of a form it is: the hidden field `operation`, a random UUID of the page. Throws 400 when it is none. */
export function operationOf(form: URLSearchParams): string {
  const operation = form.get('operation') ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(operation)) {
    throw new HttpError(400, 'Le formulaire est incomplet. Rouvrez la page, puis recommencez.');
  }
  return operation;
}

/** The one answer to whatever is unknown, or another structure's: no difference tells one from the other (ALERTES-12). */
export function unknownHere(): HttpError {
  return new HttpError(404, 'Cette page n’existe pas, ou n’existe plus.');
}

/**
 * Runs the pages of one function: who has no session signs in first; a form that does not come from our own pages is refused; an `HttpError` becomes a
 * page of its status; anything else is logged and told as 500 without detail.
 */
export function alertPages(name: string, run: (event: ApiEvent) => Promise<Answer>): FunctionHandler<ApiEvent, Answer> {
  return functionHandler(name, async (event, { awsRequestId: requestId }) => {
    try {
      requireOwnForm(event);
      return await run(event);
    } catch (error) {
      if (error instanceof HttpError && error.status === 401) {
        return event.requestContext.http.method === 'GET'
          ? toSignIn(event)
          : redirect(alertRoutes.alertHome.path, [], 303);
      }
      if (error instanceof HttpError) {
        log('info', `${name} refused`, { requestId, status: error.status });
        return refused(event, error.status, error.message);
      }
      log('error', `${name} failed`, { requestId, ...errorFields(error) });
      return refused(
        event,
        500,
        `Une erreur est survenue. Réessayez dans quelques minutes ; si elle persiste, signalez la demande ${requestId}.`,
      );
    }
  });
}

function refused(event: ApiEvent, status: number, text: string): Answer {
  return alertAnswer(status, refusalPage({ visitor: visitorOrNobody(event), status, text }));
}

function visitorOrNobody(event: ApiEvent): AlertVisitor {
  try {
    return alertVisitor(event);
  } catch (error) {
    if (error instanceof HttpError) {
      const { title, alerts } = alertProgramme();
      return anonymous(title, alerts.funding);
    }
    throw error;
  }
}

/** The cookie is not sent along with other sites' forms (SameSite); browsers also say where a form comes from. */
function requireOwnForm({ headers, requestContext }: ApiEvent): void {
  if (requestContext.http.method === 'GET') {
    return;
  }
  const { origin, host } = headers;
  if (origin !== undefined && hostOf(origin) !== host) {
    throw new HttpError(403, 'Ce formulaire ne vient pas de ce site. Ouvrez la page ici, puis recommencez.');
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const styleHash = hashOf(alertStyle);
