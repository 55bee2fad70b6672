import { Readable } from 'node:stream';
import batchGetItem from 'dynalite/actions/batchGetItem.js';
import batchWriteItem, { type DynaliteAction } from 'dynalite/actions/batchWriteItem.js';
import createTable from 'dynalite/actions/createTable.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import describeTable from 'dynalite/actions/describeTable.js';
import getItem from 'dynalite/actions/getItem.js';
import listTables from 'dynalite/actions/listTables.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import db, { type Done, type DynaliteLevel, type DynaliteStore } from 'dynalite/db/index.js';
import batchGetItemTypes from 'dynalite/validations/batchGetItem.js';
import batchWriteItemTypes, { type DynaliteValidation } from 'dynalite/validations/batchWriteItem.js';
import createTableTypes from 'dynalite/validations/createTable.js';
import deleteItemTypes from 'dynalite/validations/deleteItem.js';
import describeTableTypes from 'dynalite/validations/describeTable.js';
import getItemTypes from 'dynalite/validations/getItem.js';
import validations from 'dynalite/validations/index.js';
import listTablesTypes from 'dynalite/validations/listTables.js';
import putItemTypes from 'dynalite/validations/putItem.js';
import queryTypes from 'dynalite/validations/query.js';
import scanTypes from 'dynalite/validations/scan.js';
import updateItemTypes from 'dynalite/validations/updateItem.js';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { EndpointError } from './endpoint-error.ts';
import { TableJournal } from './table-journal.ts';

const operations = {
  BatchGetItem: [batchGetItem, batchGetItemTypes],
  BatchWriteItem: [batchWriteItem, batchWriteItemTypes],
  CreateTable: [createTable, createTableTypes],
  DeleteItem: [deleteItem, deleteItemTypes],
  DescribeTable: [describeTable, describeTableTypes],
  GetItem: [getItem, getItemTypes],
  ListTables: [listTables, listTablesTypes],
  PutItem: [putItem, putItemTypes],
  Query: [query, queryTypes],
  Scan: [scan, scanTypes],
  UpdateItem: [updateItem, updateItemTypes],
} as const satisfies Record<string, readonly [DynaliteAction, DynaliteValidation]>;

/** Values of a query that are read together. */
const readAtOnce = 100;

export type TableOperation = keyof typeof operations;

export function isTableOperation(name: string): name is TableOperation {
  return Object.hasOwn(operations, name);
}

/** dynalite called in process: its own HTTP server would cost a second socket and a second parse per request. */
export class TableEngine {
  readonly #store: DynaliteStore;
  readonly #journal: TableJournal | undefined;

  /** Kept in `folder`; gone with the process when absent. The state folder's lock keeps other processes out. */
  constructor(folder?: string) {
    this.#store = db.create({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    this.#journal = folder === undefined ? undefined : new TableJournal(folder);
  }

  /** Opens the database with what the folder holds. */
  async open(): Promise<void> {
    const level = this.#store.db;
    await level.open();
    withoutTurns(level);
    await this.#journal?.follow(level);
  }

  /** Members of the request the engine reads; it would silently drop any other. */
  static members(operation: TableOperation): readonly string[] {
    return Object.keys(operations[operation][1].types);
  }

  /** Does one operation. Throws EndpointError with DynamoDB's code and message. */
  call(operation: TableOperation, input: JsonObject): Promise<JsonObject> {
    const [action, validation]: readonly [DynaliteAction, DynaliteValidation] = operations[operation];
    return new Promise((resolve, reject) => {
      // The engine writes into what it is given.
      const data = validations.checkTypes(copyOf(input), validation.types);
      validations.checkValidations(data, validation.types, validation.custom, this.#store);
      action(this.#store, data, (error, answer) => {
        if (error) reject(asEndpointError(error));
        else resolve(plain(answer));
      });
    }).then(
      (answer) => (isJsonObject(answer) ? answer : {}),
      (error: unknown) => {
        throw asEndpointError(error);
      },
    );
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#store.db.close((error) => (error ? reject(error) : resolve()));
    });
    this.#journal?.close();
  }
}

/** Reads and writes of memory need no turn of the event loop, of which dynalite gives each one; and a table is described at each request. */
function withoutTurns(level: DynaliteLevel): void {
  const own: Pick<DynaliteLevel, 'put' | 'del' | 'batch'> = Object.getPrototypeOf(level);
  const tables = new Map<string, unknown>();
  const done = (written: Promise<void> | undefined, callback: Done | undefined) => {
    if (callback === undefined) return written;
    written?.then(() => callback(null), callback);
    return undefined;
  };
  level.get = (key, callback) => {
    if (!key.startsWith('table~')) return process.nextTick(callback, null, level.getSync(key));
    if (!tables.has(key)) tables.set(key, level.getSync(key));
    return process.nextTick(callback, null, tables.get(key));
  };
  level.put = (key, value, callback) => {
    tables.delete(key);
    return done(Reflect.apply(own.put, level, [key, value]), callback);
  };
  level.del = (key, callback) => {
    tables.delete(key);
    return done(Reflect.apply(own.del, level, [key]), callback);
  };
  level.batch = (changes, callback) => {
    for (const { key } of changes) tables.delete(key);
    return done(Reflect.apply(own.batch, level, [changes]), callback);
  };
  level.createValueStream = (range) => valueStream(level.values(range));
}

/** dynalite's own stream reads values one by one, and never closes what it reads from: each query would keep the database of its moment. */
function valueStream(values: ReturnType<DynaliteLevel['values']>): Readable {
  return new Readable({
    objectMode: true,
    read() {
      values.nextv(readAtOnce).then(
        (some) => {
          for (const value of some) this.push(value);
          if (some.length === 0) this.push(null);
        },
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      values.close().then(
        () => done(error),
        (failure: Error) => done(error ?? failure),
      );
    },
  });
}

/** Requests are small JSON objects: `structuredClone` would serialize them. */
function copyOf(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, copyOfValue(value)]));
}

function copyOfValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(copyOfValue);
  return isJsonObject(value) ? copyOf(value) : value;
}

function asEndpointError(error: unknown): unknown {
  if (!(error instanceof Error) || !('body' in error) || !isJsonObject(error.body)) return error;
  const { __type: type, message, Message: otherMessage } = error.body;
  const code = String(type).split('#').pop() ?? String(type);
  const text = message ?? otherMessage ?? '';
  return new EndpointError(code, String(text), 'statusCode' in error ? Number(error.statusCode) : 400);
}

/** Without the `undefined` members that the engine leaves in its answers. */
function plain(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined));
}
