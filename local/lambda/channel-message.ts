import type { MemoryAnswer, MemoryRequest } from '../in-process/memory-exchange.ts';

/** A request of a worker to the server at `port` of another thread, over a message channel. */
export type ChannelRequest = { readonly id: number; readonly port: number } & WithBody<MemoryRequest>;

export type ChannelAnswer =
  | ({ readonly id: number } & WithBody<MemoryAnswer>)
  | { readonly id: number; readonly failure: string };

/** JSON goes as text: bytes would be copied together with whatever shares their buffer. */
type WithBody<T> = Omit<T, 'body'> & { readonly body: string | Uint8Array };

export function messageBody(body: Buffer, headers: Readonly<Record<string, string>>): string | Uint8Array {
  return headers['content-type']?.includes('json') ? body.toString() : Uint8Array.from(body);
}

export function bodyOf(body: string | Uint8Array): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}
