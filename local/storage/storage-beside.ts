import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { StorageServer } from './storage-server.ts';
import type { FromThread, ThreadOptions, ToThread } from './thread-calls.ts';

/** The storage server in this thread, spoken to as to a thread of its own. */
export class StorageBeside extends EventEmitter {
  readonly #server: Promise<StorageServer>;

  constructor(options: ThreadOptions) {
    super();
    this.#server = import('./storage-server.ts').then((loaded) =>
      loaded.StorageServer.start(options, (message) => this.#send(message)),
    );
    this.#server.then(
      ({ dynamodbPort, s3Port }) => this.#send({ type: 'ready', dynamodbPort, s3Port }),
      (error: unknown) => this.emit('error', error),
    );
  }

  postMessage(message: ToThread, _transferred: readonly MessagePort[] = []): void {
    this.#server
      .then((server) => server.receive(message))
      .catch((error: unknown) => {
        this.emit('error', error);
      });
  }

  async terminate(): Promise<void> {}

  #send(message: FromThread): void {
    queueMicrotask(() => this.emit('message', message));
  }
}
