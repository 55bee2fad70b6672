import type { Kernel } from '../kernel/kernel.ts';
import type { Birth } from '../lambda/local-lambda.ts';
import { fetchFunction } from './asking-request.ts';
import { InMemoryServers } from './in-memory-servers.ts';
import { InProcessEnvironment } from './in-process-environment.ts';
import { exchange, type MemoryAnswer, type MemoryRequest } from './memory-exchange.ts';
import { type Mishap, operationOf, type PortCall, throttled } from './port-call.ts';
import { Turns } from './turns.ts';

/** How the in-process simulator plays; every function must give the same for the same call. */
export interface InProcessOptions {
  /** Virtual milliseconds until a call reaches its service: of the calls that wait, the soonest is next. Absent: none. */
  readonly latencyMs?: (call: PortCall) => number;
  readonly mishap?: (call: PortCall) => Mishap | undefined;
}

/**
 * The second simulator (design §6): functions, services and tables in one thread, no socket. Each request of a handler is a port call, with a place
 * to crash before and after it, and its turn in virtual time.
 */
export class InProcess {
  readonly servers = new InMemoryServers();
  readonly turns: Turns;
  readonly seed: string;
  readonly #options: InProcessOptions;
  readonly #kernel: () => Kernel;

  constructor(options: InProcessOptions, seed: string, kernel: () => Kernel) {
    this.#options = options;
    this.seed = seed;
    this.#kernel = kernel;
    this.turns = new Turns(kernel);
  }

  get kernel(): Kernel {
    return this.#kernel();
  }

  environment(birth: Birth): InProcessEnvironment {
    return new InProcessEnvironment(this, birth);
  }

  /** The engines read the thread's own clock. Returns what gives the wall's back. */
  patchDate(): () => void {
    const wall = globalThis.Date;
    this.kernel.clock.patchDate();
    return () => {
      globalThis.Date = wall;
    };
  }

  /** `fetch` for people: what they send is no port call. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response> = (input, init) =>
    this.turns.hold(() => fetchFunction((port, request) => exchange(this.servers.at(port), request))(input, init));

  /** A request of a handler. Never resolves once its environment has ended. */
  async send(environment: InProcessEnvironment, port: number, request: MemoryRequest): Promise<MemoryAnswer> {
    if (environment.ended) return never();
    const operation = operationOf(request);
    const answer = await environment.waiting(async () =>
      operation === undefined
        ? this.turns.hold(() => exchange(this.servers.at(port), request))
        : this.#perform(environment, environment.nextCall(operation), port, request),
    );
    return environment.ended ? never() : answer;
  }

  async #perform(
    environment: InProcessEnvironment,
    call: PortCall,
    port: number,
    request: MemoryRequest,
  ): Promise<MemoryAnswer> {
    const { latencyMs, mishap } = this.#options;
    if (latencyMs !== undefined) {
      await this.turns.pause(latencyMs(call), `call/${call.invocation}/${call.nth}`);
      if (environment.ended) return never();
    }
    const befalls = mishap?.(call);
    if (befalls === 'crash-before') {
      environment.crash(call, 'before');
      return never();
    }
    const refusal = befalls === 'throttle' ? throttled(call.operation) : undefined;
    if (refusal !== undefined) return refusal;
    const ask = () => exchange(this.servers.at(port), request);
    // A function that is asked for takes time of its own.
    const answer = await (call.operation === 'lambda:Invoke' ? ask() : this.turns.hold(ask));
    if (befalls === 'crash-after') {
      environment.crash(call, 'after');
      return never();
    }
    if (befalls === 'lose-answer') throw Object.assign(new Error('the connection was reset'), { code: 'ECONNRESET' });
    return answer;
  }
}

function never(): Promise<never> {
  return new Promise(() => {});
}
