import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../../contracts/alert-routes.ts';
import type { FunctionHandler } from '../../../lambdas/middleware/function-handler.ts';
import type { ApiEvent } from '../../../lambdas/middleware/http.ts';
import { apiEvent, context } from '../../lambdas/report/api-event.ts';

type Answer = APIGatewayProxyStructuredResultV2;
export type PageHandler = FunctionHandler<ApiEvent, Answer>;

/** Somebody of a structure, as the authorizer says. */
export interface SiteUser {
  readonly structure: string;
  readonly userName: string;
  readonly role: 'admin' | 'user';
  /** Of the user pool: of a general administrator, who is of no structure. */
  readonly groups?: string;
}

const alertPaths = Object.values(alertRoutes);

/** Routes of the pages of structures before handlers that are given, as the HTTP API would: a static path before one with parameters. */
export function memberSite(handlers: Readonly<Record<string, PageHandler>>) {
  return async (
    user: SiteUser,
    method: 'GET' | 'POST',
    address: string,
    form: readonly (readonly [string, string])[] = [],
  ): Promise<Answer> => {
    const url = new URL(address, 'http://centre.test');
    const found = alertPaths
      .filter((route) => route.method === method)
      .map((route) => ({ route, parameters: matched(route.path, url.pathname) }))
      .filter(({ parameters }) => parameters !== undefined)
      .sort((a, b) => Object.keys(a.parameters ?? {}).length - Object.keys(b.parameters ?? {}).length)[0];
    const handler = found === undefined ? undefined : handlers[found.route.function];
    if (found === undefined || handler === undefined) {
      return { statusCode: 404, body: 'no route' };
    }
    const base = apiEvent(url.pathname, {
      method,
      userName: user.userName,
      query: Object.fromEntries(url.searchParams),
      pathParameters: found.parameters ?? {},
    });
    const structure = { structure: user.structure, structureName: `Centre ${user.structure}` };
    const lambda = {
      userName: user.userName,
      displayName: 'Nadia B.',
      ...(user.groups === undefined ? { groups: '', structureRole: user.role, ...structure } : { groups: user.groups }),
    };
    const requestContext = { ...base.requestContext, authorizer: { lambda } };
    const body = new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString();
    return await handler({ ...base, requestContext, body }, context);
  };
}

function matched(template: string, path: string): Record<string, string> | undefined {
  const [asked, given] = [template.split('/'), path.split('/')];
  if (asked.length !== given.length) {
    return undefined;
  }
  const parameters: Record<string, string> = {};
  for (const [at, part] of asked.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith('{')) {
      parameters[part.slice(1, -1)] = decodeURIComponent(value);
    } else if (part !== value) {
      return undefined;
    }
  }
  return parameters;
}
