import { isEmpty, type RawRow } from '../../domain/import/raw-row.ts';
import { FileRefused } from '../../domain/import/spreadsheets.ts';
import type { Grid, Grids, MergedCells } from '../../domain/knowledge/grid.ts';
import { spreadsheets } from './read-spreadsheet.ts';
import { unpackedBytes } from './unpacked-bytes.ts';
import { damaged, rawCell } from './xlsx-rows.ts';

const mostRows = 5_000;
/** A grid is read whole, unlike a list of people: its merged cells are told at the end of the sheet. */
const mostUnpacked = 50_000_000;

/** A client's grid: .xlsx by exceljs, loaded when one comes, or text as lists are read. */
export function grids(): Grids {
  return {
    async read(bytes) {
      if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
        return await workbookGrid(bytes);
      }
      const rows: RawRow[] = [];
      for await (const row of spreadsheets().rows(bytes)) {
        rows.push(row);
        assertSmall(rows.length);
      }
      return { rows, merged: [] };
    },
  };
}

async function workbookGrid(bytes: Uint8Array): Promise<Grid> {
  if ((unpackedBytes(bytes) ?? 0) > mostUnpacked) {
    throw new FileRefused(
      'Ce classeur est trop volumineux pour une grille : ne gardez que la feuille des questions, puis renvoyez-le.',
    );
  }
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch (error) {
    throw new FileRefused(damaged, { cause: error });
  }
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  if (sheet === undefined) {
    throw new FileRefused('Ce classeur n’a aucune ligne.');
  }
  const rows: RawRow[] = [];
  const merged = new Map<string, MergedCells>();
  sheet.eachRow((row, number) => {
    const cells: RawRow['cells'][number][] = [];
    row.eachCell((cell, column) => {
      const { master } = cell;
      if (cell.isMerged) {
        const [fromRow, fromColumn] = [Number(master.row), Number(master.col) - 1];
        const known = merged.get(master.address);
        merged.set(master.address, {
          ...{ fromRow, fromColumn },
          toRow: Math.max(known?.toRow ?? fromRow, number),
          toColumn: Math.max(known?.toColumn ?? fromColumn, column - 1),
        });
      }
      if (!cell.isMerged || master.address === cell.address) {
        cells[column - 1] = rawCell(cell.type === exceljs.ValueType.Formula ? cell.result : cell.value);
      }
    });
    const read = { number, cells: Array.from(cells) };
    if (!isEmpty(read)) {
      rows.push(read);
      assertSmall(rows.length);
    }
  });
  return { rows, merged: [...merged.values()] };
}

function assertSmall(rows: number): void {
  if (rows > mostRows) {
    throw new FileRefused(
      `Cette grille dépasse ${mostRows.toLocaleString('fr-FR')} lignes : partagez-la en plusieurs fichiers.`,
    );
  }
}
