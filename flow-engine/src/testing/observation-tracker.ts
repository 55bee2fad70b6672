import type { JsonObject } from '../json/json.ts';
import type { Message } from './message-collector.ts';
import { concerns } from './override-queue.ts';
import type { Observation } from './test-case.ts';
import { textMatches } from './text-match.ts';

export type Happening =
  | { readonly type: 'TestInitiated' | 'TestCompleted' }
  | { readonly type: 'MessageReceived'; readonly message: Message }
  | { readonly type: 'FlowActionStarted'; readonly actionType: string; readonly parameters: JsonObject };

const isObserved = ({ event }: Observation, happening: Happening): boolean => {
  if (event.type === 'MessageReceived' && happening.type === 'MessageReceived') {
    const { text, promptIds } = happening.message;
    if (event.promptId !== undefined)
      return promptIds.some((id) => id === event.promptId || id.endsWith(`/${event.promptId}`));
    return event.text !== undefined && textMatches(text, event.text, event.matching);
  }
  if (event.type === 'FlowActionStarted' && happening.type === 'FlowActionStarted')
    return event.actionType === happening.actionType && concerns(event.parameters, happening.parameters);
  return event.type === happening.type;
};

/** Which groups are being waited for. A group no other leads to is watched from the start; each happening is matched by every group that waits for it. */
export class ObservationTracker {
  readonly #observations: readonly Observation[];
  readonly #watched = new Set<Observation>();
  readonly #times = new Map<Observation, number>();

  constructor(observations: readonly Observation[]) {
    this.#observations = observations;
    const led = new Set(observations.flatMap(({ next }) => next));
    for (const observation of observations) if (!led.has(observation.identifier)) this.#watched.add(observation);
  }

  /** The groups this happening completes, in document order; those they lead to are watched from now on. */
  match(happening: Happening): readonly Observation[] {
    const matched = [...this.#watched].filter((observation) => isObserved(observation, happening));
    for (const observation of matched) {
      const times = (this.#times.get(observation) ?? 0) + 1;
      this.#times.set(observation, times);
      if (times >= observation.usage.times && observation.usage.type === 'Exactly') this.#watched.delete(observation);
      for (const next of this.#observations) if (observation.next.includes(next.identifier)) this.#watched.add(next);
    }
    return matched;
  }

  timesOf(observation: Observation): number {
    return this.#times.get(observation) ?? 0;
  }

  isSatisfied(observation: Observation): boolean {
    const times = this.timesOf(observation);
    const { type, times: wanted } = observation.usage;
    if (type === 'AtMost') return times <= wanted;
    if (type === 'Always') return true;
    return type === 'Exactly' ? times === wanted : times >= wanted;
  }

  get watched(): readonly Observation[] {
    return [...this.#watched];
  }
}
