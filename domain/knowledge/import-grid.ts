import type { Content } from '../content/content.ts';
import type { CardText } from './card.ts';
import type { CardField } from './card-fields.ts';
import { latestVersions } from './cards-in-force.ts';
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
  { base, content }: { readonly base: Pick<KnowledgeBase, 'saveImport' | 'published'>; readonly content: Content },
): Promise<GridImport | { readonly refused: string }> {
  const [schemes, motives] = await Promise.all([
    content.inForce(programme, 'schemes', at),
    content.inForce(programme, 'motives', at),
  ]);
  const reading = readGrid(grid, { schemes, motives });
  if ('refused' in reading) {
    return reading;
  }
  const { columns, ...read } = reading;
  const latest = latestVersions((await base.published(programme)).versions);
  const cards = read.cards.map(({ cardId, text }) => ({
    cardId,
    text: withKept(text, columns, latest.get(cardId)?.text),
  }));
  const kept: GridImport = { importId, fileName, sentAt: at, sentBy: by, ...read, cards };
  await base.saveImport(programme, kept);
  return kept;
}

/** What the grid has no column for stays as the card has it: a grid of questions and answers takes no keyword away. */
function withKept(text: CardText, columns: readonly CardField[], before: CardText | undefined): CardText {
  if (before === undefined) {
    return text;
  }
  const names = ['scheme', 'motive', 'keywords', 'checklist', 'dates', 'refusalCode', 'validFrom', 'validTo'] as const;
  const kept = names.filter((name) => !columns.includes(name) && before[name] !== undefined);
  return { ...text, ...Object.fromEntries(kept.map((name) => [name, before[name]])) };
}
