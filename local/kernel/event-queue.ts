export interface ScheduledEvent {
  readonly time: number;
  readonly lane: string;
  readonly ordinal: number;
  readonly task: () => void | Promise<void>;
  cancelled: boolean;
}

/** A binary heap of events ordered by time, then lane, then the lane's own order. */
export class EventQueue {
  readonly #heap: ScheduledEvent[] = [];

  push(event: ScheduledEvent): void {
    const heap = this.#heap;
    let index = heap.push(event) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!precedes(event, at(heap, parent))) break;
      heap[index] = at(heap, parent);
      index = parent;
    }
    heap[index] = event;
  }

  /** The next event that is not cancelled. */
  peek(): ScheduledEvent | undefined {
    while (this.#heap[0]?.cancelled) this.#pop();
    return this.#heap[0];
  }

  /** Removes and returns, in order, all events of `time`. */
  takeAt(time: number): ScheduledEvent[] {
    const taken: ScheduledEvent[] = [];
    for (let next = this.peek(); next?.time === time; next = this.peek()) taken.push(this.#pop());
    return taken;
  }

  #pop(): ScheduledEvent {
    const heap = this.#heap;
    const first = at(heap, 0);
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) {
      let index = 0;
      for (;;) {
        let child = 2 * index + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && precedes(at(heap, child + 1), at(heap, child))) child += 1;
        if (!precedes(at(heap, child), last)) break;
        heap[index] = at(heap, child);
        index = child;
      }
      heap[index] = last;
    }
    return first;
  }
}

function at(heap: readonly ScheduledEvent[], index: number): ScheduledEvent {
  const event = heap[index];
  if (event === undefined) throw new RangeError(`EventQueue: no event at ${index} of ${heap.length}`);
  return event;
}

function precedes(a: ScheduledEvent, b: ScheduledEvent): boolean {
  if (a.time !== b.time) return a.time < b.time;
  if (a.lane !== b.lane) return a.lane < b.lane;
  return a.ordinal < b.ordinal;
}
