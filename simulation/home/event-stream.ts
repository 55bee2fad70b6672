import type { IncomingMessage, ServerResponse } from 'node:http';

/** Pushes named events to the open pages. */
export class EventStream {
  readonly #pages = new Set<ServerResponse>();

  connect(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    response.write(': open\n\n');
    this.#pages.add(response);
    request.on('close', () => this.#pages.delete(response));
  }

  send(name: string, data: unknown): void {
    for (const page of this.#pages) page.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  close(): void {
    for (const page of this.#pages) page.end();
  }
}
