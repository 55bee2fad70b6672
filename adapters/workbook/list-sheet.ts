import type { CellValue, Workbook, Worksheet } from 'exceljs';
import { typeset } from '../../domain/report/french.ts';
import { addNote, addSheet, firstTableRow, type SheetFrame } from './sheet.ts';
import { bodyCell, formats, headerRow, left, right } from './workbook-style.ts';

export interface ListColumn<T> {
  readonly header: string;
  readonly width: number;
  readonly format: string;
  readonly value: (item: T) => CellValue;
}

/**
 * A sheet that is a list of things, or a sentence that says there is none: an empty table reads as a fault of the report. Returns the sheet and
 * the row after its last one.
 */
export function addList<T>(
  workbook: Workbook,
  name: string,
  frame: SheetFrame,
  columns: readonly ListColumn<T>[],
  items: readonly T[],
  empty: string,
): { readonly sheet: Worksheet; readonly next: number } {
  const sheet = addSheet(
    workbook,
    name,
    frame,
    columns.map(({ width }) => width),
    firstTableRow,
  );
  const header = sheet.getRow(firstTableRow);
  header.values = columns.map((column) => typeset(column.header));
  headerRow(header, 1, columns.length, 30);
  for (const [index, item] of items.entries()) {
    let lines = 1;
    for (const [offset, column] of columns.entries()) {
      const cell = sheet.getCell(firstTableRow + 1 + index, offset + 1);
      const value = column.value(item);
      lines = Math.max(lines, typeof value === 'string' ? Math.ceil(value.length / column.width) : 1);
      cell.value = value;
      bodyCell(cell, column.format, column.format === formats.text ? left : right);
    }
    // Excel sizes no wrapped row by itself when the file was not written by it.
    sheet.getRow(firstTableRow + 1 + index).height = Math.min(400, 5 + 13 * lines);
  }
  if (items.length === 0) {
    addNote(sheet, firstTableRow + 1, columns.length, empty, 20);
  }
  return { sheet, next: firstTableRow + 1 + Math.max(1, items.length) };
}
