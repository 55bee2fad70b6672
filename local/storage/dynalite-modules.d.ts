/** The parts of dynalite that the table engine calls in process; the package has no types of its own. */
declare module 'dynalite/db/index.js' {
  export type LevelChange =
    | { readonly type: 'put'; readonly key: string; readonly value: unknown }
    | { readonly type: 'del'; readonly key: string };
  export type Done = (error?: Error | null) => void;

  /** The one database below all tables: values are JSON. Functions of its own, not of a prototype: they may be replaced. */
  export interface DynaliteLevel {
    open(): Promise<void>;
    close(callback: Done): void;
    get(key: string, callback: (error: Error | null, value?: unknown) => void): unknown;
    /** Undefined when there is none. */
    getSync(key: string): unknown;
    put(key: string, value: unknown, callback?: Done): Promise<void> | undefined;
    del(key: string, callback?: Done): Promise<void> | undefined;
    batch(changes: readonly LevelChange[], callback?: Done): Promise<void> | undefined;
    /** Values of a range of keys, in key order. Holds the whole database of that moment until it is closed. */
    values(range: object): { nextv(atMost: number): Promise<readonly unknown[]>; close(): Promise<void> };
    /** What queries and scans read from. */
    createValueStream(range: object): import('node:stream').Readable;
  }

  /** The store the actions work on. */
  export interface DynaliteStore {
    readonly options: object;
    readonly db: DynaliteLevel;
  }

  const db: {
    create(options: { createTableMs: number; deleteTableMs: number; updateTableMs: number }): DynaliteStore;
  };
  export default db;
}

declare module 'dynalite/actions/*' {
  import type { DynaliteStore } from 'dynalite/db/index.js';

  /** Answers a value, or an error with the status and body to send. */
  export type DynaliteAction = (
    store: DynaliteStore,
    data: object,
    callback: (error: unknown, data?: unknown) => void,
  ) => void;

  const action: DynaliteAction;
  export default action;
}

declare module 'dynalite/validations/index.js' {
  import type { DynaliteStore } from 'dynalite/db/index.js';

  const validations: {
    checkTypes(data: object, types: object): object;
    checkValidations(data: object, types: object, custom: unknown, store: DynaliteStore): void;
  };
  export default validations;
}

declare module 'dynalite/validations/*' {
  export interface DynaliteValidation {
    readonly types: Readonly<Record<string, unknown>>;
    readonly custom?: unknown;
  }

  const validation: DynaliteValidation;
  export default validation;
}
