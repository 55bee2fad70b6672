import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LambdaOutcome } from '../cloud.ts';
import type { Json } from '../json.ts';
import type { Environment, FunctionDefinition, FunctionRequest } from '../lambda/function-definition.ts';
import type { Birth } from '../lambda/local-lambda.ts';
import type { InProcess } from './in-process.ts';
import { instantiate, prepareModules } from './module-code.ts';
import type { PortCall } from './port-call.ts';
import { surroundingsOf } from './surroundings.ts';
import type { Runner } from './turns.ts';

type Handler = (event: unknown, context: unknown) => unknown;

/**
 * One environment of a function in this thread: its own instance of the bundle, which sees injected time, chance and network only. It cannot be
 * stopped as a thread can; once it has ended, nothing it does has an effect: its requests are not sent, its timers never come.
 */
export class InProcessEnvironment implements Environment {
  readonly definition: FunctionDefinition;
  readonly accessKeyId: string;
  readonly loaded: Promise<void> = Promise.resolve();
  current: string | undefined;
  ended = false;
  lastUsed = 0;
  readonly #world: InProcess;
  readonly #birth: Birth;
  readonly #runner: Runner = { waiting: 0 };
  #startStreams: (lane: string) => void = () => {};
  #handler: Handler | undefined;
  #calls = 0;
  #settle: ((outcome: LambdaOutcome) => void) | undefined;

  constructor(world: InProcess, birth: Birth) {
    this.definition = birth.definition;
    this.accessKeyId = birth.accessKeyId;
    this.#world = world;
    this.#birth = birth;
  }

  run(request: FunctionRequest): Promise<LambdaOutcome> {
    const { turns, kernel } = this.#world;
    const { name, timeoutSeconds } = this.definition;
    this.current = request.key;
    this.#calls = 0;
    turns.enter(this.#runner);
    return new Promise((resolve) => {
      const timeOut = () => {
        const errorMessage = `${name}: task timed out after ${timeoutSeconds} s of virtual time`;
        this.#end({ ok: false, cause: 'timeout', errorType: 'Sandbox.Timedout', errorMessage, trace: [] });
      };
      // While stacks come up, time stands still.
      const cancel = kernel.playing ? turns.after(timeoutSeconds * 1000, `timeout/${request.key}`, timeOut) : () => {};
      this.#settle = (outcome) => {
        cancel();
        turns.leave(this.#runner);
        this.#settle = undefined;
        this.current = undefined;
        resolve(outcome);
      };
      this.#invoke(request).then(
        (payload) => this.#settle?.({ ok: true, payload }),
        (error: unknown) => this.#settle?.({ ok: false, cause: 'handler', ...describe(error) }),
      );
    });
  }

  /** Ends it amid its invocation, as when its machine is lost. */
  crash(call: PortCall, when: string): void {
    const errorMessage = `${this.definition.name}: crashed ${when} ${call.operation}`;
    this.#end({ ok: false, cause: 'crash', errorType: 'Runtime.ExitError', errorMessage, trace: [] });
  }

  async end(): Promise<void> {
    this.ended = true;
  }

  /** The call that it makes next. */
  nextCall(operation: string): PortCall {
    this.#calls += 1;
    return {
      functionName: this.definition.name,
      operation,
      invocation: this.current ?? `cold-start/${this.definition.name}`,
      nth: this.#calls,
      at: this.#world.kernel.now(),
    };
  }

  /** Runs `task` while the handler waits for it. */
  async waiting<T>(task: () => Promise<T>): Promise<T> {
    this.#runner.waiting += 1;
    try {
      return await task();
    } finally {
      this.#runner.waiting -= 1;
    }
  }

  #end(outcome: LambdaOutcome): void {
    this.ended = true;
    this.#settle?.(outcome);
  }

  async #invoke(request: FunctionRequest): Promise<Json> {
    const { codeFolder, handler: name } = this.definition;
    if (this.#handler === undefined) {
      await this.#world.turns.hold(() => prepareModules(codeFiles(codeFolder)));
      this.#handler = this.#load(codeFolder, name);
    }
    this.#startStreams(`invocation/${request.key}`);
    // As text, as over the wire: nothing is shared.
    const event: unknown = JSON.parse(JSON.stringify(request.payload));
    const answer = await this.#handler(event, this.#contextOf(request));
    const text = JSON.stringify(answer ?? null);
    const payload: Json = JSON.parse(text);
    return payload;
  }

  #load(codeFolder: string, name: string): Handler {
    const { turns, kernel, seed } = this.#world;
    const { surroundings, startStreams } = surroundingsOf({
      clock: kernel.clock,
      seed,
      variables: this.#birth.variables,
      onLog: this.#birth.onLog,
      send: (port, request) => this.#world.send(this, port, request),
      hold: (task) => turns.hold(task),
      after: (ms, task) => this.#after(ms, task),
    });
    this.#startStreams = startStreams;
    startStreams(`cold-start/${this.definition.name}`);
    const dot = name.lastIndexOf('.');
    const file = ['.mjs', '.js'].map((ending) => join(codeFolder, name.slice(0, dot) + ending)).find(existsSync);
    if (file === undefined)
      throw new Error(`Runtime.ImportModuleError: nothing for Handler "${name}" in ${codeFolder}`);
    const found = instantiate(file, surroundings)[name.slice(dot + 1)];
    if (typeof found !== 'function') throw new Error(`Runtime.HandlerNotFound: ${file} exports no ${name}`);
    return (event, context) => Reflect.apply(found, undefined, [event, context]);
  }

  #after(ms: number, task: () => void): () => void {
    let pending = true;
    this.#runner.waiting += 1;
    const over = (): boolean => {
      if (!pending) return false;
      pending = false;
      this.#runner.waiting -= 1;
      return true;
    };
    const cancel = this.#world.turns.after(ms, `timer/${this.current ?? this.definition.name}`, () => {
      if (over() && !this.ended) task();
    });
    return () => {
      if (over()) cancel();
    };
  }

  #contextOf({ requestId }: FunctionRequest): Record<string, unknown> {
    const { name, arn, memoryMb, timeoutSeconds } = this.definition;
    const until = this.#world.kernel.now() + timeoutSeconds * 1000;
    return {
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(memoryMb),
      awsRequestId: requestId,
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, until - this.#world.kernel.now()),
    };
  }
}

function codeFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => join(folder, name));
}

function describe(error: unknown): { errorType: string; errorMessage: string; trace: readonly string[] } {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n').slice(0, 12) };
}
