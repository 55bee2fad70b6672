import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { grids } from '../../../adapters/spreadsheet/read-grid.ts';
import { FileRefused } from '../../../domain/import/spreadsheets.ts';
import { readGrid } from '../../../domain/knowledge/read-grid.ts';
import { motives } from '../../../programmes/samps/motives.ts';
import { schemes } from '../../../programmes/samps/schemes.ts';

async function workbook(fill: (sheet: exceljs.Worksheet) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book.addWorksheet('Grille'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('SAMPS-20: the grid as a workbook', () => {
  test('with a merged title, a merged aid and rich text is read as it looks', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRows([
        ['Grille SAMPS'],
        ['Réf', 'Aide', 'Question', 'Réponse'],
        ['B1', 'Bourses', 'Quand ?', { richText: [{ text: 'En ' }, { text: 'mars', font: { bold: true } }] }],
        ['B2', undefined, 'Où ?', 'En ligne\n- sur le site'],
        ['B3', undefined, '<script>alert(1)</script>', { formula: '1+1', result: 2 }],
      ]);
      sheet.mergeCells('A1:D1');
      sheet.mergeCells('B3:B5');
    });
    const grid = await grids().read(bytes);
    expect(grid.merged).toContainEqual({ fromRow: 3, toRow: 5, fromColumn: 1, toColumn: 1 });
    const reading = readGrid(grid, { schemes, motives });
    expect(reading).toMatchObject({
      cards: [
        { cardId: 'b1', text: { scheme: 'BOURSES', answer: 'En mars' } },
        { cardId: 'b2', text: { scheme: 'BOURSES', answer: 'En ligne\n- sur le site' } },
        { cardId: 'b3', text: { scheme: 'BOURSES', title: '<script>alert(1)</script>', answer: '2' } },
      ],
      faults: [],
    });
  });

  test('as text with semicolons is read like any list; what is no table is refused in French', async () => {
    const grid = await grids().read(Buffer.from('Question;Réponse\r\n"Quand ?";"Le 25,\nou avant"\r\n'));
    expect(readGrid(grid, { schemes, motives })).toMatchObject({ cards: [{ text: { answer: 'Le 25,\nou avant' } }] });
    await expect(grids().read(Buffer.from('PK broken'))).rejects.toThrow(FileRefused);
    await expect(grids().read(Buffer.from('%PDF-1.7'))).rejects.toThrow('PDF');
  });
});
