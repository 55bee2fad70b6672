import type { JournalEntry } from './entry.ts';
import type { Journal } from './journal.ts';

/**
 * One append for several tasks that run side by side: whoever appends waits until each of the others appends as well, or is done, and goes on once all of
 * it is written. So each may file what follows from its change before it makes it, and all together cost one request.
 */
export class SharedAppend implements Pick<Journal, 'append'> {
  readonly #journal: Pick<Journal, 'append'>;
  #running: number;
  #entries: JournalEntry[] = [];
  #waiting: PromiseWithResolvers<void>[] = [];

  constructor(journal: Pick<Journal, 'append'>, tasks: number) {
    this.#journal = journal;
    this.#running = tasks;
  }

  /** Written with whatever is appended next, by anybody, or at the end. */
  keep(entries: readonly JournalEntry[]): void {
    this.#entries.push(...entries);
  }

  append(entries: readonly JournalEntry[]): Promise<void> {
    this.keep(entries);
    const waiting = Promise.withResolvers<void>();
    this.#waiting.push(waiting);
    this.#writeWhenAllWait();
    return waiting.promise;
  }

  /** One of the tasks is done, or has failed. */
  leave(): void {
    this.#running -= 1;
    this.#writeWhenAllWait();
  }

  /** Writes what was kept and not appended. */
  async end(): Promise<void> {
    const entries = this.#entries.splice(0);
    if (entries.length > 0) {
      await this.#journal.append(entries);
    }
  }

  #writeWhenAllWait(): void {
    if (this.#waiting.length === 0 || this.#waiting.length < this.#running) {
      return;
    }
    const waiting = this.#waiting.splice(0);
    this.end().then(
      () => {
        for (const { resolve } of waiting) {
          resolve();
        }
      },
      (fault: unknown) => {
        for (const { reject } of waiting) {
          reject(fault);
        }
      },
    );
  }
}
