import type { Inputs } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { WorldLog } from './world-log.ts';

type Apply = (data: JsonObject, lane: string) => void;

/** Inputs of people, logged with their virtual time and done again at that time after a restart. */
export class InputLog implements Inputs {
  readonly #kernel: Kernel;
  readonly #log: WorldLog;
  readonly #kinds = new Map<string, Apply>();
  #count = 0;

  constructor(kernel: Kernel, log: WorldLog) {
    this.#kernel = kernel;
    this.#log = log;
  }

  register(kind: string, apply: Apply): void {
    if (this.#kinds.has(kind)) throw new Error(`Input kind "${kind}" is registered twice`);
    this.#kinds.set(kind, apply);
  }

  submit(kind: string, data: JsonObject): Promise<void> {
    const apply = this.#kind(kind);
    return new Promise((resolve, reject) => {
      this.#kernel.inject(() => {
        const lane = this.#nextLane();
        // Of this instant some rounds may have run already: a replay could not tell between which two. The next is whole.
        const at = this.#kernel.now() + 1;
        this.#log.append({ t: 'input', kind, data, at });
        this.#kernel.at(at, lane, () => {
          try {
            apply(data, lane);
            resolve();
          } catch (error) {
            reject(error);
          }
        });
      });
    });
  }

  /** Schedules what was logged; kinds may still be registered until then. A logged input that was refused then is refused again, to nobody. */
  replay(): void {
    for (const input of this.#log.inputs) {
      const lane = this.#nextLane();
      this.#kernel.at(input.at, lane, () => {
        const apply = this.#kind(input.kind);
        try {
          apply(input.data, lane);
        } catch {
          // The person was told when it happened.
        }
      });
    }
  }

  /** `!` sorts first: an input is applied before the others of its instant. */
  #nextLane(): string {
    this.#count += 1;
    return `!input/${String(this.#count).padStart(6, '0')}`;
  }

  #kind(kind: string): Apply {
    const apply = this.#kinds.get(kind);
    if (apply === undefined) {
      throw new Error(`Unknown input kind "${kind}"; known: ${[...this.#kinds.keys()].join(', ') || 'none'}`);
    }
    return apply;
  }
}
