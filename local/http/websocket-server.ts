import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ApiRequest } from './api-model.ts';
import type { WebSocketApi } from './websocket-api.ts';

const reasons: Readonly<Record<number, string>> = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' };

/** Sockets of browsers: the handshake waits for what `$connect` says, so that who is refused never has one. */
export class BrowserSockets {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #onFailure: (error: unknown) => void;

  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  /** `api`: what takes sockets at the path; undefined when nothing does. */
  upgrade(
    message: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    request: ApiRequest,
    api: WebSocketApi | undefined,
  ): void {
    this.#take(message, socket, head, request, api).catch((error: unknown) => {
      this.#onFailure(error);
      socket.destroy();
    });
  }

  async #take(
    message: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    request: ApiRequest,
    api: WebSocketApi | undefined,
  ): Promise<void> {
    // Whoever leaves amid the handshake is no failure of ours.
    socket.on('error', () => socket.destroy());
    if (api === undefined) return refuse(socket, 404);
    const key = `socket/${randomUUID()}`;
    let browser: WebSocket | undefined;
    const early: string[] = [];
    const opened = await api.open(request, { key, external: true }, () => ({
      send: (text) => {
        if (browser === undefined) early.push(text);
        else browser.send(text);
      },
      close: () => browser?.terminate(),
    }));
    if ('refused' in opened) return refuse(socket, opened.refused);
    const left = () => {
      api.left(opened.connectionId, { key: `${key}/left`, external: true }).catch(this.#onFailure);
    };
    if (socket.destroyed) return left();
    this.#server.handleUpgrade(message, socket, head, (ready) => {
      browser = ready;
      ready.on('close', left);
      ready.on('error', () => ready.terminate());
      // Our pages only listen: API Gateway has no route for what they would say.
      ready.on('message', () => ready.send(JSON.stringify({ message: 'Forbidden' })));
      for (const text of early) ready.send(text);
    });
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${reasons[status] ?? 'Error'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
