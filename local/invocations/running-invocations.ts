import type { LoggedCall } from './log-record.ts';

interface Running {
  readonly calls: LoggedCall[];
  readonly lanes: Map<string, number>;
}

/** The invocations now in flight, and the calls each has made to services that live in memory. */
export class RunningInvocations {
  readonly #running = new Map<string, Running>();

  begin(key: string): void {
    if (this.#running.has(key)) {
      throw new Error(`Invocation key "${key}" is in flight twice; keys must be unique per invocation`);
    }
    this.#running.set(key, { calls: [], lanes: new Map() });
  }

  /** Ends the invocation and gives the mutating calls it made, in the order they were made. */
  end(key: string): readonly LoggedCall[] {
    const running = this.#running.get(key);
    this.#running.delete(key);
    return running?.calls ?? [];
  }

  /**
   * A lane for a call, from what it says and not from when it arrived: two calls that differ may come in any order. Equal calls
   * of one invocation are numbered.
   */
  laneOf(key: string, base: string): string {
    const lanes = this.#get(key)?.lanes;
    const nth = lanes?.get(base) ?? 0;
    lanes?.set(base, nth + 1);
    return nth === 0 ? base : `${base}#${nth + 1}`;
  }

  record(key: string, call: LoggedCall): void {
    // A handler that answered without awaiting its call: the call came after the invocation was logged and is refused.
    const running = this.#get(key);
    if (running === undefined) {
      throw new Error(
        `${call.service}:${call.action} came after its invocation "${key}" had ended; await it in the handler`,
      );
    }
    running.calls.push(call);
  }

  #get(key: string): Running | undefined {
    return this.#running.get(key);
  }
}
