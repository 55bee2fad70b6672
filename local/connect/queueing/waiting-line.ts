import type { Agent } from '../agents/agent.ts';
import type { Contact } from '../contact.ts';
import type { QueueModel } from '../model/models.ts';
import { Settled } from '../model/settled.ts';

/** A contact's place in a queue. */
export interface Waiting {
  readonly contact: Contact;
  readonly line: WaitingLine;
  /** 1 is served first; 5 unless the flow says otherwise. */
  priority: number;
  /** Enqueue time, moved by the queue time adjustment: earlier is served first within a priority. */
  orderAt: number;
  readonly enqueuedAt: number;
  /** The agent being rung for it; it keeps its place meanwhile. */
  offeredTo: Agent | undefined;
}

export interface LineSummary {
  readonly size: number;
  /** Enqueue time of the contact waiting longest. */
  readonly oldestAt: number | undefined;
}

export function precedes(a: Waiting, b: Waiting): boolean {
  if (a.priority !== b.priority) return a.priority < b.priority;
  if (a.orderAt !== b.orderAt) return a.orderAt < b.orderAt;
  return a.contact.id < b.contact.id;
}

/** The contacts waiting in one queue, in the order they will be served. */
export class WaitingLine {
  readonly model: QueueModel;
  readonly settled: Settled<LineSummary>;
  /** Handling times of the last contacts served, for the estimated wait. */
  readonly #handled: number[] = [];
  #entries: Waiting[] = [];
  /** Callbacks that will stand here once their delay is over. */
  scheduled = 0;

  constructor(model: QueueModel, now: () => number) {
    this.model = model;
    this.settled = new Settled(now, () => this.summary());
  }

  get entries(): readonly Waiting[] {
    return this.#entries;
  }

  get size(): number {
    return this.#entries.length;
  }

  hasRoom(): boolean {
    return this.model.maxContacts === undefined || this.#entries.length < this.model.maxContacts;
  }

  join(entry: Waiting): void {
    this.settled.changing();
    let index = this.#entries.findIndex((other) => precedes(entry, other));
    if (index === -1) index = this.#entries.length;
    this.#entries.splice(index, 0, entry);
  }

  leave(entry: Waiting): void {
    this.settled.changing();
    const index = this.#entries.indexOf(entry);
    if (index !== -1) this.#entries.splice(index, 1);
  }

  /** Moves an entry whose priority or order has changed. */
  reorder(entry: Waiting, change: () => void): void {
    this.leave(entry);
    change();
    this.join(entry);
  }

  /** 1 = next to be served. */
  position(contact: Contact): number | undefined {
    const index = this.#entries.findIndex((entry) => entry.contact === contact);
    return index === -1 ? undefined : index + 1;
  }

  summary(): LineSummary {
    let oldestAt: number | undefined;
    for (const { enqueuedAt } of this.#entries)
      if (oldestAt === undefined || enqueuedAt < oldestAt) oldestAt = enqueuedAt;
    return { size: this.#entries.length, oldestAt };
  }

  noteHandled(ms: number): void {
    this.#handled.push(ms);
    if (this.#handled.length > 20) this.#handled.shift();
  }

  /** Mean handling time of the last 20 contacts of the queue; five minutes before any. */
  handlingMs(): number {
    if (this.#handled.length === 0) return 300_000;
    return this.#handled.reduce((sum, ms) => sum + ms, 0) / this.#handled.length;
  }
}
