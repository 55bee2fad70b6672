import type { CellValue, Worksheet } from 'exceljs';
import type { Figures } from '../../domain/report/figures.ts';
import { typeset } from '../../domain/report/french.ts';
import { nothing } from './cell-values.ts';
import { complementColumns, type FigureColumn, figureColumns, figureGroups } from './figure-columns.ts';
import { bandCell, bodyCell, colours, formats, headerRow, left, lineHeight, right } from './workbook-style.ts';

export interface FigureRow {
  readonly label: string;
  readonly figures: Figures;
  /** `total`: formulas over the plain rows just above; `strong`: plain values in bold; `blank`: the label only (a closed day). */
  readonly kind?: 'total' | 'strong' | 'blank';
}

export interface FigureTables {
  readonly rowHeader: string;
  readonly rows: readonly FigureRow[];
  /** Objective of the answer rate, 0..1: green from it, red below. */
  readonly objective: number;
  /** What a total row adds. */
  readonly across: 'schemes' | 'days';
}

/** Widths of the columns of a sheet that holds figure tables. */
export const figureWidths: readonly number[] = [23, ...figureColumns.map(({ width }) => width)];

/**
 * Writes the table of §6.1 from `top` (a row of groups, a row of headers, the rows), then its complement below. Returns the row after the last.
 */
export function writeFigureTables(sheet: Worksheet, top: number, tables: FigureTables): number {
  const main = { columns: figureColumns, first: top + 2 };
  const complementTop = main.first + tables.rows.length + 1;
  const complement = { columns: complementColumns, first: complementTop + 1 };
  const blocks = [main, complement];
  writeGroups(sheet, top);
  writeBlock(sheet, top + 1, main, blocks, tables, 46);
  writeBlock(sheet, complementTop, complement, blocks, tables, 58);
  markObjective(sheet, main.first, tables);
  return complement.first + tables.rows.length;
}

interface Block {
  readonly columns: readonly FigureColumn[];
  /** Sheet row of the first table row. */
  readonly first: number;
}

function writeGroups(sheet: Worksheet, row: number): void {
  let column = 2;
  for (const [name, span] of figureGroups) {
    sheet.mergeCells(row, column, row, column + span - 1);
    const cell = sheet.getCell(row, column);
    cell.value = name;
    bandCell(cell);
    column += span;
  }
}

function writeBlock(
  sheet: Worksheet,
  header: number,
  block: Block,
  blocks: readonly Block[],
  { rowHeader, rows, across }: FigureTables,
  height: number,
): void {
  sheet.getRow(header).values = [rowHeader, ...block.columns.map((column) => typeset(column.header))];
  headerRow(sheet.getRow(header), 1, block.columns.length + 1, height);
  for (const [index, row] of rows.entries()) {
    const at = block.first + index;
    const strong = row.kind === 'total' || row.kind === 'strong';
    const label = sheet.getCell(at, 1);
    label.value = row.label;
    bodyCell(label, formats.text, left, strong);
    sheet.getRow(at).height = lineHeight;
    for (const [offset, column] of block.columns.entries()) {
      const cell = sheet.getCell(at, offset + 2);
      cell.value = row.kind === 'blank' ? nothing : cellValue(column, row, index, { blocks, rows, across });
      bodyCell(cell, column.format, right, strong);
    }
  }
}

function cellValue(
  column: FigureColumn,
  row: FigureRow,
  index: number,
  where: { readonly blocks: readonly Block[] } & Pick<FigureTables, 'rows' | 'across'>,
): CellValue {
  const result = column.value(row.figures);
  const { total } = column;
  const cellOf = (header: string, at: number) => cellName(where.blocks, header, at);
  if (column.formula !== undefined && (row.kind !== 'total' || total.by === 'row')) {
    return { formula: column.formula((header) => cellOf(header, index)), result };
  }
  if (row.kind !== 'total' || (total.by === 'stock' && where.across === 'days')) {
    return result;
  }
  const start =
    where.rows.findLastIndex((other, at) => at < index && other.kind !== undefined && other.kind !== 'blank') + 1;
  const range = (header: string) => `${cellOf(header, start)}:${cellOf(header, index - 1)}`;
  if (total.by === 'weighted') {
    const weights = range(total.weight);
    return {
      formula: `IF(SUM(${weights})=0,"${nothing}",SUMPRODUCT(${weights},${range(column.header)})/SUM(${weights}))`,
      result,
    };
  }
  return { formula: `${total.by === 'max' ? 'MAX' : 'SUM'}(${range(column.header)})`, result };
}

function cellName(blocks: readonly Block[], header: string, index: number): string {
  for (const { columns, first } of blocks) {
    const column = columns.findIndex((candidate) => candidate.header === header);
    if (column !== -1) {
      return `${String.fromCharCode('B'.charCodeAt(0) + column)}${first + index}`;
    }
  }
  throw new Error(`No column is headed "${header}"; accepted: the headers of figure-columns.ts`);
}

function markObjective(sheet: Worksheet, first: number, { rows, objective }: FigureTables): void {
  const column = String.fromCharCode(
    'B'.charCodeAt(0) + figureColumns.findIndex(({ header }) => header === 'Taux de réponse'),
  );
  const rule = (operator: 'lessThan' | 'between', argb: string, priority: number) =>
    ({
      type: 'cellIs',
      operator,
      priority,
      formulae: operator === 'between' ? [objective, 1] : [objective],
      style: { font: { bold: true, color: { argb } } },
    }) as const;
  sheet.addConditionalFormatting({
    ref: `${column}${first}:${column}${first + rows.length - 1}`,
    rules: [rule('between', colours.good, 1), rule('lessThan', colours.bad, 2)],
  });
}
