import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { requireAccess } from '../access.ts';
import type { CloudContext, CredentialHolder, LambdaInvocation, LambdaOutcome, LambdaService } from '../cloud.ts';
import type { RunningInvocations } from '../invocations/running-invocations.ts';
import type { StandInRegistry } from '../invocations/stand-in-registry.ts';
import type { WorldLog } from '../invocations/world-log.ts';
import { canonicalJson } from '../json.ts';
import { deriveUuid } from '../kernel/random.ts';
import type { Principal } from '../principal.ts';
import { ServiceError } from '../service-error.ts';
import { runAsynchronously } from './asynchronous.ts';
import { LambdaEnvironment } from './environment.ts';
import { accessKeyIdOf, functionKey, functionKeyOf } from './function-credentials.ts';
import {
  type AsyncConfiguration,
  defaultAsyncConfiguration,
  type Environment,
  type FunctionDefinition,
} from './function-definition.ts';
import { functionEnvironment } from './function-environment.ts';
import type { FunctionLogs } from './function-logs.ts';
import { LambdaPool } from './pool.ts';

export interface LocalLambdaOptions {
  readonly log: WorldLog;
  readonly running: RunningInvocations;
  readonly standIns: StandInRegistry;
  readonly logs: FunctionLogs;
  /** Worker threads alive at once. */
  readonly poolSize?: number;
  /** Makes environments in this thread, which all stay alive, in place of worker threads. */
  readonly inProcess?: (environment: Birth) => Environment;
  /** Real time an invocation may take, as a multiple of the template's timeout (virtual time stands still meanwhile). */
  readonly patience?: number;
}

/** What an environment of a function is started with. */
export interface Birth {
  readonly definition: FunctionDefinition;
  readonly accessKeyId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly onLog: (text: string) => void;
}

/** An invocation that did not end well, replayed ones included. */
export interface FailedInvocation {
  /** Virtual ISO instant. */
  readonly at: string;
  readonly functionName: string;
  readonly key: string;
  readonly outcome: Extract<LambdaOutcome, { ok: false }>;
}

/** Lambda: functions from the assembly's bundles, run in worker threads or answered from the log of an earlier run. */
export class LocalLambda implements LambdaService {
  readonly #cloud: CloudContext;
  readonly #options: LocalLambdaOptions;
  readonly #pool: LambdaPool;
  readonly #functions = new Map<string, FunctionDefinition>();
  readonly #byKey = new Map<string, FunctionDefinition>();
  readonly #failures: FailedInvocation[] = [];
  readonly #asyncConfigurations = new Map<string, AsyncConfiguration>();

  constructor(cloud: CloudContext, options: LocalLambdaOptions) {
    this.#cloud = cloud;
    this.#options = options;
    const { inProcess } = options;
    this.#pool = new LambdaPool({
      size: inProcess === undefined ? (options.poolSize ?? 10) : Number.POSITIVE_INFINITY,
      concurrency: 4,
      waitBeforeGrowingMs: inProcess === undefined ? 50 : 0,
      create: (definition, index) => {
        const accessKeyId = accessKeyIdOf(definition.arn, index);
        this.openLogs(definition);
        const birth: Birth = {
          definition,
          accessKeyId,
          variables: functionEnvironment(definition, accessKeyId, cloud),
          onLog: (text) => options.logs.write(definition.name, text),
        };
        if (inProcess !== undefined) return inProcess(birth);
        return new LambdaEnvironment({
          ...birth,
          clock: cloud.kernel.clock.buffer,
          seed: cloud.seed,
          // Node's own variable: several clouds may share what is compiled.
          compileCache: process.env['NODE_COMPILE_CACHE'] ?? join(cloud.stateFolder, 'compiled'),
          lines: cloud.endpoints.lines(),
          patienceMs: Math.max(1000, definition.timeoutSeconds * 1000 * (options.patience ?? 4)),
        });
      },
    });
  }

  create(definition: FunctionDefinition): void {
    if (this.#functions.has(definition.arn)) throw new Error(`Function ${definition.arn} is created twice`);
    this.#functions.set(definition.arn, definition);
    this.#byKey.set(functionKey(definition.arn), definition);
  }

  configureAsync(functionArn: string, configuration: AsyncConfiguration): void {
    this.#asyncConfigurations.set(this.definition(functionArn).arn, configuration);
  }

  /** The function of a name or an ARN, with or without qualifier. */
  definition(nameOrArn: string): FunctionDefinition {
    const name = nameOrArn.startsWith('arn:') ? nameOrArn.split(':')[6] : nameOrArn.split(':')[0];
    const { partition, region, account } = this.#cloud;
    const found = this.#functions.get(`arn:${partition}:lambda:${region}:${account}:function:${name}`);
    if (found === undefined) {
      throw new ServiceError('ResourceNotFoundException', `Function not found: ${nameOrArn}`, 404);
    }
    return found;
  }

  /** Starts an environment ahead of the first invocation, as provisioned concurrency would; resolves once its code is loaded. */
  warm(functionName: string): Promise<void> {
    return this.#pool.warm(this.definition(functionName));
  }

  /** Environments of a function started so far: cold starts. */
  environmentsStarted(functionName: string): number {
    return this.#pool.started(this.definition(functionName));
  }

  functions(): readonly string[] {
    return [...this.#functions.keys()];
  }

  get failures(): readonly FailedInvocation[] {
    return this.#failures;
  }

  principalOf(definition: FunctionDefinition): Principal {
    return {
      type: 'function',
      functionName: definition.name,
      functionArn: definition.arn,
      roleArn: definition.roleArn,
    };
  }

  holder(accessKeyId: string): CredentialHolder | undefined {
    const definition = this.#byKey.get(functionKeyOf(accessKeyId) ?? '');
    if (definition === undefined) return undefined;
    const running = this.#pool.runningIn(accessKeyId);
    return { principal: this.principalOf(definition), invocationKey: running === '' ? undefined : running };
  }

  async invoke(invocation: LambdaInvocation): Promise<LambdaOutcome> {
    this.#authorize(invocation);
    return this.run(invocation);
  }

  invokeAsync(invocation: LambdaInvocation): void {
    this.#authorize(invocation);
    const definition = this.definition(invocation.functionArn);
    const configuration = this.#asyncConfigurations.get(definition.arn) ?? defaultAsyncConfiguration;
    runAsynchronously(this.#cloud, {
      definition,
      configuration,
      invocation,
      principal: this.principalOf(definition),
      run: (attempt) => this.run(attempt),
    });
  }

  /** Runs or replays without asking who invokes: for Lambda's own pollers, whose right to read was checked. */
  async run(invocation: LambdaInvocation): Promise<LambdaOutcome> {
    const { log, running, standIns, logs } = this.#options;
    const definition = this.definition(invocation.functionArn);
    const { key, payload, external } = invocation;
    const principal = this.principalOf(definition);
    const payloadHash = createHash('sha256').update(canonicalJson(payload)).digest('hex').slice(0, 32);
    const at = this.#cloud.kernel.now();
    const logged = external ? undefined : log.take(key, definition.name, payloadHash, at);
    if (logged !== undefined) {
      for (const call of logged.calls) await standIns.replay(call, principal);
      this.#noteFailure(definition.name, key, logged.outcome);
      return logged.outcome;
    }
    running.begin(key);
    const outcome = await this.#pool.run(definition, {
      key,
      requestId: deriveUuid(this.#cloud.seed, 'request', key),
      payload,
      nested: invocation.source.type === 'function',
    });
    const record = { key, function: definition.name, payload: payloadHash, at, outcome, calls: running.end(key) };
    log.append({ t: 'invocation', ...record, ...(external ? { external } : {}) });
    const failure = this.#noteFailure(definition.name, key, outcome);
    if (failure !== undefined) {
      const line = { level: 'ERROR', message: 'Invocation failed', ...failure };
      logs.write(definition.name, `${JSON.stringify(line)}\n`);
    }
    return outcome;
  }

  /** Schedules the stand-in calls of invocations that people caused before a crash. */
  replayExternal(): void {
    for (const record of this.#options.log.external) {
      const principal = this.principalOf(this.definition(record.function));
      this.#cloud.kernel.at(record.at, `!external/${record.key}`, async () => {
        for (const call of record.calls) await this.#options.standIns.replay(call, principal);
      });
    }
  }

  /** Without permission to write logs a function runs on, blind: that is reported. */
  openLogs(definition: FunctionDefinition): void {
    const { partition, region, account } = this.#cloud;
    const resource = `arn:${partition}:logs:${region}:${account}:log-group:${definition.logGroup}:log-stream:local`;
    for (const action of ['logs:CreateLogStream', 'logs:PutLogEvents']) {
      const decision = this.#cloud.iam.authorize({ principal: this.principalOf(definition), action, resource });
      if (!decision.allowed) this.#cloud.report(`Logs of function ${definition.name}`, decision.message);
    }
  }

  stop(): Promise<void> {
    return this.#pool.stop();
  }

  #authorize(invocation: LambdaInvocation): void {
    const { source } = invocation;
    requireAccess(this.#cloud, {
      principal: source,
      action: 'lambda:InvokeFunction',
      resource: this.definition(invocation.functionArn).arn,
      conditions:
        source.type === 'service'
          ? { 'aws:SourceArn': source.sourceArn, 'aws:SourceAccount': source.sourceAccount }
          : {},
    });
  }

  #noteFailure(functionName: string, key: string, outcome: LambdaOutcome): FailedInvocation | undefined {
    if (outcome.ok) return undefined;
    const failure = { at: this.#cloud.kernel.iso(), functionName, key, outcome };
    this.#failures.push(failure);
    return failure;
  }
}
