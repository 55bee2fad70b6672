import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AcceptedMessage } from './world.ts';

/**
 * What the service took in charge, on disk before its caller is told: the carrier has it, whatever becomes of the caller's process. An
 * invocation cut short by `kill -9` is not in the invocation log, yet what it sent went out.
 */
export class AcceptedLog {
  readonly #file: string;
  readonly #earlier: ReadonlyMap<string, AcceptedMessage>;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    const messages = existsSync(file) ? readMessages(file) : [];
    this.#earlier = new Map(messages.map((message) => [message.lane, message]));
  }

  /** Of earlier runs, in the order they were accepted. */
  get earlier(): readonly AcceptedMessage[] {
    return [...this.#earlier.values()];
  }

  /** Whether an earlier run accepted the call of this lane. */
  has(lane: string): boolean {
    return this.#earlier.has(lane);
  }

  add(message: AcceptedMessage): void {
    if (!this.has(message.lane)) appendFileSync(this.#file, `${JSON.stringify(message)}\n`);
  }
}

/** A line without its end was being written when the process was killed: its caller was not answered. */
function readMessages(file: string): AcceptedMessage[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line): AcceptedMessage => JSON.parse(line));
}
