/** The store dynalite's actions work on. */
export interface DynaliteStore {
  readonly options: object;
  readonly db: { open(): Promise<void>; close(callback: (error?: Error | null) => void): void };
}

/** What an action answers: a value, or an error with the status and body to send. */
export type DynaliteCallback = (error: unknown, data?: unknown) => void;
export type DynaliteAction = (store: DynaliteStore, data: object, callback: DynaliteCallback) => void;

export interface DynaliteValidation {
  readonly types: Readonly<Record<string, unknown>>;
  readonly custom?: unknown;
}

export interface DynaliteValidations {
  checkTypes(data: object, types: object): object;
  checkValidations(data: object, types: object, custom: unknown, store: DynaliteStore): void;
}
