import type { SoftphoneState } from './softphone.ts';

/** The state of a softphone and those who watch it. */
export class SoftphoneStore {
  #state: SoftphoneState = { connection: 'opening', statuses: [], quickConnects: [] };
  readonly #listeners = new Set<() => void>();

  get state(): SoftphoneState {
    return this.#state;
  }

  set(state: SoftphoneState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
