import type { Fault } from '../import/fault.ts';
import type { Mapping } from '../import/field.ts';
import type { ImportFiles } from '../recipient/import-files.ts';
import type { NamedRow } from '../recipient/import-summary.ts';
import type { MemberField } from './member-fields.ts';

/** `reading` → `ready` (a preview; `reading` again with another mapping or decision) → `committing` → `done`; `refused` when the file cannot be read. */
export type MemberImportState = 'reading' | 'ready' | 'committing' | 'done' | 'refused';

/** Two rows, or a row and a member, that may be one person. `id` names the pair at every reading of the same file. */
export interface AlikePair {
  readonly id: string;
  readonly row: number;
  readonly name: string;
  /** The other's row; absent when they are a member already. */
  readonly otherRow?: number;
  readonly otherName: string;
}

/** An import under way or over. Nothing of the people of the list: that is in its files. */
export interface MemberImport {
  readonly importId: string;
  readonly state: MemberImportState;
  /** Grows with each write. */
  readonly version: number;
  /** ISO instants; user name. */
  readonly startedAt: string;
  readonly startedBy: string;
  readonly changedAt: string;
  /** Instant of what is registered, whenever it is written. */
  readonly committedAt?: string;
  readonly committedBy?: string;
  /** Chosen by a person; else guessed or remembered. */
  readonly mapping?: Mapping<MemberField>;
  readonly decisions: Readonly<Record<string, 'same' | 'different'>>;
  /** What becomes of groups of the file that the structure has not, by folded name: `create`, `ignore` or the id of a group. */
  readonly groupChoices: Readonly<Record<string, string>>;
  /** Sentence to which those marked agreed; absent: nobody's agreement is taken from the file. */
  readonly consentText?: string;
  readonly progress?: { readonly done: number; readonly all: number };
  readonly counts?: MemberImportCounts;
  /** Why the file is refused, in French. */
  readonly refusal?: string;
}

export interface MemberImportCounts {
  /** Rows under the header, empty ones not counted. */
  readonly rows: number;
  readonly created: number;
  /** Members already, and of them those whom the file completes. */
  readonly matched: number;
  readonly completed: number;
  /** Rows of somebody of an earlier row. */
  readonly repeated: number;
  readonly refused: number;
  readonly pairs: number;
  readonly faults: number;
  /** Of those created: who agreed, and who has no number that takes texts. */
  readonly agreed: number;
  readonly untextable: number;
}

/** What an import would change, for whoever decides on it. */
export interface MemberImportSummary {
  readonly counts: MemberImportCounts;
  readonly matched: readonly NamedRow[];
  readonly repeated: readonly (NamedRow & { readonly of: number })[];
  readonly pairs: readonly AlikePair[];
  readonly faults: readonly Fault[];
  readonly groups: readonly FoundGroup[];
}

/** A group that the file names. */
export interface FoundGroup {
  readonly folded: string;
  /** As first written. */
  readonly name: string;
  readonly rows: number;
  /** Id of the structure's group of this very name. */
  readonly known?: string;
  /** Ids of groups that it may be meant for: proposed, never taken. */
  readonly near: readonly string[];
}

/** What a preview shows; its lists are cut to their beginning, the workbook holds all of them. */
export interface MemberImportPreview {
  readonly headings: readonly string[];
  readonly headerRow: number;
  readonly samples: readonly (readonly string[])[];
  readonly mapping: Mapping<MemberField>;
  readonly summary: MemberImportSummary;
}

/** Port: imports of one structure and the mappings it remembers (COMMON-47). */
export interface MemberImports {
  find(importId: string): Promise<MemberImport | undefined>;
  /** Latest first. */
  latest(limit: number): Promise<readonly MemberImport[]>;
  /** False when it was written since the version before this one. */
  save(job: MemberImport): Promise<boolean>;
  mapping(signature: string): Promise<Mapping<MemberField> | undefined>;
  remember(signature: string, mapping: Mapping<MemberField>): Promise<void>;
}

/** Port: files of imports of a structure. */
export type MemberImportFiles = ImportFiles<MemberImportPreview> & {
  discard(place: string, importId: string): Promise<void>;
};

/** Port: what an import found, as a workbook. */
export type MemberImportWorkbook = (
  summary: MemberImportSummary,
  about: { readonly title: string; readonly timeZone: string; readonly at: string; readonly funding: string },
) => Promise<Uint8Array>;
