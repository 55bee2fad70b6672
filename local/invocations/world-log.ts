import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { changedStacks } from '../assembly/assembly-identity.ts';
import { StartRefused } from '../start-refused.ts';
import {
  type InputRecord,
  type InvocationRecord,
  type LogRecord,
  parseLogRecord,
  type WorldRecord,
} from './log-record.ts';

const startAnew = 'start with --fresh to forget it, or with another --state folder';

/**
 * The append-only log that makes the world in memory survive `kill -9` (architecture decision: replay, no snapshot). Lines are
 * written whole, without fsync: what a process wrote before it was killed is in the page cache.
 */
export class WorldLog {
  readonly #file: string;
  readonly #descriptor: number;
  readonly #invocations = new Map<string, InvocationRecord>();
  readonly #inputs: InputRecord[] = [];
  readonly #external: InvocationRecord[] = [];
  #lastAt = Number.NEGATIVE_INFINITY;
  #until = Number.NEGATIVE_INFINITY;
  #closed = false;

  /** Opens or creates the log. Throws when it holds another world, or is damaged before its last line. */
  constructor(file: string, world: Omit<WorldRecord, 't'>) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    const { records, length } = existsSync(file) ? readRecords(file) : { records: [], length: 0 };
    const [first, ...rest] = records;
    if (first !== undefined) checkWorld(file, first, world);
    for (const record of rest) this.#load(record);
    this.#descriptor = openSync(file, 'a+');
    ftruncateSync(this.#descriptor, length);
    if (first === undefined) this.#write({ t: 'world', ...world });
  }

  /** Invocations left to replay. */
  get pending(): number {
    return this.#invocations.size;
  }

  /** Virtual time of the latest record loaded, milliseconds; minus infinity when there is none. */
  get until(): number {
    return this.#until;
  }

  get inputs(): readonly InputRecord[] {
    return this.#inputs;
  }

  /** Invocations caused by people, whose stand-in calls are to be re-applied at their time. */
  get external(): readonly InvocationRecord[] {
    return this.#external;
  }

  /**
   * The logged invocation of this key, once. Undefined = run it. `now` is virtual. Throws when the log proves that this world is not
   * the logged one: another payload under the key, or an invocation missing before the log's end.
   */
  take(key: string, functionName: string, payloadHash: string, now: number): InvocationRecord | undefined {
    if (this.#invocations.size === 0) return undefined;
    const record = this.#invocations.get(key);
    if (record !== undefined) {
      if (record.function !== functionName || record.payload !== payloadHash) {
        throw this.#diverged(`invocation "${key}" of ${functionName} was logged with another payload`);
      }
      this.#invocations.delete(key);
      return record;
    }
    // Time moves only when all of an instant has completed, so everything before the log's last instant is in it.
    if (now < this.#lastAt) {
      throw this.#diverged(
        `invocation "${key}" of ${functionName} is not in the log, which goes on to ${iso(this.#lastAt)}`,
      );
    }
    if (now > this.#lastAt) {
      const [unmet] = this.#invocations.keys();
      throw this.#diverged(`${this.#invocations.size} logged invocations were not asked for, the first "${unmet}"`);
    }
    return undefined;
  }

  append(record: InvocationRecord | InputRecord): void {
    if (!this.#closed) this.#write(record);
  }

  close(): void {
    if (!this.#closed) closeSync(this.#descriptor);
    this.#closed = true;
  }

  #load(record: LogRecord): void {
    if (record.t === 'world') throw new StartRefused(`${this.#file}: a second world begins inside; ${startAnew}`);
    this.#until = Math.max(this.#until, record.at);
    if (record.t === 'input') {
      this.#inputs.push(record);
    } else if (record.external) {
      this.#external.push(record);
    } else {
      this.#invocations.set(record.key, record);
      this.#lastAt = Math.max(this.#lastAt, record.at);
    }
  }

  #write(record: LogRecord): void {
    writeSync(this.#descriptor, `${JSON.stringify(record)}\n`);
  }

  #diverged(what: string): StartRefused {
    return new StartRefused(
      `What ${this.#file} holds cannot be played again, because code, flows or options (how many people, which days) changed since: ${startAnew} (first difference: ${what})`,
    );
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

function readRecords(file: string): { records: LogRecord[]; length: number } {
  const bytes = readFileSync(file);
  // A line without its newline is torn: the process was killed while writing it, so it did not happen.
  const length = bytes.lastIndexOf(10) + 1;
  const lines = bytes.toString('utf8', 0, length).split('\n').slice(0, -1);
  const records = lines.map((line, index) => {
    const record = parseLogRecord(line);
    if (record === undefined) throw new StartRefused(`${file}: line ${index + 1} is damaged; ${startAnew}`);
    return record;
  });
  return { records, length };
}

function checkWorld(file: string, first: LogRecord, world: Omit<WorldRecord, 't'>): void {
  if (first.t !== 'world') throw new StartRefused(`${file}: the first line does not name the world; ${startAnew}`);
  for (const name of ['seed', 'start'] as const) {
    if (first[name] === world[name]) continue;
    throw new StartRefused(
      `${file} holds another world: its ${name} is ${first[name]}, this one's is ${world[name]}; ${startAnew}`,
    );
  }
  const changed = changedStacks(first.assembly, world.assembly);
  if (changed.length > 0) {
    throw new StartRefused(
      `${file} was written by another assembly: since then changed ${changed.join(', ')}; ${startAnew}`,
    );
  }
}
