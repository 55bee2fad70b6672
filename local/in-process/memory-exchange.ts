import { EventEmitter } from 'node:events';
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';

export interface MemoryRequest {
  readonly method: string;
  /** Path with its query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface MemoryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Hands a request to a server's listener as its socket would, and answers what it wrote. */
export function exchange(listener: Listener, asked: MemoryRequest): Promise<MemoryAnswer> {
  return new Promise((resolve, reject) => {
    const request = new AskedMessage(asked);
    const response = new WrittenResponse(request);
    response.onWritten = resolve;
    response.once('error', reject);
    listener(request, response);
  });
}

/** No socket: reads nothing, swallows what is written. */
class NoSocket extends Duplex {
  readonly remoteAddress = '127.0.0.1';
  setTimeout(): this {
    return this;
  }
  override _read(): void {}
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done();
  }
}

class AskedMessage extends IncomingMessage {
  #body: Buffer | undefined;

  constructor({ method, url, headers, body }: MemoryRequest) {
    // What a listener asks of the socket is its address.
    super(new NoSocket() as unknown as ConstructorParameters<typeof IncomingMessage>[0]);
    this.method = method;
    this.url = url;
    this.headers = { ...headers };
    this.rawHeaders = Object.entries(headers).flat();
    this.httpVersion = '1.1';
    this.#body = body;
  }

  override _read(): void {
    if (this.#body === undefined) return;
    if (this.#body.length > 0) this.push(this.#body);
    this.#body = undefined;
    this.complete = true;
    this.push(null);
  }
}

/** Keeps what a listener writes. */
class WrittenResponse extends ServerResponse {
  onWritten: (answer: MemoryAnswer) => void = () => {};
  readonly #chunks: Buffer[] = [];
  #sent = false;
  #ended = false;

  constructor(request: IncomingMessage) {
    super(request);
    Object.defineProperties(this, {
      headersSent: { get: () => this.#sent },
      writableEnded: { get: () => this.#ended },
      writableFinished: { get: () => this.#ended },
    });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const given = rest.find((one): one is OutgoingHttpHeaders => typeof one === 'object' && one !== null);
    for (const [name, value] of Object.entries(given ?? {})) if (value !== undefined) this.setHeader(name, value);
    this.#sent = true;
    return this;
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#sent = true;
    this.#chunks.push(bufferOf(chunk));
    called(rest);
    return true;
  }

  override end(...given: unknown[]): this {
    const [chunk] = given;
    if (this.#ended) return this;
    this.#ended = true;
    this.#sent = true;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.#chunks.push(bufferOf(chunk));
    const [only] = this.#chunks;
    this.onWritten({
      status: this.statusCode,
      headers: textHeaders(this.getHeaders()),
      body: this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks),
    });
    called(given);
    process.nextTick(() => {
      EventEmitter.prototype.emit.call(this, 'finish');
      EventEmitter.prototype.emit.call(this, 'close');
    });
    return this;
  }
}

function called(given: readonly unknown[]): void {
  const done = given.at(-1);
  if (typeof done === 'function') process.nextTick(() => Reflect.apply(done, undefined, []));
}

function bufferOf(chunk: unknown): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk);
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError(`a response was written a ${typeof chunk}; accepted are texts and bytes`);
}

function textHeaders(headers: OutgoingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]],
    ),
  );
}
