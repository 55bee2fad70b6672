import { isJsonObject, type Json } from '../json.ts';
import type { ApiResponse } from './api-model.ts';

/** What API Gateway makes of a function's answer: a structured response, or any JSON as a 200. Throws when the answer is malformed. */
export function proxyResponse(payload: Json): ApiResponse {
  if (!isJsonObject(payload) || !('statusCode' in payload)) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body: Buffer.from(body) };
  }
  const status = Number(payload['statusCode']);
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    throw new Error(`statusCode is ${JSON.stringify(payload['statusCode'])}; accepted is 100 to 599`);
  }
  const body = payload['body'] ?? '';
  if (typeof body !== 'string') throw new Error(`body is ${JSON.stringify(body).slice(0, 80)}; accepted is a text`);
  const given = isJsonObject(payload['headers']) ? payload['headers'] : {};
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) headers[name.toLowerCase()] = String(value);
  if (body !== '') headers['content-type'] ??= 'text/plain;charset=UTF-8';
  const cookies = payload['cookies'];
  return {
    status,
    headers,
    cookies: Array.isArray(cookies) ? cookies.map(String) : [],
    body: Buffer.from(body, payload['isBase64Encoded'] === true ? 'base64' : 'utf8'),
  };
}

/** API Gateway's own answers: `{"message": "Not Found"}`. */
export function messageResponse(status: number, message: string): ApiResponse {
  const body = Buffer.from(JSON.stringify({ message }));
  return { status, headers: { 'content-type': 'application/json' }, cookies: [], body };
}
