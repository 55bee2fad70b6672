import { MessageChannel, Worker } from 'node:worker_threads';
import type { EndpointLine, LambdaOutcome } from '../cloud.ts';
import type { Json } from '../json.ts';
import type { Environment, FunctionDefinition, FunctionRequest } from './function-definition.ts';
import { serveChannel } from './serve-channel.ts';
import type { WorkerBirth, WorkerError, WorkerMessage, WorkerRequest } from './worker-protocol.ts';

const workerFile = new URL('./worker.ts', import.meta.url);

export interface EnvironmentOptions {
  readonly definition: FunctionDefinition;
  readonly accessKeyId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly clock: SharedArrayBuffer;
  readonly seed: string;
  /** Folder of compiled code, kept between runs. */
  readonly compileCache: string;
  /** Real milliseconds after which an invocation is ended. */
  readonly patienceMs: number;
  readonly onLog: (text: string) => void;
  /** Endpoints that it reaches by channel. */
  readonly lines: readonly EndpointLine[];
}

type Failure = Extract<LambdaOutcome, { ok: false }>;

/** One worker thread that runs one function, one invocation at a time. */
export class LambdaEnvironment implements Environment {
  readonly definition: FunctionDefinition;
  readonly accessKeyId: string;
  current: string | undefined;
  ended = false;
  lastUsed = 0;
  readonly #options: EnvironmentOptions;
  readonly #worker: Worker;
  readonly #exited: Promise<void>;
  readonly #loaded = Promise.withResolvers<void>();
  #settle: ((outcome: LambdaOutcome) => void) | undefined;

  constructor(options: EnvironmentOptions) {
    const { definition } = options;
    this.definition = definition;
    this.accessKeyId = options.accessKeyId;
    this.#options = options;
    const lines = options.lines.map(({ ports, reach = serveChannel }) => {
      const { port1, port2 } = new MessageChannel();
      reach(port1);
      return { ports, channel: port2 };
    });
    const birth: WorkerBirth = {
      lines,
      clock: options.clock,
      seed: options.seed,
      compileCache: options.compileCache,
      codeFolder: definition.codeFolder,
      handler: definition.handler,
      functionName: definition.name,
      functionArn: definition.arn,
      memoryMb: definition.memoryMb,
      timeoutMs: definition.timeoutSeconds * 1000,
    };
    this.#worker = new Worker(workerFile, {
      workerData: birth,
      transferList: lines.map(({ channel }) => channel),
      env: { ...options.variables },
      execArgv: [],
      // Handlers leave little behind: a young generation of Node's usual size would triple the memory of each environment.
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMb, maxYoungGenerationSizeMb: 6 },
    });
    this.#worker.on('message', (message: WorkerMessage) => this.#hear(message));
    this.#worker.on('error', (error) => this.#fail('crash', describe(error)));
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', (code) => {
        this.ended = true;
        this.#loaded.resolve();
        this.#fail('crash', {
          errorType: 'Runtime.ExitError',
          errorMessage: `${definition.name}: the runtime exited with code ${code} during the invocation`,
          trace: [],
        });
        resolve();
      });
    });
    this.#worker.unref();
  }

  get loaded(): Promise<void> {
    return this.#loaded.promise;
  }

  run(request: FunctionRequest): Promise<LambdaOutcome> {
    this.current = request.key;
    const message: WorkerRequest = {
      key: request.key,
      requestId: request.requestId,
      payload: JSON.stringify(request.payload),
    };
    return new Promise((resolve) => {
      const { definition, patienceMs } = this.#options;
      const timer = setTimeout(() => {
        this.#fail('timeout', {
          errorType: 'Sandbox.Timedout',
          errorMessage: `${definition.name}: task timed out (${definition.timeoutSeconds} s in the template; ended after ${patienceMs} ms of real time)`,
          trace: [],
        });
        void this.end();
      }, patienceMs);
      this.#settle = (outcome) => {
        clearTimeout(timer);
        this.#settle = undefined;
        this.current = undefined;
        resolve(outcome);
      };
      this.#worker.postMessage(message);
    });
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.#worker.terminate();
    await this.#exited;
  }

  #hear(message: WorkerMessage): void {
    if (message.type === 'log') {
      this.#options.onLog(message.text);
    } else if (message.type === 'answer') {
      const payload: Json = JSON.parse(message.payload);
      this.#settle?.({ ok: true, payload });
    } else if (message.type === 'error') {
      this.#settle?.({ ok: false, cause: 'handler', ...message.error });
    } else if (message.type === 'ready') {
      this.#loaded.resolve();
    } else if (message.type === 'failed') {
      this.#fail('crash', message.error);
      void this.end();
    }
  }

  #fail(cause: Failure['cause'], error: WorkerError): void {
    if (cause !== 'handler') this.ended = true;
    if (this.#settle === undefined && error.errorType !== 'Runtime.ExitError') {
      this.#options.onLog(`${JSON.stringify({ level: 'ERROR', message: 'Failed between invocations', ...error })}\n`);
    }
    this.#settle?.({ ok: false, cause, ...error });
  }
}

function describe(error: unknown): WorkerError {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n').slice(0, 12) };
}
