import type { Mapping } from '../import/field.ts';
import type { ImportSummary } from './import-summary.ts';
import type { RecipientField } from './recipient-fields.ts';

/** A form by which a browser sends a file straight to storage: the API takes no file (design decision 21). */
export interface UploadForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a preview shows. The lists of `summary` are cut to their beginning; the error workbook holds all of them. */
export interface ImportPreview {
  readonly headings: readonly string[];
  /** Row of the headings in the file. */
  readonly headerRow: number;
  /** Some values of each column. */
  readonly samples: readonly (readonly string[])[];
  readonly mapping: Mapping<RecipientField>;
  /** Columns may also hold what files of people have. Absent = no. */
  readonly ofFiles?: boolean;
  readonly summary: ImportSummary;
}

/** Port: files of imports, kept for some weeks. `Preview`: what the page shows of one before it is validated. */
export interface ImportFiles<Preview extends { readonly mapping: Mapping } = ImportPreview> {
  /** `returnTo`: address the browser is sent to once the file is there. */
  uploadForm(programme: string, importId: string, returnTo: string): Promise<UploadForm>;
  arrived(programme: string, importId: string): Promise<boolean>;
  list(programme: string, importId: string): Promise<Uint8Array>;
  savePreview(programme: string, importId: string, preview: Preview): Promise<void>;
  preview(programme: string, importId: string): Promise<Preview | undefined>;
  saveErrors(programme: string, importId: string, workbook: Uint8Array): Promise<void>;
  /** A link of a minute to the error workbook. */
  errorsLink(programme: string, importId: string, fileName: string): Promise<string>;
}

/** Port: what an import found, as a workbook (REFLEX-23, COMMON-28). */
export type ErrorWorkbook = (
  summary: ImportSummary,
  about: { readonly title: string; readonly timeZone: string; readonly at: string },
) => Promise<Uint8Array>;
