/** One holder at a time per key, in order of arrival. */
export class KeyLock {
  readonly #last = new Map<string, Promise<void>>();

  /** Runs `task` holding all `keys`. Keys are taken in sorted order, so that two holders never wait for each other. */
  async hold<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
    const [first, ...rest] = [...new Set(keys)].sort();
    if (first === undefined) return task();
    const before = this.#last.get(first) ?? Promise.resolve();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const mine = before.then(() => released);
    this.#last.set(first, mine);
    await before;
    try {
      return await (rest.length === 0 ? task() : this.hold(rest, task));
    } finally {
      release();
      if (this.#last.get(first) === mine) this.#last.delete(first);
    }
  }
}
