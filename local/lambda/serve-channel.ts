import type { MessagePort } from 'node:worker_threads';
import { exchange, type MemoryAnswer } from '../in-process/memory-exchange.ts';
import { servedHere } from '../storage/served-here.ts';
import { bodyOf, type ChannelAnswer, type ChannelRequest, messageBody } from './channel-message.ts';

/** Answers a worker's requests to the servers of this thread, as their sockets would. */
export function serveChannel(channel: MessagePort): void {
  const answer = (message: ChannelAnswer) => channel.postMessage(message);
  channel.on('message', ({ id, port, body, ...request }: ChannelRequest) => {
    const listener = servedHere.get(port);
    if (listener === undefined) {
      answer({ id, failure: `nothing serves port ${port}` });
      return;
    }
    exchange(listener, { ...request, body: bodyOf(body) }).then(
      (given: MemoryAnswer) => answer({ ...given, id, body: messageBody(given.body, given.headers) }),
      (error: unknown) => answer({ id, failure: error instanceof Error ? error.message : String(error) }),
    );
  });
  // Whoever waits for an answer keeps the process, not who might ask.
  channel.unref();
}
