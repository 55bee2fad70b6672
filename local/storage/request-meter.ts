/** Request units of one operation by one caller on a table or one of its indexes. */
export interface MeterRow {
  readonly table: string;
  /** Index name; absent for the table itself. */
  readonly index?: string;
  /** API name, e.g. `PutItem`. */
  readonly operation: string;
  /** Function name, or the kind of caller. */
  readonly caller: string;
  /** Requests, or items for batches; an index counts the requests that touched it. */
  requests: number;
  readUnits: number;
  writeUnits: number;
}

/** Counts DynamoDB request units. Exact for writes; reads take the engine's count, which counts characters where AWS counts bytes. */
export class RequestMeter {
  readonly #rows = new Map<string, MeterRow>();

  add(row: Omit<MeterRow, 'requests'>): void {
    const key = `${row.table} ${row.index ?? ''} ${row.operation} ${row.caller}`;
    const total = this.#rows.get(key);
    if (total === undefined) {
      this.#rows.set(key, { ...row, requests: 1 });
      return;
    }
    total.requests += 1;
    total.readUnits += row.readUnits;
    total.writeUnits += row.writeUnits;
  }

  rows(): MeterRow[] {
    return [...this.#rows.keys()].sort().flatMap((key) => this.#rows.get(key) ?? []);
  }
}
