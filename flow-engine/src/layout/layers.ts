import { transitionsOf } from '../graph/transitions.ts';
import type { Flow } from '../model/flow.ts';

/** Where each action leads, in branch order, without repeats, without branches to nowhere or to itself. */
export const successorsOf = (flow: Flow): ReadonlyMap<string, readonly string[]> => {
  const successors = new Map<string, readonly string[]>();
  for (const action of flow.actions.values()) {
    const targets = transitionsOf(action).map(({ to }) => to);
    successors.set(
      action.identifier,
      [...new Set(targets)].filter((to) => to !== action.identifier && flow.actions.has(to)),
    );
  }
  return successors;
};

/** Branches that lead back to an action still being left: without them the flow has no cycle. Also the order of first visit. */
const explore = (flow: Flow, successors: ReadonlyMap<string, readonly string[]>) => {
  const finished: string[] = [];
  const state = new Map<string, 'open' | 'closed'>();
  const isBack = new Set<string>();
  const roots = [flow.startAction, ...flow.actions.keys()].filter((root) => flow.actions.has(root));
  for (const root of roots) {
    if (state.has(root)) continue;
    const path: { node: string; next: number }[] = [{ node: root, next: 0 }];
    state.set(root, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = successors.get(top.node)?.[top.next];
      top.next += 1;
      if (to === undefined) {
        state.set(top.node, 'closed');
        finished.push(top.node);
        path.pop();
      } else if (state.get(to) === 'open') isBack.add(`${top.node}\n${to}`);
      else if (!state.has(to)) {
        state.set(to, 'open');
        path.push({ node: to, next: 0 });
      }
    }
  }
  return { topological: finished.toReversed(), isBack };
};

/** Columns of actions from left to right: each stands right of everything that leads to it, loops aside. */
export const layersOf = (flow: Flow): readonly (readonly string[])[] => {
  const successors = successorsOf(flow);
  const { topological, isBack } = explore(flow, successors);
  const depth = new Map<string, number>();
  for (const node of topological) {
    const own = depth.get(node) ?? 0;
    depth.set(node, own);
    for (const to of successors.get(node) ?? [])
      if (!isBack.has(`${node}\n${to}`)) depth.set(to, Math.max(depth.get(to) ?? 0, own + 1));
  }
  const layers: string[][] = [];
  for (const node of topological) {
    const layer = depth.get(node) ?? 0;
    while (layers.length <= layer) layers.push([]);
    layers[layer]?.push(node);
  }
  return layers;
};
