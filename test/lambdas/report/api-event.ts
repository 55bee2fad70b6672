import type { Context } from 'aws-lambda';
import type { ApiEvent } from '../../../lambdas/middleware/http.ts';

/** An HTTP API event (payload 2.0) as API Gateway sends it behind our authorizer. */
export function apiEvent(
  path: string,
  options: {
    readonly method?: string;
    readonly userName?: string;
    readonly groups?: string;
    readonly query?: Readonly<Record<string, string>>;
    readonly cookies?: readonly string[];
    readonly body?: string;
    readonly pathParameters?: Readonly<Record<string, string>>;
  } = {},
): ApiEvent {
  const { method = 'GET', userName = '', groups = '', query = {}, cookies = [], pathParameters } = options;
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    cookies: [...cookies],
    headers: {},
    queryStringParameters: { ...query },
    ...(pathParameters === undefined ? {} : { pathParameters: { ...pathParameters } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'exemple.nc',
      domainPrefix: 'exemple',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: '04/Jul/2025:05:30:00 +0000',
      timeEpoch: 0,
      authorizer: { lambda: { userName, groups } },
    },
    ...(options.body === undefined ? {} : { body: options.body }),
    isBase64Encoded: false,
  };
}

export const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:test',
  memoryLimitInMB: '512',
  awsRequestId: 'request-1',
  logGroupName: 'logs',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
