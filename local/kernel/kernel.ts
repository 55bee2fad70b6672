import { EventQueue, type ScheduledEvent } from './event-queue.ts';
import { SharedClock } from './shared-clock.ts';

export interface KernelOptions {
  /** Virtual start, milliseconds since the epoch. */
  readonly start: number;
  /** How many events of one round may be in flight at once. 1 = strictly one after the other. */
  readonly concurrency?: number;
  readonly clock?: SharedClock;
  /**
   * Resolves once a round may be left behind: by default when all of it has settled. Earlier when what is left waits for later virtual time (the
   * in-process simulator, in which a request takes time).
   */
  readonly untilSettled?: (round: Promise<unknown>) => Promise<unknown>;
}

export type Cancel = () => void;

/**
 * Virtual time and the order of everything (design §6). Events of one instant run as one *round*, started in key order, at most
 * `concurrency` in flight; what they schedule for the same instant runs in the next round; time advances only when a round has
 * settled. Two runs with the same inputs therefore see the same world whatever the concurrency, provided keys are derived from
 * inputs (`contact/<id>/7`) and never from the order of arrival.
 */
export class Kernel {
  readonly clock: SharedClock;
  readonly #queue = new EventQueue();
  readonly #concurrency: number;
  readonly #injected: (() => void)[] = [];
  #wake: (() => void) | undefined;
  #failure: unknown;
  #ordinal = 0;
  #stopped = false;
  readonly #untilSettled: ((round: Promise<unknown>) => Promise<unknown>) | undefined;
  #leapTo: number | undefined;
  #playing = false;

  constructor(options: KernelOptions) {
    this.clock = options.clock ?? new SharedClock();
    this.clock.set(options.start);
    this.#concurrency = options.concurrency ?? 1;
    this.#untilSettled = options.untilSettled;
  }

  /** Virtual now, milliseconds since the epoch. */
  now(): number {
    return this.clock.now();
  }

  /** Whether time is being played: what is scheduled will run. */
  get playing(): boolean {
    return this.#playing;
  }

  /** Virtual now as an ISO instant. */
  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Runs `task` at `time` (not before now). `lane` names who schedules; events of a lane keep their order within an instant. */
  at(time: number, lane: string, task: () => void | Promise<void>): Cancel {
    // Compared only within a lane: what other lanes schedule in between changes nothing.
    this.#ordinal += 1;
    const ordinal = this.#ordinal;
    const event: ScheduledEvent = {
      time: Math.max(Math.round(time), this.now()),
      lane,
      ordinal,
      task,
      cancelled: false,
    };
    this.#queue.push(event);
    this.#wake?.();
    return () => {
      event.cancelled = true;
    };
  }

  /** Runs `task` `delayMs` of virtual time from now. */
  after(delayMs: number, lane: string, task: () => void | Promise<void>): Cancel {
    return this.at(this.now() + delayMs, lane, task);
  }

  /** Virtual time of the next event, if any. */
  nextAt(): number | undefined {
    return this.#queue.peek()?.time;
  }

  /** From outside the kernel (a person's key press): runs between two rounds, at virtual now. */
  inject(task: () => void): void {
    this.#injected.push(task);
    this.#wake?.();
  }

  /** Plays as fast as possible until `until` (excluded: events at `until` do not run), then sets the clock there. Throws what a task threw. */
  async runUntil(until: number): Promise<void> {
    this.#playing = true;
    try {
      for (;;) {
        this.#takeInjected();
        const next = this.#queue.peek();
        if (this.#stopped || next === undefined || next.time >= until) break;
        this.clock.set(next.time);
        await this.#round(next.time);
      }
    } finally {
      this.#playing = false;
    }
    if (!this.#stopped && until > this.now() && Number.isFinite(until)) this.clock.set(until);
  }

  /**
   * Plays at `speed` virtual milliseconds per real millisecond until stopped: for people on the page phone. A leap asked for
   * by `leapTo` is played as fast as possible.
   */
  async runRealTime(speed = 1): Promise<void> {
    let realBase = performance.now();
    let virtualBase = this.now();
    while (!this.#stopped) {
      this.#takeInjected();
      if (this.#leapTo !== undefined) {
        const target = this.#leapTo;
        this.#leapTo = undefined;
        await this.runUntil(target);
        realBase = performance.now();
        virtualBase = this.now();
      }
      const virtualNow = Math.max(this.now(), virtualBase + (performance.now() - realBase) * speed);
      const next = this.#queue.peek();
      if (next !== undefined && next.time <= virtualNow) {
        this.clock.set(Math.max(this.now(), next.time));
        await this.#round(next.time);
        continue;
      }
      this.clock.set(virtualNow);
      const wait = next === undefined ? 1000 : Math.min(1000, (next.time - virtualNow) / speed);
      await this.#sleep(Math.max(1, wait));
    }
  }

  /** While in real time: plays to `time` at once, then goes on in real time from there. Not before now. */
  leapTo(time: number): void {
    this.#leapTo = Math.max(time, this.now());
    this.#wake?.();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  #takeInjected(): void {
    for (const task of this.#injected.splice(0)) task();
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#wake = done;
    });
  }

  async #round(time: number): Promise<void> {
    const events = this.#queue.takeAt(time);
    const running = new Set<Promise<void>>();
    for (const event of events) {
      if (event.cancelled) continue;
      while (running.size >= this.#concurrency) await Promise.race(running);
      const outcome = this.#runTask(event);
      if (outcome !== undefined) {
        const tracked: Promise<void> = outcome.finally(() => running.delete(tracked));
        running.add(tracked);
      }
    }
    const round = Promise.all(running);
    await (this.#untilSettled === undefined ? round : this.#untilSettled(round));
    if (this.#failure !== undefined) {
      const failure = this.#failure;
      this.#failure = undefined;
      throw failure;
    }
  }

  #runTask(event: ScheduledEvent): Promise<void> | undefined {
    const fail = (error: unknown) => {
      this.#failure ??= error;
    };
    try {
      const outcome = event.task();
      return outcome instanceof Promise ? outcome.catch(fail) : undefined;
    } catch (error) {
      fail(error);
      return undefined;
    }
  }
}
