import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { SharedClock } from '../kernel/shared-clock.ts';
import { askByChannel } from './channel-transport.ts';
import { type Handler, loadHandler } from './load-handler.ts';
import { seedRandomness } from './seeded-randomness.ts';
import type { WorkerBirth, WorkerError, WorkerMessage, WorkerRequest } from './worker-protocol.ts';

/** One Lambda environment: loads the bundled code once, then runs one invocation at a time. */
const port = parentPort;
if (port === null) throw new Error('local/lambda/worker.ts runs in a worker thread only');
const birth: WorkerBirth = workerData;
const post = (message: WorkerMessage): void => port.postMessage(message);

// Compiling a bundle with the SDK takes longer than running most handlers.
enableCompileCache(birth.compileCache);
new SharedClock(birth.clock).patchDate();
const startStreams = seedRandomness(birth.seed);
startStreams(`cold-start/${birth.functionName}`);
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    post({ type: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    const done = rest.at(-1);
    if (typeof done === 'function') queueMicrotask(() => done());
    return true;
  };
}

askByChannel(birth.lines);

let handler: Handler | undefined;
try {
  handler = await loadHandler(birth.codeFolder, birth.handler);
  post({ type: 'ready' });
  setImmediate(flushCompileCache);
} catch (error) {
  post({ type: 'failed', error: describe(error) });
}

port.on('message', async (request: WorkerRequest) => {
  startStreams(`invocation/${request.key}`);
  try {
    if (handler === undefined) throw new Error('Runtime.InitError: the code was not loaded');
    const answer = await handler(JSON.parse(request.payload), contextOf(request));
    post({ type: 'answer', payload: JSON.stringify(answer ?? null) });
  } catch (error) {
    post({ type: 'error', error: describe(error) });
  }
});

function contextOf(request: WorkerRequest): Record<string, unknown> {
  return {
    functionName: birth.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: birth.functionArn,
    memoryLimitInMB: String(birth.memoryMb),
    awsRequestId: request.requestId,
    logGroupName: `/aws/lambda/${birth.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    // Virtual time stands still while a handler runs.
    getRemainingTimeInMillis: () => birth.timeoutMs,
  };
}

function describe(error: unknown): WorkerError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n').slice(0, 12) };
}
