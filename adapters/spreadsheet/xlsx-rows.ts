import { Readable } from 'node:stream';
import type { CellValue } from 'exceljs';
import type { RawCell, RawRow } from '../../domain/import/raw-row.ts';
import { FileRefused } from '../../domain/import/spreadsheets.ts';
import { sheetsLast } from './sheets-last.ts';

export const damaged =
  'Ce classeur est abîmé ou incomplet : ouvrez-le dans un tableur, enregistrez-le au format .xlsx et renvoyez-le.';

/** Rows of the first sheet that has any, read as a stream: a list of 100 000 is never a workbook in memory. */
export async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<RawRow> {
  const { default: exceljs } = await import('exceljs');
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from([sheetsLast(bytes)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    // Number formats tell dates from amounts.
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  // A workbook may have no shared words: its sheets need not wait for them.
  Reflect.set(reader, 'sharedStrings', []);
  try {
    for await (const sheet of reader) {
      let rows = 0;
      for await (const row of sheet) {
        rows += 1;
        const cells: RawCell[] = [];
        row.eachCell({ includeEmpty: false }, (cell, column) => {
          // `value` leaves out a result of 0.
          cells[column - 1] = rawCell(cell.type === exceljs.ValueType.Formula ? cell.result : cell.value);
        });
        yield { number: row.number, cells: Array.from(cells) };
      }
      if (rows > 0) {
        return;
      }
    }
  } catch (error) {
    throw new FileRefused(damaged, { cause: error });
  }
}

/** A cell as exceljs gives it: a formula gives the value it had, never itself (COMMON-28). */
export function rawCell(value: CellValue): RawCell {
  if (value === null || value === undefined || value === '') {
    return undefined;
  }
  if (Number.isNaN(value)) {
    // What the streaming reader makes of a formula that failed: it keeps no word of which error.
    return '#ERREUR!';
  }
  if (typeof value !== 'object') {
    return typeof value === 'bigint' ? String(value) : value;
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? undefined : { day: value.toISOString().slice(0, 10) };
  }
  if ('richText' in value) {
    return value.richText.map(({ text }) => text).join('');
  }
  if ('error' in value) {
    return value.error;
  }
  if ('text' in value) {
    return rawCell(value.text);
  }
  return undefined;
}
