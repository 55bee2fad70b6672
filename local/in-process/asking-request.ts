import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import type { MemoryAnswer, MemoryRequest } from './memory-exchange.ts';

/** Sends a request to a port of this world. Never resolves for an environment that has ended. */
export type Send = (port: number, request: MemoryRequest) => Promise<MemoryAnswer>;

interface RequestOptions {
  readonly method?: string;
  readonly path?: string;
  readonly port?: number | string;
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** What `http.request` answers, without a socket: as much of it as SDK clients use. */
class AskingRequest extends EventEmitter {
  readonly #send: Send;
  readonly #options: RequestOptions;
  readonly #chunks: Buffer[] = [];
  destroyed = false;
  reusedSocket = true;

  constructor(send: Send, options: RequestOptions) {
    super();
    this.#send = send;
    this.#options = options;
  }

  setTimeout(): this {
    return this;
  }

  setNoDelay(): void {}

  setSocketKeepAlive(): void {}

  write(chunk: string | Uint8Array): boolean {
    this.#chunks.push(Buffer.from(chunk));
    return true;
  }

  end(chunk?: string | Uint8Array | null): this {
    if (chunk !== undefined && chunk !== null) this.write(chunk);
    const { method = 'GET', path = '/', port, headers = {} } = this.#options;
    const request = { method, url: path, headers: textHeaders(headers), body: Buffer.concat(this.#chunks) };
    this.#send(Number(port), request).then(
      (answer) => {
        if (this.destroyed) return;
        this.emit('response', responseOf(answer));
        this.emit('close');
      },
      (error: unknown) => {
        if (!this.destroyed) this.emit('error', error);
      },
    );
    return this;
  }

  destroy(error?: Error): this {
    this.destroyed = true;
    if (error !== undefined) this.emit('error', error);
    return this;
  }
}

/** `http.request` of a world in memory. */
export function requestFunction(send: Send) {
  return (options: RequestOptions, onResponse?: (response: unknown) => void): AskingRequest => {
    const request = new AskingRequest(send, options);
    if (onResponse !== undefined) request.once('response', onResponse);
    return request;
  };
}

/** `fetch` of a world in memory. */
export function fetchFunction(send: Send): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search, port } = new URL(request.url);
    const { status, headers, body } = await send(Number(port), {
      method: request.method,
      url: pathname + search,
      headers: Object.fromEntries(request.headers),
      body: Buffer.from(await request.arrayBuffer()),
    });
    return new Response(status === 204 || status === 304 ? null : new Uint8Array(body), { status, headers });
  };
}

function responseOf({ status, headers, body }: MemoryAnswer): Readable {
  const stream = new Readable({ read() {} });
  if (body.length > 0) stream.push(body);
  stream.push(null);
  return Object.assign(stream, { statusCode: status, statusMessage: '', headers });
}

function textHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
