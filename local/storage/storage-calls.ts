import { setImmediate } from 'node:timers/promises';
import type { AccessJudge } from '../iam/access-judge.ts';
import type { UsageCounts } from '../iam/statement-usage.ts';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { BucketEngine } from './bucket-engine.ts';
import { EndpointError } from './endpoint-error.ts';
import type { MeterRow, RequestMeter } from './request-meter.ts';
import type { Item, TableDefinition } from './table-definition.ts';
import type { TableEngine } from './table-engine.ts';
import type { TableRequests } from './table-requests.ts';
import type { CallMessage, ObjectSummary, ReadObject, ThreadCalls } from './thread-calls.ts';

/** Calls of the main thread, straight to the engines. */
export class StorageCalls implements ThreadCalls {
  readonly #tables: TableEngine;
  readonly #requests: TableRequests;
  readonly #buckets: BucketEngine;
  readonly #meter: RequestMeter;
  readonly #judge: AccessJudge;

  constructor(
    tables: TableEngine,
    requests: TableRequests,
    buckets: BucketEngine,
    meter: RequestMeter,
    judge: AccessJudge,
  ) {
    this.#tables = tables;
    this.#requests = requests;
    this.#buckets = buckets;
    this.#meter = meter;
    this.#judge = judge;
  }

  perform(message: CallMessage): Promise<unknown> {
    // The sender is Storage, whose calls are typed by ThreadCalls.
    const method = this[message.name] as (...args: readonly unknown[]) => Promise<unknown>;
    return method.apply(this, [...message.args]);
  }

  async createTable(definition: TableDefinition): Promise<void> {
    const input = createInput(definition);
    try {
      await this.#tables.call('CreateTable', { ...input, BillingMode: 'PAY_PER_REQUEST' });
      while ((await this.#describe(definition.TableName))['TableStatus'] !== 'ACTIVE') await setImmediate();
    } catch (error) {
      if (!(error instanceof EndpointError) || error.code !== 'ResourceInUseException') throw error;
      const kept = createInput(await this.#describe(definition.TableName));
      if (canonicalJson(comparable(kept)) !== canonicalJson(comparable(input))) {
        throw new Error(
          `table ${definition.TableName}: the template gives ${canonicalJson(comparable(input))}, the state on disk has ${canonicalJson(comparable(kept))}; start with --fresh`,
        );
      }
    }
    this.#requests.tables.set(definition.TableName, definition);
  }

  async #describe(table: string): Promise<JsonObject> {
    const { Table: description } = await this.#tables.call('DescribeTable', { TableName: table });
    return isJsonObject(description) ? description : {};
  }

  async createBucket(name: string): Promise<void> {
    await this.#buckets.store.putBucket(name);
  }

  async meter(): Promise<MeterRow[]> {
    return this.#meter.rows();
  }

  async usage(): Promise<UsageCounts> {
    return this.#judge.usage;
  }

  async readAll(table: string): Promise<Item[]> {
    const items: Item[] = [];
    let start: Json | undefined;
    do {
      const page: JsonObject = await this.#tables.call('Scan', {
        TableName: table,
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      });
      const found = page['Items'];
      if (Array.isArray(found)) items.push(...found.filter(isJsonObject));
      start = page['LastEvaluatedKey'];
    } while (start !== undefined);
    return items;
  }

  async getObject(bucket: string, key: string): Promise<Uint8Array | undefined> {
    return (await this.#buckets.read(bucket, key))?.content;
  }

  async readObject(bucket: string, key: string): Promise<ReadObject | undefined> {
    return this.#buckets.read(bucket, key);
  }

  async putObject(
    bucket: string,
    key: string,
    content: Uint8Array,
    metadata: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.#buckets.put({ bucket, key, content: Buffer.from(content), metadata: { ...metadata } });
  }

  async listObjects(bucket: string, prefix: string): Promise<ObjectSummary[]> {
    const { objects } = await this.#buckets.store.listObjects(bucket, { prefix });
    return objects.map((object) => ({
      key: object.key,
      size: object.size,
      lastModified: object.lastModifiedDate.toISOString(),
    }));
  }

  async stop(): Promise<void> {
    await this.#tables.close();
  }
}

const definingMembers = [
  'TableName',
  'AttributeDefinitions',
  'KeySchema',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes',
];

/** What makes a table, out of a definition or a description: names, keys, indexes. */
function createInput(from: object): JsonObject {
  const table: Record<string, Json> = {};
  for (const [name, value] of Object.entries(from)) {
    if (!definingMembers.includes(name)) continue;
    table[name] = name.endsWith('Indexes') && Array.isArray(value) ? value.map(indexInput) : value;
  }
  return table;
}

function indexInput(index: JsonObject): JsonObject {
  return {
    IndexName: index['IndexName'] ?? null,
    KeySchema: index['KeySchema'] ?? null,
    Projection: index['Projection'] ?? null,
  };
}

/** The order in which attributes and indexes are listed means nothing. */
function comparable(table: JsonObject): JsonObject {
  const sorted = (value: Json | undefined): Json =>
    Array.isArray(value) ? [...value].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)) : [];
  return {
    AttributeDefinitions: sorted(table['AttributeDefinitions']),
    KeySchema: table['KeySchema'] ?? [],
    GlobalSecondaryIndexes: sorted(table['GlobalSecondaryIndexes']),
    LocalSecondaryIndexes: sorted(table['LocalSecondaryIndexes']),
  };
}
