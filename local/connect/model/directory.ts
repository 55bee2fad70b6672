import { idOf } from './arns.ts';

interface Entry {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
}

/** Resources of one kind, found by id or ARN; names are unique, as Connect demands. */
export class Directory<T extends Entry> {
  readonly #kind: string;
  readonly #byId = new Map<string, T>();

  constructor(kind: string) {
    this.#kind = kind;
  }

  /** Adds or replaces (same id); a second entry of the same name is refused as DuplicateResource. */
  put(entry: T): T {
    const twin = this.byName(entry.name);
    if (twin !== undefined && twin.id !== entry.id)
      throw new Error(
        `${this.#kind} "${entry.name}" already exists in the instance (${twin.arn}); names must be unique`,
      );
    this.#byId.set(entry.id, entry);
    return entry;
  }

  find(idOrArn: string): T | undefined {
    return this.#byId.get(idOf(idOrArn));
  }

  /** Like `find`, or an error naming what was asked and what exists. */
  get(idOrArn: string): T {
    const found = this.find(idOrArn);
    if (found === undefined)
      throw new Error(`no ${this.#kind} "${idOrArn}" in the instance; it has: ${this.names().join(', ') || 'none'}`);
    return found;
  }

  byName(name: string): T | undefined {
    for (const entry of this.#byId.values()) if (entry.name === name) return entry;
    return undefined;
  }

  names(): string[] {
    return this.all().map((entry) => entry.name);
  }

  /** In the order of their names, so that nothing depends on the order of creation. */
  all(): T[] {
    return [...this.#byId.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }
}
