import type { MessagePort } from 'node:worker_threads';
import type { BookChange, PolicyBook } from '../iam/policy-book.ts';
import type { UsageCounts } from '../iam/statement-usage.ts';
import type { Principal } from '../principal.ts';
import type { DisturbanceOptions } from './disturbance.ts';
import type { MeterRow } from './request-meter.ts';
import type { MemoryNetwork } from './start-server.ts';
import type { Item, TableDefinition } from './table-definition.ts';

/** What the storage thread is started with. */
export interface ThreadOptions {
  /** Absent: tables in memory, objects under `objectFolder`. */
  readonly tableFolder?: string;
  readonly objectFolder: string;
  readonly clock: SharedArrayBuffer;
  readonly book: PolicyBook;
  readonly partition: string;
  readonly secretAccessKey: string;
  readonly disturbance: DisturbanceOptions;
  readonly dynamodbPort?: number;
  readonly s3Port?: number;
  /** Only without a thread: where the two endpoints are found in place of sockets. */
  readonly network?: MemoryNetwork;
}

export interface ObjectSummary {
  readonly key: string;
  readonly size: number;
  /** ISO instant, virtual time. */
  readonly lastModified: string;
}

export interface ReadObject {
  readonly content: Uint8Array;
  readonly metadata: Readonly<Record<string, string>>;
}

/** What the main thread may ask of the storage thread. None passes through IAM or the meter. */
export interface ThreadCalls {
  /** Creates the table, or checks that the one on disk has the same keys and indexes. */
  createTable(definition: TableDefinition): Promise<void>;
  createBucket(name: string): Promise<void>;
  meter(): Promise<MeterRow[]>;
  usage(): Promise<UsageCounts>;
  readAll(table: string): Promise<Item[]>;
  getObject(bucket: string, key: string): Promise<Uint8Array | undefined>;
  /** The object with its headers in lower case, `etag` among them. */
  readObject(bucket: string, key: string): Promise<ReadObject | undefined>;
  /** As somebody outside with the right to would; `metadata` are headers in lower case. */
  putObject(
    bucket: string,
    key: string,
    content: Uint8Array,
    metadata?: Readonly<Record<string, string>>,
  ): Promise<void>;
  listObjects(bucket: string, prefix: string): Promise<ObjectSummary[]>;
  stop(): Promise<void>;
}

export interface CallMessage {
  readonly type: 'call';
  readonly id: number;
  readonly name: keyof ThreadCalls;
  readonly args: readonly unknown[];
}

export type ToThread =
  | CallMessage
  /** A worker asks by it what it would ask of the ports. */
  | { readonly type: 'channel'; readonly channel: MessagePort }
  | { readonly type: 'policy'; readonly change: BookChange }
  | { readonly type: 'principal'; readonly accessKeyId: string; readonly principal: Principal | undefined };

export type FromThread =
  | { readonly type: 'ready'; readonly dynamodbPort: number; readonly s3Port: number }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly message: string }
  | { readonly type: 'whose'; readonly accessKeyId: string }
  | { readonly type: 'problem'; readonly where: string; readonly problem: string };
