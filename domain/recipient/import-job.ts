import type { Mapping } from '../import/field.ts';
import type { Decisions } from './group-rows.ts';
import type { ImportSummary } from './import-summary.ts';
import type { RecipientField } from './recipient-fields.ts';

/**
 * `reading` → `ready` (a preview; `reading` again with another mapping or decision) → `committing` → `done` → `undoing` → `undone`; `refused` when the
 * file cannot be read.
 */
export type ImportState = 'reading' | 'ready' | 'committing' | 'done' | 'undoing' | 'undone' | 'refused';

/** An import under way or over. Nothing of the people of the list: that is in its files. */
export interface ImportJob {
  readonly importId: string;
  readonly state: ImportState;
  /** Grows with each write. */
  readonly version: number;
  /** ISO instants; user name. */
  readonly startedAt: string;
  readonly startedBy: string;
  readonly changedAt: string;
  /** Chosen by a person; else guessed or remembered. */
  readonly mapping?: Mapping<RecipientField>;
  readonly decisions: Decisions;
  readonly progress?: { readonly done: number; readonly all: number };
  readonly counts?: ImportCounts;
  /** Why the file is refused, in French. */
  readonly refusal?: string;
}

export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly repeated: number;
  readonly left: number;
  readonly withoutNumber: number;
  readonly otherwise: number;
  readonly pairs: number;
  readonly faults: number;
}

export function countsOf(summary: ImportSummary): ImportCounts {
  const { rows, created, changed, unchanged, refused, repeated, left, withoutNumber, otherwise, pairs, faults } =
    summary;
  return {
    ...{ rows, created, changed, unchanged, refused },
    repeated: repeated.length,
    left: left.length,
    withoutNumber: withoutNumber.length,
    otherwise: otherwise.length,
    pairs: pairs.length,
    faults: faults.length,
  };
}

/** Port: imports of a programme and the mappings it remembers (COMMON-47). */
export interface ImportJobs {
  find(programme: string, importId: string): Promise<ImportJob | undefined>;
  /** Latest first. */
  latest(programme: string, limit: number): Promise<readonly ImportJob[]>;
  /** False when it was written since the version before this one. */
  save(programme: string, job: ImportJob): Promise<boolean>;
  /** `signature`: of the headings of a list. */
  mapping(programme: string, signature: string): Promise<Mapping<RecipientField> | undefined>;
  remember(programme: string, signature: string, mapping: Mapping<RecipientField>): Promise<void>;
}
