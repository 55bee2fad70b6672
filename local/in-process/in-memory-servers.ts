import type { MemoryNetwork } from '../storage/start-server.ts';
import type { Listener } from './memory-exchange.ts';

/** The endpoints of a local cloud, by port, without a socket. */
export class InMemoryServers implements MemoryNetwork {
  readonly #listeners = new Map<number, Listener>();

  serve(listener: Listener): number {
    const port = this.#listeners.size + 1;
    this.#listeners.set(port, listener);
    return port;
  }

  /** Throws when nobody serves there: the world has no other machines. */
  at(port: number): Listener {
    const listener = this.#listeners.get(port);
    if (listener === undefined) {
      throw new Error(`nothing serves port ${port}; served are ${[...this.#listeners.keys()].join(', ')}`);
    }
    return listener;
  }
}
