import type { RawRow } from '../import/raw-row.ts';

/** Cells that a workbook shows as one. Rows as the spreadsheet numbers them, columns from 0; all included. */
export interface MergedCells {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** A small table of a person's own making, whole. Only the first of merged cells has their value. */
export interface Grid {
  readonly rows: readonly RawRow[];
  readonly merged: readonly MergedCells[];
}

/** Port. Throws `FileRefused` when the file cannot be read as a table. */
export interface Grids {
  read(bytes: Uint8Array): Promise<Grid>;
}
