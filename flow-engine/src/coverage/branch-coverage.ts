import { reachable, type Transition, transitionsOf } from '../graph/transitions.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowEvent, Via } from '../run/flow-event.ts';

export interface CoveredTransition extends Transition {
  /** Times a run took it. */
  readonly hits: number;
}

export interface FlowCoverage {
  readonly flow: string;
  readonly transitions: readonly CoveredTransition[];
  readonly covered: number;
  readonly total: number;
  /** Actions no branch leads to: their branches are not counted. */
  readonly unreachable: readonly string[];
}

const keyOf = (action: string, via: Via): string => {
  switch (via.kind) {
    case 'next':
      return `${action}\nnext`;
    case 'condition':
      return `${action}\ncondition ${via.index}`;
    case 'error':
      return `${action}\nerror ${via.index}`;
  }
};

/** Counts the branches runs take. `observe` is an event subscriber; give it the events of any number of runs. */
export class BranchCoverage {
  readonly #flows = new Map<string, Flow>();
  readonly #hits = new Map<string, Map<string, number>>();

  constructor(flows: Iterable<Flow>) {
    for (const flow of flows) this.#flows.set(flow.name, flow);
  }

  readonly observe = (event: FlowEvent): void => {
    if (event.kind !== 'transition') return;
    const hits = this.#hits.get(event.flow) ?? new Map<string, number>();
    this.#hits.set(event.flow, hits);
    const key = keyOf(event.action, event.via);
    hits.set(key, (hits.get(key) ?? 0) + 1);
  };

  report(): readonly FlowCoverage[] {
    return [...this.#flows.values()].map((flow) => this.#reportOf(flow));
  }

  #reportOf(flow: Flow): FlowCoverage {
    const hits = this.#hits.get(flow.name);
    const reached = reachable(flow);
    const transitions = [...flow.actions.values()]
      .filter(({ identifier }) => reached.has(identifier))
      .flatMap(transitionsOf)
      .map((transition) => ({ ...transition, hits: hits?.get(keyOf(transition.from, transition.via)) ?? 0 }));
    return {
      flow: flow.name,
      transitions,
      covered: transitions.filter(({ hits: count }) => count > 0).length,
      total: transitions.length,
      unreachable: [...flow.actions.keys()].filter((identifier) => !reached.has(identifier)),
    };
  }
}
