import type { LambdaOutcome } from '../cloud.ts';
import type { Environment, FunctionDefinition, FunctionRequest } from './function-definition.ts';

export interface PoolOptions {
  /** Environments alive at once. */
  readonly size: number;
  /** Environments of one function at once, unless it reserves its concurrency. */
  readonly concurrency: number;
  readonly create: (definition: FunctionDefinition, index: number) => Environment;
  /**
   * Real milliseconds before a function gets another environment. Starting a thread costs a quarter of a second: most invocations are over
   * before that. 0: at once.
   */
  readonly waitBeforeGrowingMs: number;
}

interface Waiting {
  readonly definition: FunctionDefinition;
  readonly nested: boolean;
  /** Has waited long enough for another environment to be worth its start. */
  mayGrow: boolean;
  readonly start: (environment: Environment) => void;
}

/** Environments of all functions: warm ones are used again, and the least recently used idle one makes room. */
export class LambdaPool {
  readonly #options: PoolOptions;
  readonly #environments = new Map<Environment, number>();
  readonly #waiting: Waiting[] = [];
  readonly #started = new Map<string, number>();
  #uses = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Environments alive, for reports. */
  get size(): number {
    return this.#environments.size;
  }

  /** Key of the invocation that the environment of this access key is running. */
  runningIn(accessKeyId: string): string | undefined {
    for (const environment of this.#environments.keys()) {
      if (environment.accessKeyId === accessKeyId) return environment.current;
    }
    return undefined;
  }

  async run(definition: FunctionDefinition, request: FunctionRequest): Promise<LambdaOutcome> {
    const { nested } = request;
    const mayGrow = this.#options.waitBeforeGrowingMs === 0;
    const environment = this.#acquire({ definition, nested, mayGrow }) ?? (await this.#wait(definition, nested));
    this.#uses += 1;
    environment.lastUsed = this.#uses;
    try {
      return await environment.run(request);
    } finally {
      if (environment.ended) this.#environments.delete(environment);
      this.#serve();
    }
  }

  /** Environments of a function started so far. */
  started(definition: FunctionDefinition): number {
    return this.#started.get(definition.arn) ?? 0;
  }

  /** Starts the function's first environment if it has none, in the room of an idle one if need be; resolves once its code is loaded. */
  async warm(definition: FunctionDefinition): Promise<void> {
    const known = [...this.#environments.keys()].some((each) => each.definition.arn === definition.arn);
    if (known || !this.#makeRoom()) return;
    const environment = this.#create(definition, 0);
    this.#uses += 1;
    environment.lastUsed = this.#uses;
    await environment.loaded;
  }

  async stop(): Promise<void> {
    const all = [...this.#environments.keys()];
    this.#environments.clear();
    await Promise.all(all.map((environment) => environment.end()));
  }

  #wait(definition: FunctionDefinition, nested: boolean): Promise<Environment> {
    return new Promise((resolve) => {
      const waiting: Waiting = {
        definition,
        nested,
        mayGrow: this.#options.waitBeforeGrowingMs === 0,
        start: (environment) => {
          clearTimeout(timer);
          resolve(environment);
        },
      };
      const { waitBeforeGrowingMs } = this.#options;
      const timer =
        waitBeforeGrowingMs === 0
          ? undefined
          : setTimeout(() => {
              waiting.mayGrow = true;
              this.#serve();
            }, waitBeforeGrowingMs);
      this.#waiting.push(waiting);
    });
  }

  /** An environment reserved for the caller (its `current` is set), or undefined when none may be had now. */
  #acquire(asked: Omit<Waiting, 'start'>): Environment | undefined {
    const { definition, nested, mayGrow } = asked;
    for (const each of this.#environments.keys()) {
      if (each.ended && each.current === undefined) this.#environments.delete(each);
    }
    const own = [...this.#environments.keys()].filter((each) => each.definition.arn === definition.arn && !each.ended);
    const idle = own.find((each) => each.current === undefined);
    if (idle !== undefined) return reserve(idle);
    if (own.length > 0 && !mayGrow) return undefined;
    if (own.length >= (definition.concurrency ?? this.#options.concurrency)) return undefined;
    // With one environment of its own already, waiting for it is cheaper than ending another function's.
    const full = this.#environments.size >= this.#options.size && !nested;
    if (full && (own.length > 0 || !this.#makeRoom())) return undefined;
    const taken = new Set(own.map((each) => this.#environments.get(each)));
    let index = 0;
    while (taken.has(index)) index += 1;
    return reserve(this.#create(definition, index));
  }

  /** Ends the least recently used idle environment when all room is taken; false when all are busy. */
  #makeRoom(): boolean {
    if (this.#environments.size < this.#options.size) return true;
    const victim = this.#leastRecentlyUsed();
    if (victim === undefined) return false;
    this.#environments.delete(victim);
    void victim.end();
    return true;
  }

  #create(definition: FunctionDefinition, index: number): Environment {
    this.#started.set(definition.arn, this.started(definition) + 1);
    const environment = this.#options.create(definition, index);
    this.#environments.set(environment, index);
    return environment;
  }

  #leastRecentlyUsed(): Environment | undefined {
    let found: Environment | undefined;
    for (const each of this.#environments.keys()) {
      if (each.current === undefined && (found === undefined || each.lastUsed < found.lastUsed)) found = each;
    }
    return found;
  }

  #serve(): void {
    for (let index = 0; index < this.#waiting.length; ) {
      const waiting = this.#waiting[index];
      const environment = waiting === undefined ? undefined : this.#acquire(waiting);
      if (waiting === undefined || environment === undefined) {
        index += 1;
        continue;
      }
      this.#waiting.splice(index, 1);
      waiting.start(environment);
    }
  }
}

/** Marks it busy before its invocation's key is known, so that nobody else takes it in between. */
function reserve(environment: Environment): Environment {
  environment.current = '';
  return environment;
}
