import type { CardSeed } from '../knowledge/seed-cards.ts';
import type { PlaceDirectory } from '../place/place.ts';

/** What agents of a programme are told: approved cards, and the places that receive the public. */
export interface KnowledgeContent {
  /** Kept by card and version in a table of their own, not as dated content: there are many, and each has its history. */
  readonly cards: readonly CardSeed[];
  readonly places: PlaceDirectory;
}
