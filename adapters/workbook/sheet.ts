import type { Workbook, Worksheet } from 'exceljs';
import { typeset } from '../../domain/report/french.ts';
import { fonts, left } from './workbook-style.ts';

/** What every sheet of a workbook repeats. */
export interface SheetFrame {
  /** e.g. « SAMPS – Province Sud : rapport quotidien ». */
  readonly title: string;
  /** e.g. « vendredi 4 juillet 2025, provisoire, édition n° 1, établi le … ». */
  readonly subtitle: string;
}

/** First row under the title, the subtitle and a blank line. */
export const firstTableRow = 4;

/**
 * A sheet with its title, ready to print: A4 landscape, one page wide, the title and headers repeated, page numbers (COMMON-27).
 * `headerRows`: rows from the top that stay visible; `widths` in characters.
 */
export function addSheet(
  workbook: Workbook,
  name: string,
  frame: SheetFrame,
  widths: readonly number[],
  headerRows: number,
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: headerRows, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `1:${headerRows}`,
    },
    headerFooter: { oddFooter: footer(frame) },
  });
  for (const [index, width] of widths.entries()) {
    sheet.getColumn(index + 1).width = width;
  }
  const title = sheet.getCell('A1');
  title.value = typeset(`${frame.title} – ${name}`);
  title.font = fonts.title;
  sheet.getRow(1).height = 24;
  const subtitle = sheet.getCell('A2');
  subtitle.value = typeset(frame.subtitle);
  subtitle.font = fonts.muted;
  return sheet;
}

/** A note under a table, over the width of `columns`. */
export function addNote(sheet: Worksheet, row: number, columns: number, text: string, height?: number): void {
  sheet.mergeCells(row, 1, row, columns);
  const cell = sheet.getCell(row, 1);
  cell.value = typeset(text);
  cell.font = fonts.muted;
  cell.alignment = { ...left, vertical: 'top' };
  if (height !== undefined) {
    sheet.getRow(row).height = height;
  }
}

/** In a footer `&` starts a code and is written twice. */
function footer(frame: SheetFrame): string {
  const plain = (text: string) => typeset(text).replaceAll('&', '&&');
  return `&L&8${plain(`${frame.title} – ${frame.subtitle}`)}&R&8Page &P / &N`;
}
