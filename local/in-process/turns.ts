import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kernel } from '../kernel/kernel.ts';

/** Something that runs in this thread, and for how many requests and timers it waits. */
export interface Runner {
  waiting: number;
}

/**
 * Who may go on when everything runs in one thread: what waits for virtual time leaves its turn, and time moves once all wait for it. Nothing else in
 * such a world takes time, so that one seed has one order.
 */
export class Turns {
  readonly #runners = new Set<Runner>();
  readonly #kernel: () => Kernel;
  #busy = 0;
  #parked = 0;

  constructor(kernel: () => Kernel) {
    this.#kernel = kernel;
  }

  enter(runner: Runner): void {
    this.#runners.add(runner);
  }

  leave(runner: Runner): void {
    this.#runners.delete(runner);
  }

  /** Time stands still while `task` runs: it reads a file, or uses a thread of Node's. */
  async hold<T>(task: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await task();
    } finally {
      this.#busy -= 1;
    }
  }

  /** Runs `task` in `ms` of virtual time; at once while time is not played (stacks coming up). Returns what cancels it. */
  after(ms: number, lane: string, task: () => void): () => void {
    const kernel = this.#kernel();
    let over = false;
    const end = (): boolean => {
      if (over) return false;
      over = true;
      this.#parked -= 1;
      return true;
    };
    this.#parked += 1;
    const run = () => {
      if (end()) task();
    };
    if (!kernel.playing) {
      setImmediate(run);
      return () => void end();
    }
    const cancel = kernel.after(ms, lane, run);
    return () => {
      if (end()) cancel();
    };
  }

  pause(ms: number, lane: string): Promise<void> {
    return new Promise((resolve) => this.after(ms, lane, resolve));
  }

  /** Resolves when all that runs has settled or waits for later: what `round` started, and what went on because of it. */
  async settled(round: Promise<unknown>): Promise<void> {
    let over = false;
    void round.finally(() => {
      over = true;
    });
    do await nextTurn();
    while (!this.#quiet() || !(over || this.#parked > 0));
  }

  #quiet(): boolean {
    if (this.#busy > 0) return false;
    for (const runner of this.#runners) if (runner.waiting === 0) return false;
    return true;
  }
}
