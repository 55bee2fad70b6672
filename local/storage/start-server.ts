import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { StartRefused } from '../start-refused.ts';
import { servedHere } from './served-here.ts';

export interface StartedServer {
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** The option that chooses the port, said when it is busy. */
  readonly portOption: string;
  /** Absent: any free port. */
  readonly port?: number;
  /** Clock of the `Date` header, milliseconds; absent: no such header. */
  readonly now?: () => number;
  /** Told of errors that were not meant for the caller, who gets a 500. */
  readonly onFailure?: (error: unknown) => void;
  /** Where it is served in place of a socket. */
  readonly network?: MemoryNetwork;
}

/** Servers of this process that are called without a socket. */
export interface MemoryNetwork {
  /** Answers the port under which it is found. */
  serve(listener: (request: IncomingMessage, response: ServerResponse) => void): number;
}

const portRefusals: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is already in use on 127.0.0.1: stop what uses it, or ',
  EACCES: 'is not open to this account of the machine: ',
};

/**
 * Serves on 127.0.0.1. Connections are kept for ever: a real-time idle limit would close sockets that virtual time has not let
 * anyone use. Node's own `Date` header is left out: it tells the wall's time, to which the SDK would set its clock.
 */
export async function startServer(
  options: ServerOptions,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  more: { readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void } = {},
): Promise<StartedServer> {
  const { now, network } = options;
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    response.sendDate = false;
    if (now !== undefined) response.setHeader('Date', new Date(now()).toUTCString());
    answer(request, response).catch((error: unknown) => {
      options.onFailure?.(error);
      fail(response, error);
    });
  };
  if (network !== undefined) return { port: network.serve(listener), stop: async () => {} };
  const server = createServer(listener);
  if (more.upgrade !== undefined) server.on('upgrade', more.upgrade);
  server.keepAliveTimeout = 0;
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = portRefusals[error.code ?? ''];
      const said = `port ${options.port} ${why}choose another with ${options.portOption}`;
      reject(why === undefined ? error : new StartRefused(said));
    });
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const { port } = address;
  servedHere.set(port, listener);
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        servedHere.delete(port);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fail(response: ServerResponse, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (response.headersSent) response.destroy(error instanceof Error ? error : new Error(text));
  else response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(`local cloud: ${text}`);
}
