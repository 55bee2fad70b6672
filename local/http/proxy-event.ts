import type { Json, JsonObject } from '../json.ts';
import type { ApiRequest } from './api-model.ts';
import type { MatchedRoute } from './match-route.ts';

export interface EventContext {
  readonly accountId: string;
  readonly apiId: string;
  readonly requestId: string;
  /** Host and port people use. */
  readonly domainName: string;
  /** Virtual now, milliseconds. */
  readonly now: number;
  /** What the authorizer gave. */
  readonly authorizer?: JsonObject;
}

/** The event of payload format 2.0 (API Gateway developer guide, "Working with AWS Lambda proxy integrations for HTTP APIs"). */
export function proxyEvent(request: ApiRequest, matched: MatchedRoute, context: EventContext): JsonObject {
  const { cookie, ...headers } = request.headers;
  const query = new URLSearchParams(request.query);
  const text = isText(headers['content-type'] ?? '');
  const { accountId, apiId, requestId, domainName, now, authorizer } = context;
  const requestContext: JsonObject = {
    accountId,
    apiId,
    ...(authorizer === undefined ? {} : { authorizer: { lambda: authorizer } }),
    domainName,
    domainPrefix: domainName.split('.')[0] ?? '',
    http: {
      method: request.method,
      path: request.path,
      protocol: 'HTTP/1.1',
      sourceIp: request.sourceIp,
      userAgent: headers['user-agent'] ?? '',
    },
    requestId,
    routeKey: matched.route.routeKey,
    stage: '$default',
    time: commonLogTime(now),
    timeEpoch: now,
  };
  return {
    version: '2.0',
    routeKey: matched.route.routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/).filter((one) => one !== '') }),
    headers,
    ...(query.size === 0 ? {} : { queryStringParameters: joined(query) }),
    requestContext,
    ...(Object.keys(matched.pathParameters).length === 0 ? {} : { pathParameters: matched.pathParameters }),
    ...(request.body.length === 0 ? {} : { body: request.body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !text,
  };
}

/** Types whose body is given as text; any other, forms included, comes in base64. */
function isText(contentType: string): boolean {
  return /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.+-]+\+(json|xml)\b)/i.test(contentType);
}

/** Values of a repeated parameter are joined by commas. */
function joined(query: URLSearchParams): Record<string, Json> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}

/** `04/Jul/2025:05:30:00 +0000`. */
function commonLogTime(now: number): string {
  const [, day, month, year, time] = new Date(now).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
