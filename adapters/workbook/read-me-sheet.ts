import type { Workbook } from 'exceljs';
import type { Definition } from '../../domain/report/definitions.ts';
import { typeset } from '../../domain/report/french.ts';
import { addSheet, firstTableRow, type SheetFrame } from './sheet.ts';
import { colours, fill, fonts, left } from './workbook-style.ts';

/** Characters of the second column that fit on a line at its width. */
const lineLength = 138;

/** Sheet « Lisez-moi »: what the workbook is, from what it was made, and what each word counts (COMMON-27). */
export function addReadMe(
  workbook: Workbook,
  frame: SheetFrame,
  facts: readonly Definition[],
  definitions: readonly Definition[],
): void {
  const sheet = addSheet(workbook, 'Lisez-moi', frame, [34, 120], firstTableRow - 1);
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: firstTableRow - 1, showGridLines: false }];
  let row = firstTableRow;
  for (const [title, lines] of [
    ['Ce classeur', facts],
    ['Définitions', definitions],
  ] as const) {
    sheet.mergeCells(row, 1, row, 2);
    const section = sheet.getCell(row, 1);
    section.value = title;
    section.font = fonts.section;
    section.fill = fill(colours.header);
    section.alignment = left;
    sheet.getRow(row).height = 20;
    row += 1;
    for (const { term, text } of lines) {
      const name = sheet.getCell(row, 1);
      name.value = typeset(term);
      name.font = fonts.strong;
      name.alignment = { ...left, vertical: 'top' };
      const meaning = sheet.getCell(row, 2);
      meaning.value = typeset(text);
      meaning.font = fonts.body;
      meaning.alignment = { ...left, vertical: 'top' };
      sheet.getRow(row).height = 6 + 13 * Math.ceil(text.length / lineLength);
      row += 1;
    }
    row += 1;
  }
}
