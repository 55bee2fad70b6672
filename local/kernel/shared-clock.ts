/**
 * The one virtual clock, shared between threads (design decision 20): milliseconds since the epoch in a SharedArrayBuffer.
 * The kernel writes it; Lambda workers and the storage thread read it through a patched `Date`.
 */
export class SharedClock {
  readonly buffer: SharedArrayBuffer;
  readonly #cell: BigInt64Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.buffer = buffer;
    this.#cell = new BigInt64Array(buffer);
  }

  /** Virtual now, milliseconds since the epoch. */
  now(): number {
    return Number(Atomics.load(this.#cell, 0));
  }

  set(epochMs: number): void {
    Atomics.store(this.#cell, 0, BigInt(Math.trunc(epochMs)));
  }

  /** Makes `Date` of this thread read the virtual clock. Timers stay real: they pace I/O, not the day. */
  patchDate(): void {
    globalThis.Date = this.dateConstructor();
  }

  /** A `Date` that reads the virtual clock. */
  dateConstructor(): DateConstructor {
    const clock = this;
    const RealDate = Date;
    const VirtualDate: DateConstructor = new Proxy(RealDate, {
      construct(target, args: unknown[], newTarget): object {
        return Reflect.construct(
          target,
          args.length === 0 ? [clock.now()] : args,
          newTarget === VirtualDate ? target : newTarget,
        );
      },
      apply() {
        return new RealDate(clock.now()).toString();
      },
      get(target, property, receiver) {
        return property === 'now' ? () => clock.now() : Reflect.get(target, property, receiver);
      },
    });
    return VirtualDate;
  }
}
