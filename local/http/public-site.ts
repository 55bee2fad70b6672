import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../storage/read-body.ts';
import type { ApiRequest, ApiResponse } from './api-model.ts';
import type { HttpApi } from './http-api.ts';

/** Answers requests under a path; `path` is what follows the place it is mounted at (empty, or starting with `/`). */
export type MountedHandler = (request: IncomingMessage, response: ServerResponse, path: string) => void | Promise<void>;

const starting =
  '<!doctype html><html lang="fr"><title>Démarrage</title><p>Les services démarrent\u202f; cette page se recharge d’elle-même.</p></html>';

/** Everything people open, on one origin so that cookies work: what is mounted by path, and the HTTP API for the rest. */
export class PublicSite {
  api: HttpApi | undefined;
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
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const mounted = this.#mounted(path);
    if (mounted !== undefined) return mounted.handler(request, response, mounted.rest);
    if (!this.open) {
      response
        .writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2', refresh: '2' })
        .end(starting);
      return;
    }
    if (this.api === undefined) {
      response
        .writeHead(404, { 'content-type': 'text/plain' })
        .end(`no page at ${path}, and the templates have no HTTP API`);
      return;
    }
    const body = await readBody(request, 11 * 1024 * 1024);
    const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
    const asked: ApiRequest = {
      method: request.method ?? 'GET',
      path,
      query,
      headers: headersOf(request),
      body,
      sourceIp,
    };
    const answer = await this.api.handle(asked, { key: `http/${randomUUID()}`, external: true });
    send(response, answer);
  }

  #mounted(path: string): { readonly handler: MountedHandler; readonly rest: string } | undefined {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const handler = this.#mounts.get(at);
      if (handler !== undefined) return { handler, rest: at === '/' ? '' : path.slice(at.length) };
    }
    return undefined;
  }
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return headers;
}

function send(response: ServerResponse, answer: ApiResponse): void {
  const cookies: Record<string, string[]> = answer.cookies.length === 0 ? {} : { 'set-cookie': [...answer.cookies] };
  response
    .writeHead(answer.status, { ...answer.headers, ...cookies, 'content-length': String(answer.body.length) })
    .end(answer.body);
}
