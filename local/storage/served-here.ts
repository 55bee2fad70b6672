import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the servers of this thread do with a request, by port: for who reaches them by a channel in place of a socket. */
export const servedHere = new Map<number, (request: IncomingMessage, response: ServerResponse) => void>();
