import { join } from 'node:path';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { LocalIam } from '../iam/local-iam.ts';
import type { UsageCounts } from '../iam/statement-usage.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { SharedClock } from '../kernel/shared-clock.ts';
import type { Principal } from '../principal.ts';
import { StartRefused } from '../start-refused.ts';
import type { DisturbanceOptions } from './disturbance.ts';
import type { MeterRow } from './request-meter.ts';
import type { MemoryNetwork } from './start-server.ts';
import { StorageBeside } from './storage-beside.ts';
import type { TableDefinition } from './table-definition.ts';
import type { FromThread, ObjectSummary, ReadObject, ThreadCalls, ThreadOptions, ToThread } from './thread-calls.ts';

export interface StorageOptions {
  /** Tables go to `<stateFolder>/tables`, objects to `<stateFolder>/objects`. */
  readonly stateFolder: string;
  /** Tables in memory only: for tests. */
  readonly volatileTables?: boolean;
  readonly clock: SharedClock;
  readonly iam: LocalIam;
  readonly partition: string;
  /** Holder of an access key; asked once per key. */
  readonly principalOf: (accessKeyId: string) => Principal | undefined;
  /** The secret of all access keys: presigned URLs are checked against it. */
  readonly secretAccessKey: string;
  readonly disturbance: DisturbanceOptions;
  /** Told of refusals and failures that a handler might hide. */
  readonly report?: (where: string, problem: unknown) => void;
  readonly dynamodbPort?: number;
  readonly s3Port?: number;
  /** Both endpoints and the engines in this thread, found here: for the in-process simulator. */
  readonly network?: MemoryNetwork;
}

/** Tables and buckets of the local cloud. All but the two URLs bypasses IAM and the meter. */
export interface Storage {
  readonly dynamodbUrl: string;
  readonly s3Url: string;
  /** Lets a worker ask by this channel what it would ask of the two URLs. */
  reach(channel: MessagePort): void;
  createTable(definition: TableDefinition): Promise<void>;
  createBucket(name: string): Promise<void>;
  /** DynamoDB request units so far, by table or index, operation and caller. */
  meter(): Promise<MeterRow[]>;
  /** All items of a table as plain values (numbers as numbers, sets as lists, binary as base64), in key order. */
  readAll(table: string): Promise<JsonObject[]>;
  getObject(bucket: string, key: string): Promise<Uint8Array | undefined>;
  readObject(bucket: string, key: string): Promise<ReadObject | undefined>;
  putObject(
    bucket: string,
    key: string,
    content: Uint8Array,
    metadata?: Readonly<Record<string, string>>,
  ): Promise<void>;
  listObjects(bucket: string, prefix: string): Promise<ObjectSummary[]>;
  stop(): Promise<void>;
}

/** Starts the storage thread. Rejects when a port is busy or the state folder is in use by another process. */
export async function startStorage(options: StorageOptions): Promise<Storage> {
  const first = Promise.withResolvers<{ dynamodbPort: number; s3Port: number }>();
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  const book = options.iam.follow((change) => thread.postMessage({ type: 'policy', change } satisfies ToThread));
  const thread = startThread(threadOptions(options, book));
  const failAll = (error: Error) => {
    first.reject(error);
    for (const call of pending.values()) call.reject(error);
    pending.clear();
  };
  thread.on('error', failAll);
  thread.on('exit', (code) => failAll(new Error(`the storage thread ended (code ${code})`)));
  thread.on('message', (message: FromThread) => {
    switch (message.type) {
      case 'ready':
        return first.resolve(message);
      case 'failed':
        return first.reject(new StartRefused(message.message));
      case 'answer':
        return take(pending, message.id)?.resolve(message.value);
      case 'refusal':
        return take(pending, message.id)?.reject(new Error(message.message));
      case 'problem':
        return options.report?.(message.where, message.problem);
      case 'whose': {
        const { accessKeyId } = message;
        const principal = options.principalOf(accessKeyId);
        return thread.postMessage({ type: 'principal', accessKeyId, principal } satisfies ToThread);
      }
    }
  });
  const { dynamodbPort, s3Port } = await first.promise;
  let calls = 0;
  const call = <Name extends keyof ThreadCalls>(
    name: Name,
    ...args: Parameters<ThreadCalls[Name]>
  ): ReturnType<ThreadCalls[Name]> => {
    calls += 1;
    const waiting = Promise.withResolvers<unknown>();
    pending.set(calls, waiting);
    thread.postMessage({ type: 'call', id: calls, name, args } satisfies ToThread);
    // The thread answers with what ThreadCalls says of `name`.
    return waiting.promise as ReturnType<ThreadCalls[Name]>;
  };
  let lastUsage: UsageCounts | undefined;
  options.iam.addUsageSource(async () => lastUsage ?? call('usage'));
  return {
    dynamodbUrl: `http://127.0.0.1:${dynamodbPort}`,
    s3Url: `http://127.0.0.1:${s3Port}`,
    reach: (channel) => thread.postMessage({ type: 'channel', channel } satisfies ToThread, [channel]),
    createTable: (definition) => call('createTable', definition),
    createBucket: (name) => call('createBucket', name),
    meter: () => call('meter'),
    readAll: async (table) => (await call('readAll', table)).map(plainItem),
    getObject: (bucket, key) => call('getObject', bucket, key),
    readObject: (bucket, key) => call('readObject', bucket, key),
    putObject: (bucket, key, content, metadata) => call('putObject', bucket, key, content, metadata),
    listObjects: (bucket, prefix) => call('listObjects', bucket, prefix),
    stop: async () => {
      lastUsage = await call('usage');
      await call('stop');
      await thread.terminate();
    },
  };
}

function threadOptions(options: StorageOptions, book: ThreadOptions['book']): ThreadOptions {
  const { stateFolder, partition, secretAccessKey, disturbance, dynamodbPort, s3Port } = options;
  return {
    objectFolder: join(stateFolder, 'objects'),
    clock: options.clock.buffer,
    book,
    partition,
    secretAccessKey,
    disturbance,
    ...(options.volatileTables ? {} : { tableFolder: join(stateFolder, 'tables') }),
    ...(dynamodbPort === undefined ? {} : { dynamodbPort }),
    ...(s3Port === undefined ? {} : { s3Port }),
    ...(options.network === undefined ? {} : { network: options.network }),
  };
}

function startThread(options: ThreadOptions): Worker | StorageBeside {
  if (options.network !== undefined) return new StorageBeside(options);
  return new Worker(new URL('./storage-thread.ts', import.meta.url), {
    workerData: options,
    // Requests leave much garbage and nothing else: collected often, it stays small.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
}

function take(
  pending: Map<number, PromiseWithResolvers<unknown>>,
  id: number,
): PromiseWithResolvers<unknown> | undefined {
  const call = pending.get(id);
  pending.delete(id);
  return call;
}

function plainItem(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: Json): Json {
  if (!isJsonObject(value)) return value;
  const [[type, content] = ['NULL', null]] = Object.entries(value);
  if (type === 'NULL') return null;
  if (type === 'N') return Number(content);
  if (type === 'NS' && Array.isArray(content)) return content.map(Number);
  if (type === 'L' && Array.isArray(content)) return content.map(plainValue);
  if (type === 'M' && isJsonObject(content)) return plainItem(content);
  return content;
}
