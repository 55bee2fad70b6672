import type { Fault } from '../import/fault.ts';
import type { CardDraft, CardText, CardVersion } from './card.ts';

/** All that was published so far. */
export interface Published {
  /** Number of publications; 0: none. */
  readonly edition: number;
  /** Every version of every card. */
  readonly versions: readonly CardVersion[];
}

/** Several versions that agents begin to see at once, or none of them. */
export interface Publication {
  /** Derived from what is published: sent again, it is the same publication. */
  readonly id: string;
  /** The edition it was decided on: another publication in between refuses it. */
  readonly after: number;
  readonly versions: readonly CardVersion[];
}

/** A grid that was sent and read, and waits to be published (SAMPS-20). */
export interface GridImport {
  readonly importId: string;
  readonly fileName: string;
  readonly sentAt: string;
  readonly sentBy: string;
  readonly rows: number;
  readonly cards: readonly { readonly cardId: string; readonly text: CardText }[];
  readonly faults: readonly Fault[];
  /** What was understood of the file and is no fault, in French. */
  readonly notices: readonly string[];
  /** When it was published. */
  readonly publishedAt?: string;
}

/** Port: cards by version, drafts and grids of a programme. */
export interface KnowledgeBase {
  /** Consistent: a publication that was answered is seen by the next read. */
  published(programme: string): Promise<Published>;
  /** False when another publication came first; true again when this very one is there already. */
  publish(programme: string, publication: Publication): Promise<boolean>;
  drafts(programme: string): Promise<readonly CardDraft[]>;
  /** False when someone else changed it since `revision - 1`. */
  saveDraft(programme: string, draft: CardDraft): Promise<boolean>;
  dropDraft(programme: string, cardId: string): Promise<void>;
  saveImport(programme: string, grid: GridImport): Promise<void>;
  findImport(programme: string, importId: string): Promise<GridImport | undefined>;
  /** Latest first, at most 20, without their cards. */
  imports(programme: string): Promise<readonly Omit<GridImport, 'cards' | 'faults' | 'notices'>[]>;
}
