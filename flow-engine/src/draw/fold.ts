import type { Position } from '../layout/layout-flow.ts';

/** Where a block of a folded picture is, and in which of the bands that follow one another down the page. */
export interface FoldedPosition extends Position {
  readonly band: number;
}

/** Wider than the layout's columns: branches that leave their band are named beside the block. */
const columnWidth = 420;
const left = 40;
const bandGap = 60;

/** Cuts a wide layout into bands of that many columns, one under the other. `heightOf` is the height of a block. */
export const fold = (
  positions: ReadonlyMap<string, Position>,
  columns: number,
  heightOf: (identifier: string) => number,
): ReadonlyMap<string, FoldedPosition> => {
  const places = [...new Set([...positions.values()].map(({ x }) => x))].toSorted((a, b) => a - b);
  const columnOf = new Map(places.map((x, index) => [x, index]));
  const bands: [string, Position][][] = [];
  for (const [identifier, position] of positions) {
    const band = Math.floor((columnOf.get(position.x) ?? 0) / columns);
    bands[band] = [...(bands[band] ?? []), [identifier, position]];
  }
  const folded = new Map<string, FoldedPosition>();
  let top = left;
  for (const [band, blocks] of bands.entries()) {
    const highest = blocks.reduce((least, [, { y }]) => Math.min(least, y), Number.POSITIVE_INFINITY);
    let bottom = top;
    for (const [identifier, { x, y }] of blocks) {
      const placed = { x: left + ((columnOf.get(x) ?? 0) % columns) * columnWidth, y: top + y - highest, band };
      bottom = Math.max(bottom, placed.y + heightOf(identifier));
      folded.set(identifier, placed);
    }
    top = bottom + bandGap;
  }
  return folded;
};
