import type { IncomingMessage, ServerResponse } from 'node:http';

/** Real time between two signs of life, so that nothing between the page and here takes a quiet stream for a dead one. */
const heartbeatMs = 15_000;

/** Pushes named events to the open pages; a page that lost its stream asks again after 2 s. */
export class EventStream {
  readonly #pages = new Set<ServerResponse>();
  readonly #heartbeat = setInterval(() => this.#write(': still here\n\n'), heartbeatMs);

  /** Whether anybody listens. */
  get open(): boolean {
    return this.#pages.size > 0;
  }

  connect(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    response.write('retry: 2000\n\n');
    this.#pages.add(response);
    request.on('close', () => this.#pages.delete(response));
  }

  send(name: string, data: unknown): void {
    this.#write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const page of this.#pages) page.end();
  }

  #write(text: string): void {
    for (const page of this.#pages) page.write(text);
  }
}
