import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../storage/read-body.ts';
import type { ApiRequest, ApiResponse } from './api-model.ts';
import type { HttpApi } from './http-api.ts';
import type { WebSocketApi } from './websocket-api.ts';

/** Answers requests under a path; `path` is what follows the place it is mounted at (empty, or starting with `/`). */
export type MountedHandler = (request: IncomingMessage, response: ServerResponse, path: string) => void | Promise<void>;

/** What stands before the API. */
export interface SiteFront {
  readonly answer: (request: ApiRequest) => Promise<ApiResponse>;
  /** Host of the API to which a socket at a path goes. */
  readonly socketHost: (path: string) => string | undefined;
}

const starting =
  '<!doctype html><html lang="fr"><title>Démarrage</title><p>Les services démarrent\u202f; cette page se recharge d’elle-même.</p></html>';

/** Everything people open, on one origin so that cookies work: what is mounted by path, and the HTTP API for the rest. */
export class PublicSite {
  api: HttpApi | undefined;
  /** Stands before the API when the templates have a distribution. */
  front: ((request: ApiRequest) => Promise<ApiResponse>) | undefined;
  /** WebSocket APIs by id. */
  readonly sockets = new Map<string, WebSocketApi>();
  /** Whose sockets are taken at a path, when a distribution says so. */
  socketHost: ((path: string) => string | undefined) | undefined;
  /** All stacks are up. Until then whoever comes waits on a page that comes back by itself. */
  open = false;
  readonly #mounts = new Map<string, MountedHandler>();

  /**
   * Mounts a handler at a path such as `/_local` (it and all under it; the longest wins), or at `/` alone, for a home page in
   * place of the API's. Throws when something is there already.
   */
  mount(path: string, handler: MountedHandler): void {
    if (!/^\/([\w.-]+(\/[\w.-]+)*)?$/.test(path)) throw new Error(`mount path ${path}: accepted is /, or /name/name`);
    if (this.#mounts.has(path)) throw new Error(`mount path ${path} is taken`);
    this.#mounts.set(path, handler);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const mounted = this.#mounted(path);
    if (mounted !== undefined) return mounted.handler(request, response, mounted.rest);
    if (!this.open) {
      response
        .writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2', refresh: '2' })
        .end(starting);
      return;
    }
    if (this.api === undefined && this.front === undefined) {
      response
        .writeHead(404, { 'content-type': 'text/plain' })
        .end(`no page at ${path}, and the templates have no HTTP API`);
      return;
    }
    const asked = requestOf(request, await readBody(request, 11 * 1024 * 1024));
    const answer = await (this.front ?? ((request) => this.askApi(request)))(asked);
    send(response, answer, asked.method);
  }

  /** What takes sockets at the path of a request. */
  socketsAt(path: string): WebSocketApi | undefined {
    const host = this.open ? this.socketHost?.(path) : undefined;
    return [...this.sockets.values()].find((api) => api.host === host);
  }

  /** A request of somebody outside to the HTTP API. */
  async askApi(request: ApiRequest): Promise<ApiResponse> {
    if (this.api === undefined) throw new Error('the templates have no HTTP API');
    return this.api.handle(request, { key: `http/${randomUUID()}`, external: true });
  }

  #mounted(path: string): { readonly handler: MountedHandler; readonly rest: string } | undefined {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const handler = this.#mounts.get(at);
      if (handler !== undefined) return { handler, rest: at === '/' ? '' : path.slice(at.length) };
    }
    return undefined;
  }
}

export function requestOf(request: IncomingMessage, body: Buffer): ApiRequest {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  return { method: request.method ?? 'GET', path, query, headers: headersOf(request), body, sourceIp };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return headers;
}

function send(response: ServerResponse, answer: ApiResponse, method: string): void {
  const cookies: Record<string, string[]> = answer.cookies.length === 0 ? {} : { 'set-cookie': [...answer.cookies] };
  response
    .writeHead(answer.status, { ...answer.headers, ...cookies, 'content-length': String(answer.body.length) })
    .end(method === 'HEAD' ? undefined : answer.body);
}
