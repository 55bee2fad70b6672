import type { RawRow } from './raw-row.ts';

/** Port: a file of a person's own making, read row by row, empty rows left out. */
export interface Spreadsheets {
  /** Throws `FileRefused` when the file cannot be read as a table, before or between rows. */
  rows(bytes: Uint8Array): AsyncIterable<RawRow>;
}

/** Why a whole file is refused, in French, for the person who sent it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}
