import type { Workbook } from 'exceljs';
import type { SchemeFigures } from '../../domain/report/daily.ts';
import type { MotiveCount } from '../../domain/report/motive-counts.ts';
import { userText } from './cell-values.ts';
import { addNote, addSheet, firstTableRow, type SheetFrame } from './sheet.ts';
import { bodyCell, formats, headerRow, left, lineHeight, right } from './workbook-style.ts';

/** Sheet « Motifs »: conversations by motive and scheme, with the share of each motive. */
export function addMotives(
  workbook: Workbook,
  frame: SheetFrame,
  schemes: readonly Pick<SchemeFigures, 'code' | 'label'>[],
  motives: readonly MotiveCount[],
): void {
  const widths = [50, ...schemes.map(() => 18), 12, 12];
  const sheet = addSheet(workbook, 'Motifs', frame, widths, firstTableRow);
  const header = sheet.getRow(firstTableRow);
  header.values = ['Motif', ...schemes.map(({ label }) => label), 'Total', 'Part'];
  headerRow(header, 1, widths.length, 30);
  const first = firstTableRow + 1;
  const last = first + motives.length - 1;
  const total = last + 1;
  const totalColumn = schemes.length + 2;
  const letter = (column: number) => String.fromCharCode('A'.charCodeAt(0) + column - 1);
  const all = motives.reduce((sum, motive) => sum + countOf(motive, schemes), 0);
  for (let row = first; row <= total; row += 1) {
    const motive = motives[row - first];
    const counted = motive === undefined ? motives : [motive];
    const strong = motive === undefined;
    sheet.getRow(row).height = lineHeight;
    const label = sheet.getCell(row, 1);
    label.value = strong ? 'Total' : userText(motive.label);
    bodyCell(label, formats.text, left, strong);
    for (const [index, { code }] of schemes.entries()) {
      const cell = sheet.getCell(row, index + 2);
      const result = counted.reduce((sum, { byScheme }) => sum + (byScheme[code] ?? 0), 0);
      const column = letter(index + 2);
      cell.value =
        strong && motives.length > 0 ? { formula: `SUM(${column}${first}:${column}${last})`, result } : result;
      bodyCell(cell, formats.count, right, strong);
    }
    const sum = counted.reduce((count, one) => count + countOf(one, schemes), 0);
    const cell = sheet.getCell(row, totalColumn);
    cell.value = { formula: `SUM(${letter(2)}${row}:${letter(totalColumn - 1)}${row})`, result: sum };
    bodyCell(cell, formats.count, right, true);
    const share = sheet.getCell(row, totalColumn + 1);
    const totalCell = letter(totalColumn);
    share.value = {
      formula: `IF(${totalCell}$${total}=0,0,${totalCell}${row}/${totalCell}$${total})`,
      result: all === 0 ? 0 : sum / all,
    };
    bodyCell(share, formats.rate, right, strong);
  }
  addNote(
    sheet,
    total + 2,
    widths.length,
    'Une ligne par motif, une conversation comptée une fois : appels décrochés et rappels joints. Le dispositif est celui que le conseiller a noté.',
  );
}

function countOf({ byScheme }: MotiveCount, schemes: readonly { readonly code: string }[]): number {
  return schemes.reduce((sum, { code }) => sum + (byScheme[code] ?? 0), 0);
}
