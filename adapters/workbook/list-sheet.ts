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
    for (const [offset, column] of columns.entries()) {
      const cell = sheet.getCell(firstTableRow + 1 + index, offset + 1);
      cell.value = column.value(item);
      bodyCell(cell, column.format, column.format === formats.text ? left : right);
    }
  }
  if (items.length === 0) {
    addNote(sheet, firstTableRow + 1, columns.length, empty, 20);
  }
  return { sheet, next: firstTableRow + 1 + Math.max(1, items.length) };
}
