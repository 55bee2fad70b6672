import type { APIGatewayProxyEventV2WithLambdaAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { errorFields, log } from './log.ts';

/** An HTTP API event behind our authorizer. */
export type ApiEvent = APIGatewayProxyEventV2WithLambdaAuthorizer<Readonly<Record<string, unknown>> | undefined>;

/** Who asks, as the authorizer said. */
export interface ApiUser {
  readonly userName: string;
  /** As people call them; the user name when the token has no name. */
  readonly displayName: string;
  readonly groups: readonly string[];
}

/** Ends a request with a status and a sentence in French for the person at the desk. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Runs a JSON endpoint: its answer as 200, an `HttpError` as its status, anything else logged and told as 500 without detail. */
export async function jsonAnswer(
  name: string,
  requestId: string,
  run: () => Promise<unknown>,
): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    return json(200, await run());
  } catch (error) {
    if (error instanceof HttpError) {
      log('info', `${name} refused`, { requestId, status: error.status });
      return json(error.status, { error: error.message });
    }
    log('error', `${name} failed`, { requestId, ...errorFields(error) });
    return json(500, { error: 'Une erreur est survenue. Réessayez ; si elle persiste, prévenez votre responsable.' });
  }
}

export function userOf(event: ApiEvent): ApiUser {
  const { groups, userName, displayName } = event.requestContext.authorizer?.lambda ?? {};
  if (typeof userName !== 'string' || userName === '') {
    throw new HttpError(401, 'Connectez-vous pour continuer.');
  }
  const list = Array.isArray(groups) ? groups.map(String) : typeof groups === 'string' ? groups.split(/[\s,]+/) : [];
  const shown = typeof displayName === 'string' && displayName !== '' ? displayName : userName;
  return { userName, displayName: shown, groups: list };
}

/** Throws 403 unless the user has one of these roles in the programme. */
export function requireRole(user: ApiUser, programme: string, roles: readonly string[]): void {
  if (!roles.some((role) => user.groups.includes(`${programme}:${role}`))) {
    throw new HttpError(403, 'Votre compte ne permet pas cette action dans ce programme.');
  }
}

/** Body of the request; throws 400 when it is not JSON. */
export function jsonBody({ body, isBase64Encoded }: ApiEvent): unknown {
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''));
  } catch {
    throw new HttpError(400, 'Le corps de la requête n’est pas du JSON ; forme acceptée : un objet JSON.');
  }
}

/** Fields of a form sent by a page. */
export function formBody({ body, isBase64Encoded }: Pick<ApiEvent, 'body' | 'isBase64Encoded'>): URLSearchParams {
  return new URLSearchParams(isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''));
}

/** A parameter of the path; throws 400 when the route has none of this name. */
export function pathParameter({ pathParameters }: ApiEvent, name: string): string {
  const value = pathParameters?.[name];
  if (value === undefined || value === '') {
    throw new HttpError(400, `L’adresse ne dit pas « ${name} ».`);
  }
  return value;
}

function json(statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
