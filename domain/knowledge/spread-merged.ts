import type { RawCell, RawRow } from '../import/raw-row.ts';
import type { Grid, MergedCells } from './grid.ts';

/** Below the header, a value merged over several rows is that of each of them, as it looks. What was repeated is said, in French. */
export function spreadMerged(
  grid: Grid,
  headerRow: number,
): { readonly rows: readonly RawRow[]; readonly notices: readonly string[] } {
  const merged = grid.merged.filter(({ fromRow, toRow }) => fromRow > headerRow && toRow > fromRow);
  const byNumber = new Map(grid.rows.map((row) => [row.number, row]));
  const cells = new Map<number, RawCell[]>();
  for (const { fromRow, toRow, fromColumn } of merged) {
    const value = byNumber.get(fromRow)?.cells[fromColumn];
    // Of a row that has nothing but merged cells nothing was read: it is a line of the grid nonetheless only where it has something of its own.
    for (let number = fromRow + 1; number <= toRow; number += 1) {
      const row = cells.get(number) ?? [...(byNumber.get(number)?.cells ?? [])];
      row[fromColumn] = value;
      cells.set(number, row);
    }
  }
  return {
    rows: grid.rows.map((row) => {
      const changed = cells.get(row.number);
      return changed === undefined ? row : { number: row.number, cells: Array.from(changed) };
    }),
    notices:
      merged.length === 0
        ? []
        : [
            `Cellules fusionnées sur plusieurs lignes : ${merged.map(nameOf).join(', ')}. Leur valeur compte pour chacune de ces lignes.`,
          ],
  };
}

/** As a spreadsheet names it: A2:A6. */
function nameOf({ fromRow, toRow, fromColumn, toColumn }: MergedCells): string {
  return `${columnName(fromColumn)}${fromRow}:${columnName(toColumn)}${toRow}`;
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}
