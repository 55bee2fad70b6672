import { type Action, type Flow, type Transition, transitionsOf } from '../../flow-engine/src/index.ts';

/**
 * What may hold when a run comes to each action: `after` says what an action changes on one of its ways out, and the sets of all ways in are
 * joined until nothing changes.
 */
export function statesAt<S extends string>(
  flow: Flow,
  initial: S,
  after: (action: Action, state: S, transition: Transition) => S,
): ReadonlyMap<string, ReadonlySet<S>> {
  const states = new Map<string, Set<S>>([[flow.startAction, new Set([initial])]]);
  const ahead = [flow.startAction];
  for (let identifier = ahead.pop(); identifier !== undefined; identifier = ahead.pop()) {
    const action = flow.actions.get(identifier);
    if (action === undefined) continue;
    for (const transition of transitionsOf(action)) {
      const known = states.get(transition.to) ?? new Set<S>();
      const before = known.size;
      for (const state of states.get(identifier) ?? []) known.add(after(action, state, transition));
      const isNew = !states.has(transition.to);
      states.set(transition.to, known);
      if (isNew || known.size > before) ahead.push(transition.to);
    }
  }
  return states;
}

/** Actions that can be come to from `start` without going through an action that `stops`; `start` itself included unless it stops. */
export function reachedWithout(flow: Flow, start: string, stops: (action: Action) => boolean): ReadonlySet<string> {
  const reached = new Set<string>();
  const ahead = [start];
  for (let identifier = ahead.pop(); identifier !== undefined; identifier = ahead.pop()) {
    const action = flow.actions.get(identifier);
    if (action === undefined || reached.has(identifier) || stops(action)) continue;
    reached.add(identifier);
    ahead.push(...transitionsOf(action).map(({ to }) => to));
  }
  return reached;
}

export const actionsOf = (flow: Flow): readonly Action[] => [...flow.actions.values()];

/** Every string inside a value, with the path to it. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
