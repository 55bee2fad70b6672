import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DynaliteLevel, LevelChange } from 'dynalite/db/index.js';

/**
 * Makes dynalite's database in memory outlive the process: every change is a line of `<folder>/tables.jsonl`, written before it is applied.
 * Lines are written whole, without fsync: what a process wrote before it was killed is in the page cache. A database on disk would cost each
 * read a thread of its own.
 */
export class TableJournal {
  readonly #file: string;
  #descriptor: number | undefined;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, 'tables.jsonl');
  }

  /** Brings `level` (open, empty) to what the file says, then follows its changes. Throws on a file damaged before its last line. */
  async follow(level: DynaliteLevel): Promise<void> {
    const kept = existsSync(this.#file) ? this.#read() : new Map<string, unknown>();
    await level.batch([...kept].map(([key, value]): LevelChange => ({ type: 'put', key, value })));
    // Rewritten whole: what was overwritten or torn is left out.
    const aside = `${this.#file}.part`;
    writeFileSync(aside, [...kept].map(([key, value]) => lineOf([{ type: 'put', key, value }])).join(''));
    renameSync(aside, this.#file);
    const descriptor = openSync(this.#file, 'a');
    this.#descriptor = descriptor;
    const write = (changes: readonly LevelChange[]) => writeSync(descriptor, lineOf(changes));
    const { put, del, batch } = level;
    level.put = (key, value, callback) => {
      write([{ type: 'put', key, value }]);
      return put(key, value, callback);
    };
    level.del = (key, callback) => {
      write([{ type: 'del', key }]);
      return del(key, callback);
    };
    level.batch = (changes, callback) => {
      if (changes.length > 0) write(changes);
      return batch(changes, callback);
    };
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #read(): Map<string, unknown> {
    const kept = new Map<string, unknown>();
    // A last line without its newline is torn: its write was not answered, so it did not happen.
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    for (const [index, line] of lines.entries()) {
      for (const { key, value } of this.#changesOf(line, index + 1)) {
        if (value === undefined) kept.delete(key);
        else kept.set(key, value);
      }
    }
    return kept;
  }

  #changesOf(line: string, number: number): { readonly key: string; readonly value: unknown }[] {
    let changes: unknown;
    try {
      changes = JSON.parse(line);
    } catch (error) {
      throw new Error(`${this.#file}: line ${number} is damaged (${String(error)}); start with --fresh`);
    }
    if (!Array.isArray(changes)) throw new Error(`${this.#file}: line ${number} is not a list; start with --fresh`);
    return changes.map((change: unknown) => {
      const [key, value]: unknown[] = Array.isArray(change) ? change : [];
      if (typeof key === 'string') return { key, value };
      throw new Error(`${this.#file}: line ${number} has a change without a key; start with --fresh`);
    });
  }
}

/** `[[key, value], [deleted key]]` */
function lineOf(changes: readonly LevelChange[]): string {
  return `${JSON.stringify(changes.map((change) => (change.type === 'put' ? [change.key, change.value] : [change.key])))}\n`;
}
