import { createContext, Script } from 'node:vm';
import type { ApiRequest, ApiResponse } from '../http/api-model.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** A CloudFront function, in a context that has nothing but the language, as its runtime has. */
export class EdgeFunction {
  readonly #name: string;
  readonly #run: (event: string) => string;

  /** Throws when the code has no function `handler`. */
  constructor(name: string, code: string) {
    this.#name = name;
    const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
    new Script(code, { filename: `${name}.js` }).runInContext(context, { timeout: 5000 });
    const call = new Script(
      'typeof handler === "function" ? (event) => JSON.stringify(handler(JSON.parse(event))) : null',
    );
    const run: unknown = call.runInContext(context);
    if (typeof run !== 'function') throw new Error(`CloudFront function ${name} has no function handler(event)`);
    this.#run = (event) => String(run(event));
  }

  /** The request to go on with, or the answer to give at once. */
  onViewerRequest(request: ApiRequest): { readonly request: ApiRequest } | { readonly response: ApiResponse } {
    const answer: Json = JSON.parse(this.#run(JSON.stringify(eventOf(request))));
    if (!isJsonObject(answer)) throw new Error(`CloudFront function ${this.#name} answered ${JSON.stringify(answer)}`);
    const { statusCode, uri } = answer;
    if (typeof statusCode === 'number') return { response: responseOf(statusCode, answer) };
    if (typeof uri !== 'string') throw new Error(`CloudFront function ${this.#name} answered a request without a uri`);
    return { request: { ...request, path: uri } };
  }
}

/** Event structure of viewer requests (developer guide, "CloudFront Functions event structure"). */
function eventOf({ method, path, query, headers, sourceIp }: ApiRequest): JsonObject {
  const { cookie, ...others } = headers;
  const cookies = (cookie ?? '').split(/;\s*/).filter((one) => one.includes('='));
  return {
    version: '1.0',
    context: { eventType: 'viewer-request' },
    viewer: { ip: sourceIp },
    request: {
      method,
      uri: path,
      querystring: valuesOf([...new URLSearchParams(query)]),
      headers: valuesOf(Object.entries(others)),
      cookies: valuesOf(cookies.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)])),
    },
  };
}

function valuesOf(pairs: readonly (readonly [string, string])[]): JsonObject {
  return Object.fromEntries(pairs.map(([name, value]) => [name, { value }]));
}

function responseOf(status: number, answer: JsonObject): ApiResponse {
  const given = isJsonObject(answer['headers']) ? answer['headers'] : {};
  const headers = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name.toLowerCase(),
      isJsonObject(value) ? String(value['value']) : '',
    ]),
  );
  const { body } = answer;
  return { status, headers, cookies: [], body: Buffer.from(typeof body === 'string' ? body : '') };
}
