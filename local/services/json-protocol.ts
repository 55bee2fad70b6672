import { isJsonObject, type JsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import type { Protocol } from './protocol.ts';

const headers = { 'content-type': 'application/x-amz-json-1.1' };

/** AWS JSON 1.0 and 1.1: the operation is in `X-Amz-Target`, input and output are JSON bodies. */
export const jsonProtocol: Protocol = {
  read(request, body) {
    const target = String(request.headers['x-amz-target'] ?? '');
    const operation = target.split('.').pop() ?? '';
    if (operation === '') throw new ServiceError('UnknownOperationException', 'the request has no X-Amz-Target header');
    return { operation, input: parseObject(body) };
  },
  answer: (_operation, output) => ({ status: 200, headers, body: JSON.stringify(output) }),
  refuse: (error) => ({
    // AWS JSON services refuse access with 400.
    status: error.statusCode >= 500 ? error.statusCode : 400,
    headers: { ...headers, 'x-amzn-errortype': error.code },
    body: JSON.stringify({ __type: error.code, message: error.message }),
  }),
};

function parseObject(body: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(body === '' ? '{}' : body);
  } catch (error) {
    throw new ServiceError('SerializationException', `the body is not JSON: ${String(error)}`);
  }
  if (!isJsonObject(value)) throw new ServiceError('SerializationException', 'the body is not a JSON object');
  return value;
}
