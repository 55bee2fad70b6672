import type { Flow } from '../model/flow.ts';
import { layersOf, successorsOf } from './layers.ts';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Sizes of the designer's grid, in its pixels: a block is about 210 wide and grows with its branches. */
const columnWidth = 300;
const blockHeight = 130;
const branchHeight = 30;
const gap = 40;
const origin: Position = { x: 200, y: 40 };
const sweeps = 4;

const median = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
};

type Neighbours = ReadonlyMap<string, readonly string[]>;

const predecessorsOf = (successors: Neighbours): Neighbours => {
  const predecessors = new Map<string, string[]>();
  for (const [from, targets] of successors)
    for (const to of targets) {
      const known = predecessors.get(to);
      if (known === undefined) predecessors.set(to, [from]);
      else known.push(from);
    }
  return predecessors;
};

/** Sorts each layer by the middle of its neighbours in the layer before (or after), so that fewer lines cross. */
const untangle = (
  layers: readonly (readonly string[])[],
  successors: Neighbours,
  predecessors: Neighbours,
): readonly (readonly string[])[] => {
  const order = layers.map((layer) => [...layer]);
  const rank = new Map<string, number>();
  const remember = () => {
    for (const layer of order) for (const [index, node] of layer.entries()) rank.set(node, index);
  };
  remember();
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const isForward = sweep % 2 === 0;
    const neighbours = isForward ? predecessors : successors;
    for (const layer of isForward ? order : order.toReversed()) {
      const wish = new Map(
        layer.map((node, index) => [
          node,
          median((neighbours.get(node) ?? []).map((other) => rank.get(other) ?? index)) ?? index,
        ]),
      );
      layer.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
      for (const [index, node] of layer.entries()) rank.set(node, index);
    }
  }
  return order;
};

/** A tidy position for every action, left to right from the start; the same flow always gives the same picture. */
export const layoutFlow = (flow: Flow): ReadonlyMap<string, Position> => {
  const successors = successorsOf(flow);
  const predecessors = predecessorsOf(successors);
  const positions = new Map<string, Position>();
  for (const [column, layer] of untangle(layersOf(flow), successors, predecessors).entries()) {
    let top = origin.y;
    for (const node of layer) {
      const parents = (predecessors.get(node) ?? []).flatMap((parent) => positions.get(parent)?.y ?? []);
      const y = Math.max(top, median(parents) ?? top);
      positions.set(node, { x: origin.x + column * columnWidth, y });
      top = y + blockHeight + branchHeight * (successors.get(node)?.length ?? 0) + gap;
    }
  }
  return positions;
};
