import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { EndpointError } from './endpoint-error.ts';
import { KeyLock } from './key-lock.ts';
import type { RequestMeter } from './request-meter.ts';
import type { Item, TableDefinition } from './table-definition.ts';
import type { TableEngine, TableOperation } from './table-engine.ts';
import { batchItems, tableName } from './table-permissions.ts';
import { type WriteUnits, writeUnits } from './write-units.ts';

interface Metered {
  readonly operation: TableOperation;
  readonly caller: string;
}

/**
 * Does table requests through the engine, metered. A write holds its item: the item before and after are then exactly those of
 * this write, which makes the units exact and lets a failed condition return the item (the engine cannot).
 */
export class TableRequests {
  readonly tables = new Map<string, TableDefinition>();
  readonly #engine: TableEngine;
  readonly #meter: RequestMeter;
  readonly #locks = new KeyLock();

  constructor(engine: TableEngine, meter: RequestMeter) {
    this.#engine = engine;
    this.#meter = meter;
  }

  async perform(operation: TableOperation, input: JsonObject, caller: string): Promise<JsonObject> {
    const metered = { operation, caller };
    switch (operation) {
      case 'PutItem':
      case 'DeleteItem':
      case 'UpdateItem':
        return this.#write(metered, input);
      case 'BatchWriteItem':
        return this.#writeBatch(metered, input);
      case 'GetItem':
      case 'Query':
      case 'Scan':
      case 'BatchGetItem':
        return this.#read(metered, input);
      default:
        return this.#engine.call(operation, input);
    }
  }

  async #write(metered: Metered, input: JsonObject): Promise<JsonObject> {
    const { ReturnValuesOnConditionCheckFailure: onFailure, ...request } = input;
    const table = this.#table(request['TableName']);
    const named = { ...request, TableName: table.TableName };
    const key = keyOf(table, request['Key'] ?? request['Item'] ?? null);
    return this.#locks.hold([lockName(table, key)], async () => {
      try {
        const { answer, before, after } = await this.#writeOne(metered.operation, table, key, named);
        const units = writeUnits(table, before, after);
        this.#countWrite(metered, table, units);
        return { ...answer, ...capacity(request, table, units) };
      } catch (error) {
        if (!(error instanceof EndpointError) || error.code !== 'ConditionalCheckFailedException') throw error;
        const kept = await this.#item(table, key);
        this.#countWrite(metered, table, { table: writeUnits(table, kept, undefined).table, indexes: {} });
        if (onFailure !== 'ALL_OLD' || kept === undefined) throw error;
        throw new EndpointError(error.code, error.message, error.statusCode, { Item: kept });
      }
    });
  }

  /** Writes one held item; the engine is made to return what the units need, whatever the caller asked. */
  async #writeOne(
    operation: TableOperation,
    table: TableDefinition,
    key: Item,
    request: JsonObject,
  ): Promise<{ readonly answer: JsonObject; readonly before: Item | undefined; readonly after: Item | undefined }> {
    const asked = request['ReturnValues'];
    const itemOf = (value: Json | undefined) => (isJsonObject(value) ? value : undefined);
    if (operation === 'UpdateItem') {
      const before = await this.#item(table, key);
      const whole = asked === undefined || asked === 'NONE' || asked === 'ALL_NEW';
      const full = await this.#engine.call(operation, whole ? { ...request, ReturnValues: 'ALL_NEW' } : request);
      const { Attributes: attributes, ...bare } = full;
      const after = whole ? itemOf(attributes) : await this.#item(table, key);
      return { answer: whole && asked !== 'ALL_NEW' ? bare : full, before, after };
    }
    if (asked !== undefined && asked !== 'NONE' && asked !== 'ALL_OLD') {
      throw new EndpointError('ValidationException', 'ReturnValues can only be ALL_OLD or NONE');
    }
    const full = await this.#engine.call(operation, { ...request, ReturnValues: 'ALL_OLD' });
    const { Attributes: attributes, ...bare } = full;
    const after = operation === 'PutItem' ? itemOf(request['Item']) : undefined;
    return { answer: asked === 'ALL_OLD' ? full : bare, before: itemOf(attributes), after };
  }

  async #writeBatch(metered: Metered, input: JsonObject): Promise<JsonObject> {
    const batch = isJsonObject(input['RequestItems']) ? input['RequestItems'] : {};
    const writes = Object.entries(batch).flatMap(([name, requests]) => {
      const table = this.#table(name);
      return batchItems(requests).map((item) => ({ table, key: keyOf(table, item) }));
    });
    const locks = writes.map(({ table, key }) => lockName(table, key));
    return this.#locks.hold(locks, async () => {
      const befores = await Promise.all(writes.map(({ table, key }) => this.#item(table, key)));
      const answer = await this.#engine.call(metered.operation, input);
      const afters = await Promise.all(writes.map(({ table, key }) => this.#item(table, key)));
      for (const [i, { table }] of writes.entries()) {
        this.#countWrite(metered, table, writeUnits(table, befores[i], afters[i]));
      }
      return answer;
    });
  }

  async #read(metered: Metered, input: JsonObject): Promise<JsonObject> {
    const asked = input['ReturnConsumedCapacity'];
    const answer = await this.#engine.call(metered.operation, { ...input, ReturnConsumedCapacity: 'INDEXES' });
    const { ConsumedCapacity: consumed, ...rest } = answer;
    const least = input['ConsistentRead'] === true ? 1 : 0.5;
    for (const one of Array.isArray(consumed) ? consumed : [consumed]) {
      if (!isJsonObject(one)) continue;
      const units = Math.max(least, Number(one['CapacityUnits'] ?? 0));
      const index = input['IndexName'];
      this.#meter.add({
        table: tableName(one['TableName']),
        ...(typeof index === 'string' ? { index } : {}),
        ...metered,
        readUnits: units,
        writeUnits: 0,
      });
    }
    return asked === 'TOTAL' || asked === 'INDEXES' ? answer : rest;
  }

  #countWrite(metered: Metered, table: TableDefinition, units: WriteUnits): void {
    const row = { table: table.TableName, ...metered, readUnits: 0 };
    this.#meter.add({ ...row, writeUnits: units.table });
    for (const [index, indexUnits] of Object.entries(units.indexes)) {
      this.#meter.add({ ...row, index, writeUnits: indexUnits });
    }
  }

  async #item(table: TableDefinition, key: Item): Promise<Item | undefined> {
    const answer = await this.#engine.call('GetItem', { TableName: table.TableName, Key: key, ConsistentRead: true });
    return isJsonObject(answer['Item']) ? answer['Item'] : undefined;
  }

  #table(name: Json | undefined): TableDefinition {
    const table = this.tables.get(tableName(name));
    if (table === undefined) {
      throw new EndpointError(
        'ResourceNotFoundException',
        `Requested resource not found: table ${tableName(name)}; there are ${[...this.tables.keys()].join(', ')}`,
      );
    }
    return table;
  }
}

function keyOf(table: TableDefinition, item: Json): Item {
  const key: Record<string, Json> = {};
  for (const { AttributeName: name } of table.KeySchema) {
    const value = isJsonObject(item) ? item[name] : undefined;
    if (value === undefined) {
      throw new EndpointError(
        'ValidationException',
        `One or more parameter values were invalid: Missing the key ${name} in the item`,
      );
    }
    key[name] = value;
  }
  return key;
}

function lockName(table: TableDefinition, key: Item): string {
  return `${table.TableName} ${JSON.stringify(key)}`;
}

function capacity(request: JsonObject, table: TableDefinition, units: WriteUnits): JsonObject {
  const asked = request['ReturnConsumedCapacity'];
  if (asked !== 'TOTAL' && asked !== 'INDEXES') return {};
  const byIndex = Object.entries(units.indexes);
  const total = byIndex.reduce((sum, [, n]) => sum + n, units.table);
  const detail: JsonObject = {
    Table: { CapacityUnits: units.table },
    GlobalSecondaryIndexes: Object.fromEntries(byIndex.map(([name, n]) => [name, { CapacityUnits: n }])),
  };
  return {
    ConsumedCapacity: { TableName: table.TableName, CapacityUnits: total, ...(asked === 'INDEXES' ? detail : {}) },
  };
}
