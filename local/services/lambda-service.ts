import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { LocalService } from './local-service.ts';
import type { Protocol } from './protocol.ts';

const headers = { 'content-type': 'application/json' };

/** The REST-JSON of Lambda's Invoke: function in the path, kind in a header, payload as the body. */
const protocol: Protocol = {
  read(request, body) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(url.pathname)?.[1];
    if (request.method !== 'POST' || name === undefined) {
      return { operation: `${request.method} ${url.pathname}`, input: {} };
    }
    const input: JsonObject = {
      FunctionName: decodeURIComponent(name),
      InvocationType: String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse'),
      Payload: body,
    };
    return { operation: 'Invoke', input };
  },
  answer(_operation, output) {
    const { StatusCode = 200, FunctionError: error, Payload = '' } = isJsonObject(output) ? output : {};
    const failed: Record<string, string> = typeof error === 'string' ? { 'x-amz-function-error': error } : {};
    const all = { ...headers, ...failed, 'x-amz-executed-version': '$LATEST' };
    return { status: Number(StatusCode), headers: all, body: String(Payload) };
  },
  refuse: (error) => {
    const body: Json = { Type: 'User', Message: error.message, message: error.message };
    return {
      status: error.statusCode,
      headers: { ...headers, 'x-amzn-errortype': error.code },
      body: JSON.stringify(body),
    };
  },
};

/** Lambda: Invoke. The function service decides access itself: it knows the function's own policy. */
export const lambdaService: LocalService = {
  name: 'lambda',
  endpointName: 'LAMBDA',
  protocol,
  operations: { Invoke: { permissions: () => [] } },
};
