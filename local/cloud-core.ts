import { join } from 'node:path';
import { readAssembly } from './assembly/assembly.ts';
import { assemblyFingerprint, assemblyPlace } from './assembly/assembly-identity.ts';
import type { CloudContext, CloudSettings } from './cloud.ts';
import { type LocalCloudOptions, unfriendlyByDefault } from './cloud-options.ts';
import type { CloudPart, CreateCloudPart } from './cloud-part.ts';
import { LocalEndpoints } from './endpoint-registry.ts';
import { eventStandIn } from './events/event-stand-in.ts';
import { LocalEventBridge } from './events/local-event-bridge.ts';
import { LocalIam } from './iam/local-iam.ts';
import { InProcess } from './in-process/in-process.ts';
import { InputLog } from './invocations/input-log.ts';
import { RunningInvocations } from './invocations/running-invocations.ts';
import { StandInRegistry } from './invocations/stand-in-registry.ts';
import { WorldLog } from './invocations/world-log.ts';
import { Kernel } from './kernel/kernel.ts';
import { secretAccessKey } from './lambda/function-credentials.ts';
import { FunctionLogs } from './lambda/function-logs.ts';
import { lambdaStandIn } from './lambda/lambda-stand-in.ts';
import { type FailedInvocation, LocalLambda } from './lambda/local-lambda.ts';
import { type Problem, Problems } from './problems.ts';
import { PublicAddresses } from './public-addresses.ts';
import { LocalQueues } from './queues/local-queues.ts';
import { queueStandIn } from './queues/queue-stand-in.ts';
import { bringUp, type CreatedResource } from './resources/bring-up.ts';
import { coreProviders } from './resources/core-providers.ts';
import { customResourceProvider } from './resources/custom-resource.ts';
import { DeliveryChecks } from './resources/delivery-checks.ts';
import type { ResourceProviders } from './resources/provider.ts';
import { LocalSchedules } from './schedules/local-schedules.ts';
import { keepHeapSmall } from './small-heap.ts';
import { prepareStateFolder } from './state-folder.ts';
import { LocalStreams } from './streams/local-streams.ts';
import { streamStandIn } from './streams/stream-stand-in.ts';
import { LocalTopics } from './topics/local-topics.ts';
import { Outbox } from './topics/outbox.ts';
import { topicStandIn } from './topics/topic-stand-in.ts';

/** The cloud without its parts: kernel, Lambda, events, schedules, streams, queues, topics, and the stacks brought up on them. */
export interface CloudCore {
  readonly context: CloudContext;
  readonly iam: LocalIam;
  readonly lambda: LocalLambda;
  readonly logs: FunctionLogs;
  readonly outbox: Outbox;
  /** `fetch` of people's browsers: in a world without sockets, it reaches that world only. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Waits for virtual time amid a task, where tasks may take some: in the in-process simulator only. */
  readonly pause: ((ms: number, lane: string) => Promise<void>) | undefined;
  readonly resources: readonly CreatedResource[];
  /** Invocations of an earlier run that are still to be replayed. */
  readonly replaying: () => number;
  /** Virtual time to which an earlier run is known to have come, milliseconds; minus infinity for a new world. */
  readonly knownUntil: number;
  /** Deliveries refused, responses no caller could read, and the like: empty on a good day. */
  readonly problems: () => readonly Problem[];
  /** Invocations that did not end well; those of handlers that mean to fail and be retried are among them. */
  readonly failures: () => readonly FailedInvocation[];
  stop(): Promise<void>;
}

/** Reads the assembly, makes the parts, and brings all stacks up. What was started is stopped again when anything fails. */
export async function startCloudCore(
  options: LocalCloudOptions,
  createParts: readonly CreateCloudPart[],
): Promise<CloudCore> {
  // Workers take their zone from the process; Lambda runs in UTC whatever the machine's zone.
  process.env['TZ'] = 'UTC';
  const start = Date.parse(options.start);
  if (Number.isNaN(start)) {
    throw new Error(`start is "${options.start}"; accepted is an ISO instant such as 2025-07-03T20:30:00Z`);
  }
  const assembly = readAssembly(options.assembly);
  const seed = String(options.seed);
  const unlock = prepareStateFolder(options.state, options.fresh ?? false);
  const stops: (() => void | Promise<void>)[] = [unlock];
  // All in one thread leaves garbage by the gigabyte: collecting it whole so often would take longer than the play.
  if (options.inProcess === undefined) stops.push(keepHeapSmall(128));
  let log: WorldLog | undefined;
  const stop = async (): Promise<void> => {
    // First: what is still in flight is cut short, which is no outcome to replay.
    log?.close();
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const world = { seed, start: new Date(start).toISOString(), assembly: assemblyFingerprint(assembly) };
    const worldLog = new WorldLog(join(options.state, 'invocations.log'), world);
    log = worldLog;
    const inProcess =
      options.inProcess === undefined ? undefined : new InProcess(options.inProcess, seed, () => kernel);
    const kernel = new Kernel({
      start,
      concurrency: inProcess === undefined ? (options.concurrency ?? 1) : Number.POSITIVE_INFINITY,
      ...(inProcess === undefined ? {} : { untilSettled: (round) => inProcess.turns.settled(round) }),
    });
    if (inProcess !== undefined) stops.push(inProcess.patchDate());
    const { account, region } = assemblyPlace(assembly);
    const problems = new Problems(join(options.state, 'problems.jsonl'));
    const logs = new FunctionLogs(options.state);
    const outbox = new Outbox(join(options.state, 'outbox.jsonl'));
    const running = new RunningInvocations();
    const standIns = new StandInRegistry(running);
    const inputs = new InputLog(kernel, worldLog);
    const without = options.withoutStatements;
    const iam = new LocalIam({ account, region, ...(without === undefined ? {} : { without }) });
    const context: CloudContext = {
      kernel,
      seed,
      stateFolder: options.state,
      assemblyFolder: options.assembly,
      account,
      region,
      partition: 'aws',
      settings: settingsOf(options),
      endpoints: new LocalEndpoints(),
      ...(inProcess === undefined ? {} : { network: inProcess.servers }),
      addresses: new PublicAddresses(),
      credentials: { secretAccessKey, holder: (accessKeyId) => lambda.holder(accessKeyId) },
      iam,
      standIns,
      inputs,
      get lambda() {
        return lambda;
      },
      get events() {
        return events;
      },
      get streams() {
        return streams;
      },
      get queues() {
        return queues;
      },
      get topics() {
        return topics;
      },
      parameters: new Map(),
      secrets: new Map(),
      keys: new Map(),
      outputs: new Map(),
      report: (where, problem) => problems.add(kernel.iso(), where, problem),
    };
    const { workers, patience } = options;
    const lambda = new LocalLambda(context, {
      log: worldLog,
      running,
      standIns,
      logs,
      ...(workers === undefined ? {} : { poolSize: workers }),
      ...(inProcess === undefined ? {} : { inProcess: (birth) => inProcess.environment(birth) }),
      ...(patience === undefined ? {} : { patience }),
    });
    const events = new LocalEventBridge(context);
    const schedules = new LocalSchedules(context);
    const streams = new LocalStreams(context);
    const queues = new LocalQueues(context);
    const topics = new LocalTopics(context, outbox);
    standIns.register('lambda', lambdaStandIn(context));
    standIns.register('events', eventStandIn(events));
    standIns.register('kinesis', streamStandIn(streams));
    standIns.register('sqs', queueStandIn(queues));
    standIns.register('sns', topicStandIn(topics));
    stops.push(
      () => logs.close(),
      () => lambda.stop(),
    );
    const parts: CloudPart[] = [];
    for (const create of createParts) {
      const part = await create(context, { assets: assembly.assets, lambda });
      parts.push(part);
      stops.push(() => part.stop?.());
    }
    const deliveries = new DeliveryChecks();
    const { assets } = assembly;
    const core = coreProviders({ assets, lambda, events, schedules, streams, queues, topics, deliveries });
    const providers = mergeProviders([core, ...parts.map((part) => part.providers)]);
    const resources = await bringUp(assembly, context, providers, customResourceProvider(lambda));
    deliveries.run(context);
    for (const part of parts) await part.ready?.();
    iam.assertRemoved();
    inputs.replay();
    lambda.replayExternal();
    return {
      context,
      iam,
      lambda,
      logs,
      outbox,
      fetch: inProcess?.fetch ?? globalThis.fetch,
      pause: inProcess && ((ms, lane) => inProcess.turns.pause(ms, lane)),
      resources,
      replaying: () => worldLog.pending,
      knownUntil: worldLog.until,
      problems: () => problems.all,
      failures: () => lambda.failures,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function settingsOf(options: LocalCloudOptions): CloudSettings {
  return {
    unfriendly: { ...unfriendlyByDefault, ...options.unfriendly },
    quotas: options.quotas ?? {},
    users: options.users ?? [],
    ports: options.ports ?? {},
    ...(options.endpointDelayMs === undefined ? {} : { endpointDelayMs: options.endpointDelayMs }),
  };
}

function mergeProviders(tables: readonly ResourceProviders[]): ResourceProviders {
  const merged = new Map<string, ResourceProviders[string]>();
  for (const [type, provider] of tables.flatMap((table) => Object.entries(table))) {
    if (merged.has(type)) throw new Error(`Resource type ${type} has two providers`);
    merged.set(type, provider);
  }
  return Object.fromEntries(merged);
}
