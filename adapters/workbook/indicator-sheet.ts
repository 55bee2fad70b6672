import type { CellValue, Workbook, Worksheet } from 'exceljs';
import type { DashboardFigures } from '../../domain/dashboard/dashboard-figures.ts';
import { typeset } from '../../domain/report/french.ts';
import type { IndicatorBlock, IndicatorRow } from './indicator-rows.ts';
import { addSheet, firstTableRow, type SheetFrame } from './sheet.ts';
import {
  bandCell,
  bodyCell,
  colours,
  fill,
  fonts,
  formats,
  headerRow,
  left,
  lineHeight,
  right,
} from './workbook-style.ts';

export interface IndicatorColumn {
  readonly label: string;
  readonly width: number;
  /** Figures of its cells; or what to show of a line in place of figures. */
  readonly figures: DashboardFigures | ((row: IndicatorRow) => { readonly value: CellValue; readonly format: string });
  /** The sum of a group's columns, by the group's name. */
  readonly sumOf?: string;
}

/** Columns under one band; the first group has none. */
export interface IndicatorGroup {
  readonly name: string;
  readonly columns: readonly IndicatorColumn[];
}

const labelWidth = 34;

/** A table of indicators: a line each, by block, and columns by group. What adds up is a formula where the columns it adds are there. */
export function addIndicators(
  workbook: Workbook,
  name: string,
  frame: SheetFrame,
  blocks: readonly IndicatorBlock[],
  groups: readonly IndicatorGroup[],
): void {
  const columns = groups.flatMap((group) => group.columns);
  const header = firstTableRow + 1;
  const sheet = addSheet(workbook, name, frame, [labelWidth, ...columns.map(({ width }) => width)], header);
  // All of it at a glance, on one page.
  sheet.pageSetup.fitToHeight = 1;
  writeBands(sheet, groups);
  sheet.getRow(header).values = ['Indicateur', ...columns.map(({ label }) => typeset(label))];
  headerRow(sheet.getRow(header), 1, columns.length + 1, 44);
  const rowOf = new Map<string, number>();
  let row = header + 1;
  for (const { title, rows } of blocks) {
    sheet.mergeCells(row, 1, row, columns.length + 1);
    const section = sheet.getCell(row, 1);
    section.value = typeset(title);
    section.font = fonts.section;
    section.fill = fill(colours.header);
    section.alignment = left;
    sheet.getRow(row).height = lineHeight;
    row += 1;
    for (const line of rows) {
      rowOf.set(line.label, row);
      writeLine(sheet, row, line, { groups, columns, rowOf });
      row += 1;
    }
  }
}

function writeBands(sheet: Worksheet, groups: readonly IndicatorGroup[]): void {
  let column = 2;
  for (const { name, columns } of groups) {
    if (name !== '') {
      if (columns.length > 1) {
        sheet.mergeCells(firstTableRow, column, firstTableRow, column + columns.length - 1);
      }
      sheet.getCell(firstTableRow, column).value = name;
      bandCell(sheet.getCell(firstTableRow, column));
    }
    column += columns.length;
  }
}

interface Table {
  readonly groups: readonly IndicatorGroup[];
  readonly columns: readonly IndicatorColumn[];
  readonly rowOf: ReadonlyMap<string, number>;
}

function writeLine(sheet: Worksheet, row: number, line: IndicatorRow, table: Table): void {
  sheet.getRow(row).height = lineHeight;
  sheet.getCell(row, 1).value = typeset(line.label);
  bodyCell(sheet.getCell(row, 1), formats.text, left);
  for (const [index, column] of table.columns.entries()) {
    const cell = sheet.getCell(row, index + 2);
    const { value, format } =
      typeof column.figures === 'function'
        ? column.figures(line)
        : { value: cellValue(line, column.figures, { row, index, column, table }), format: line.format };
    cell.value = value;
    bodyCell(cell, format, right, column.sumOf !== undefined);
  }
}

function cellValue(
  line: IndicatorRow,
  figures: DashboardFigures,
  { row, index, column, table }: { row: number; index: number; column: IndicatorColumn; table: Table },
): CellValue {
  const result = line.value(figures);
  if (line.formula !== undefined) {
    const formula = line.formula((label) => {
      const at = table.rowOf.get(label);
      if (at === undefined) {
        throw new Error(`No line above "${line.label}" is labelled "${label}"`);
      }
      return `${letterOf(index)}${at}`;
    });
    return { formula, result };
  }
  const first = table.groups.findIndex(({ name }) => name === column.sumOf);
  if (!line.adds || column.sumOf === undefined || first === -1) {
    return result;
  }
  const from = table.groups.slice(0, first).reduce((sum, group) => sum + group.columns.length, 0);
  const to = from + (table.groups[first]?.columns.length ?? 1) - 1;
  return { formula: `SUM(${letterOf(from)}${row}:${letterOf(to)}${row})`, result };
}

/** Column letters from the first after the labels: `B` for 0. */
function letterOf(index: number): string {
  const column = index + 1;
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}`;
}
