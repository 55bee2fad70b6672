import { readConnectRequest } from '../iam/connect-request.ts';
import { isJsonObject, type Json } from '../json.ts';
import { readBucketRequest } from '../storage/bucket-request.ts';
import { signedBy } from '../storage/caller.ts';
import type { MemoryAnswer, MemoryRequest } from './memory-exchange.ts';

/** One request of a handler to a service. */
export interface PortCall {
  /** Physical name of the function. */
  readonly functionName: string;
  /** As in IAM: `dynamodb:PutItem`, `connect:StartOutboundVoiceContact`. */
  readonly operation: string;
  /** Key of the invocation; absent while the code is loaded. */
  readonly invocation: string;
  /** Which of the invocation's calls, from 1. */
  readonly nth: number;
  /** Virtual epoch milliseconds. */
  readonly at: number;
}

/**
 * What may befall a call. A crash ends the environment, before the service was asked or after it did what was asked; of a lost answer the SDK
 * knows that the connection broke.
 */
export type Mishap = 'crash-before' | 'crash-after' | 'throttle' | 'lose-answer';

const scope = { partition: 'aws', region: '-', account: '-' };

/** `service:Operation` of a signed request; undefined for one that is not signed (the issuer's keys). */
export function operationOf(request: MemoryRequest): string | undefined {
  const service = signedBy({ headers: request.headers, url: request.url })?.service;
  if (service === undefined) return undefined;
  const target = request.headers['x-amz-target'];
  if (target !== undefined) return `${service}:${target.slice(target.lastIndexOf('.') + 1)}`;
  switch (service) {
    case 'connect':
      return `connect:${readConnectRequest({ ...request, body: parsed(request.body) }, scope).operation}`;
    case 's3':
      return `s3:${readBucketRequest(request).operation}`;
    case 'lambda':
      return 'lambda:Invoke';
    default:
      return `${service}:${new URLSearchParams(request.body.toString()).get('Action') ?? request.url}`;
  }
}

/** How the service says that too much is asked of it; undefined for those that are never throttled here. */
export function throttled(operation: string): MemoryAnswer | undefined {
  const [service] = operation.split(':', 1);
  if (service === 'dynamodb') {
    const type = 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException';
    return answer(400, 'application/x-amz-json-1.0', { __type: type, message: 'injected' });
  }
  if (service === 'connect') {
    const code = 'TooManyRequestsException';
    const { headers, ...rest } = answer(429, 'application/json', { __type: code, message: 'injected' });
    return { ...rest, headers: { ...headers, 'x-amzn-errortype': code } };
  }
  return undefined;
}

function answer(status: number, type: string, body: object): MemoryAnswer {
  return { status, headers: { 'content-type': type }, body: Buffer.from(JSON.stringify(body)) };
}

function parsed(body: Buffer): Json {
  const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString());
  return isJsonObject(value) ? value : {};
}
