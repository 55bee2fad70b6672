import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { type ConnectOperation, connectOperations } from './connect-operations.ts';

export interface ConnectRequest {
  /** API name, e.g. `StartOutboundVoiceContact`. */
  readonly operation: string;
  /** The SDK's input: body, path labels and query parameters together. */
  readonly input: JsonObject;
  /** All must be allowed. */
  readonly checks: readonly {
    readonly action: string;
    readonly resource: string;
    readonly conditions: Readonly<Record<string, string>>;
  }[];
}

export interface ConnectScope {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/**
 * Reads a REST request of the SDK's Connect client: which operation, with which input, and what IAM must allow.
 * `url` is the path with its query. Throws naming the route and those known.
 */
export function readConnectRequest(
  request: { readonly method: string; readonly url: string; readonly body: Json },
  scope: ConnectScope,
): ConnectRequest {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  for (const operation of connectOperations) {
    const labels = operation.method === request.method ? matchPath(operation.path, pathname) : undefined;
    if (labels === undefined) continue;
    const body = isJsonObject(request.body) ? request.body : {};
    const input: JsonObject = { ...upperCaseNames(searchParams), ...body, ...labels };
    return { operation: operation.name, input, checks: checksOf(operation, input, scope) };
  }
  const known = connectOperations.map((operation) => operation.name).join(', ');
  throw new Error(`Connect request ${request.method} ${pathname} is not known locally; known operations: ${known}`);
}

function checksOf(operation: ConnectOperation, input: JsonObject, scope: ConnectScope): ConnectRequest['checks'] {
  const prefix = `arn:${scope.partition}:connect:${scope.region}:${scope.account}`;
  const instanceId = lastSegment(typeof input['InstanceId'] === 'string' ? input['InstanceId'] : '*');
  const conditions = instanceId === '*' ? {} : { 'connect:InstanceId': instanceId };
  return operation.resources.flatMap((template) => {
    const base = template.startsWith('phone-number/') ? prefix : `${prefix}:instance/${instanceId}`;
    const separator = template === '' ? '' : template.startsWith('phone-number/') ? ':' : '/';
    return expand(template, input).map((resource) => ({
      action: `connect:${operation.name}`,
      resource: `${base}${separator}${resource}`,
      conditions,
    }));
  });
}

/** Fills `{Member}` (dots for nested ones): one resource per value of a list, `*` when absent. Filters absent altogether add none. */
function expand(template: string, input: JsonObject): string[] {
  const path = /\{([^}]+)\}/.exec(template)?.[1];
  if (path === undefined) return [template];
  const names = path.split('.');
  let value: Json | undefined = input;
  for (const name of names) value = isJsonObject(value) ? value[name] : undefined;
  const values = (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string');
  if (values.length === 0) return names.length > 1 ? [] : [template.replace(`{${path}}`, '*')];
  return values.map((v) => template.replace(`{${path}}`, lastSegment(v)));
}

function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  const expected = template.split('/');
  const actual = pathname.split('/');
  if (expected.length !== actual.length) return undefined;
  const labels: Record<string, string> = {};
  for (const [i, segment] of expected.entries()) {
    const value = decodeURIComponent(actual[i] ?? '');
    if (segment.startsWith('{')) labels[segment.slice(1, -1)] = value;
    else if (segment !== value) return undefined;
  }
  return labels;
}

/** Query parameters are written `maxResults` for the member `MaxResults`. */
function upperCaseNames(parameters: URLSearchParams): JsonObject {
  return Object.fromEntries(
    [...parameters].map(([name, value]) => [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]),
  );
}

function lastSegment(idOrArn: string): string {
  return idOrArn.slice(idOrArn.lastIndexOf('/') + 1);
}
