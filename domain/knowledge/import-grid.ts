import type { Content } from '../content/content.ts';
import type { Grid } from './grid.ts';
import type { GridImport, KnowledgeBase } from './knowledge-base.ts';
import { readGrid } from './read-grid.ts';

export interface SentGrid {
  readonly programme: string;
  readonly importId: string;
  readonly fileName: string;
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  readonly grid: Grid;
}

/** Reads a grid and keeps what it proposes until someone publishes it; `refused`: why none of it can be read, in French. */
export async function importGrid(
  { programme, importId, fileName, at, by, grid }: SentGrid,
  { base, content }: { readonly base: Pick<KnowledgeBase, 'saveImport'>; readonly content: Content },
): Promise<GridImport | { readonly refused: string }> {
  const [schemes, motives] = await Promise.all([
    content.inForce(programme, 'schemes', at),
    content.inForce(programme, 'motives', at),
  ]);
  const reading = readGrid(grid, { schemes, motives });
  if ('refused' in reading) {
    return reading;
  }
  const kept: GridImport = { importId, fileName, sentAt: at, sentBy: by, ...reading };
  await base.saveImport(programme, kept);
  return kept;
}
