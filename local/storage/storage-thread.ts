import { parentPort, workerData } from 'node:worker_threads';
import { SharedClock } from '../kernel/shared-clock.ts';
import { keepHeapSmall } from '../small-heap.ts';
import type { FromThread, ThreadOptions, ToThread } from './thread-calls.ts';

/**
 * Entry of the storage thread. `Date` is patched before anything else is loaded, so that the engines live in virtual time:
 * otherwise s3rver would refuse URLs presigned in it.
 */
const port = parentPort;
if (port === null) throw new Error('storage-thread.ts runs as a worker thread, started by startStorage');
const options: ThreadOptions = workerData;
new SharedClock(options.clock).patchDate();
// What tables keep is cut from buffers of its own: a slice of Node's pool would keep 64 kilobytes of passing requests with it.
Buffer.poolSize = 0;
const stopCollecting = keepHeapSmall(32);
const send = (message: FromThread) => port.postMessage(message);
const { StorageServer } = await import('./storage-server.ts');
try {
  const server = await StorageServer.start(options, send);
  port.on('message', (message: ToThread) => {
    void server.receive(message).then((ended) => {
      if (!ended) return;
      stopCollecting();
      port.close();
    });
  });
  send({ type: 'ready', dynamodbPort: server.dynamodbPort, s3Port: server.s3Port });
} catch (error) {
  send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  port.close();
}
