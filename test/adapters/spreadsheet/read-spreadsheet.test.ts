import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { spreadsheets } from '../../../adapters/spreadsheet/read-spreadsheet.ts';
import type { RawRow } from '../../../domain/import/raw-row.ts';

async function read(bytes: Uint8Array): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of spreadsheets().rows(bytes)) {
    rows.push(row);
  }
  return rows;
}
const table = [
  ['Nom', 'Prénom', 'Adresse'],
  ['LEFÈVRE', 'Éloïse', '3, rue « du Bac »; esc. B'],
  ['TEʻURA', 'Hiro', 'Papeete'],
];
const csv = (separator: string, end = '\r\n') =>
  table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join(end);
const cellsOf = (rows: readonly RawRow[]) => rows.map(({ cells }) => cells);
async function xlsx(fill: (sheet: exceljs.Worksheet, workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook.addWorksheet('Liste'), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('REFLEX-23, ALERTES-18: text files', () => {
  test.each([';', ',', '\t', '|'])('separated by %j', async (separator) => {
    expect(cellsOf(await read(Buffer.from(csv(separator))))).toEqual(table);
  });

  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv(';')}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${csv(';')}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${csv(';')}`, 'utf16le').swap16()],
    ['UTF-16 without its mark', Buffer.from(csv(';'), 'utf16le')],
  ])('in %s', async (_, bytes) => {
    expect(cellsOf(await read(bytes))).toEqual(table);
  });

  test('in Windows-1252, as French Excel writes them', async () => {
    const text = 'Nom;Prénom\r\nCœur;Zoë – l’aînée';
    const bytes = Buffer.from(text.replace('œ', '\u009c').replace('–', '\u0096').replace('’', '\u0092'), 'latin1');
    expect(cellsOf(await read(bytes))).toEqual([
      ['Nom', 'Prénom'],
      ['Cœur', 'Zoë – l’aînée'],
    ]);
  });

  test('number rows as a spreadsheet shows them: quoted line ends start no row, empty rows count', async () => {
    const rows = await read(Buffer.from('Nom;Tel\n\nMARTIN;"01 42 34 56 78\n06 12 34 56 78"\n;;\nPETIT;1\n'));
    expect(rows.map(({ number }) => number)).toEqual([1, 3, 5]);
    expect(rows[1]?.cells[1]).toContain('\n06');
  });

  test('keep commas of addresses together when rows are cut by semicolons', async () => {
    const rows = await read(Buffer.from('Nom;Adresse\nA;1, rue B, bat. C\nD;2, rue E, bat. F'));
    expect(cellsOf(rows)[1]).toEqual(['A', '1, rue B, bat. C']);
  });

  test('may name their separator on a first line', async () => {
    expect(cellsOf(await read(Buffer.from('sep=|\nA|B\n1|2')))).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ]);
  });

  test('a quote that is never closed is refused with its row', async () => {
    await expect(read(Buffer.from('Nom;Prénom\nA;B\nC;"D\nE;F\nG;H'))).rejects.toThrow(/ligne 3/);
  });
});

describe('REFLEX-23, COMMON-28: Excel workbooks', () => {
  test('give dates as days, numbers, rich text and links as what one reads', async () => {
    const bytes = await xlsx((sheet) => {
      sheet.addRow(['Nom', 'Né le', 'Tél', 'Mail', 'Note']);
      const row = sheet.addRow(['MARTIN', new Date('1938-03-12T00:00:00Z'), 142345678]);
      row.getCell(4).value = { text: 'j@exemple.fr', hyperlink: 'mailto:j@exemple.fr' };
      row.getCell(5).value = { richText: [{ text: 'très ' }, { font: { bold: true }, text: 'sourde' }] };
    });
    expect((await read(bytes))[1]?.cells).toEqual([
      'MARTIN',
      { day: '1938-03-12' },
      142345678,
      'j@exemple.fr',
      'très sourde',
    ]);
  });

  test('give the value of a formula and never the formula, the error of a failed one, nothing of one never computed', async () => {
    const bytes = await xlsx((sheet) => {
      sheet.addRow([
        'x',
        { formula: 'CONCATENATE("MAR","TIN")', result: 'MARTIN' },
        { formula: 'HYPERLINK("http://malveillant.exemple","clic")', result: 'clic' },
        { formula: '1/0', result: { error: '#DIV/0!' } },
        { formula: 'NOW()' },
        { formula: 'DATE(1938,3,12)', result: new Date('1938-03-12T00:00:00Z') },
        '=1+1',
        { formula: 'A1*0', result: 0 },
      ]);
    });
    const [row] = await read(bytes);
    expect(row?.cells.slice(0, 5)).toEqual(['x', 'MARTIN', 'clic', '#ERREUR!', undefined]);
    expect(row?.cells[6]).toBe('=1+1');
    expect(row?.cells[7]).toBe(0);
  });

  test('with 200 columns, merged titles, gaps and an empty first sheet', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('Vide');
    const sheet = workbook.addWorksheet('Liste');
    sheet.getCell('A1').value = 'Registre';
    sheet.mergeCells('A1:F1');
    sheet.getRow(4).values = Array.from({ length: 200 }, (_, index) => `Colonne ${index + 1}`);
    sheet.getCell(7, 200).value = 'dernière';
    const before = readdirSync(tmpdir());
    const rows = await read(new Uint8Array(await workbook.xlsx.writeBuffer()));
    // Nothing of the people of a list lies in a temporary file.
    expect(readdirSync(tmpdir())).toEqual(before);
    expect(rows.map(({ number }) => number)).toEqual([1, 4, 7]);
    expect(rows[1]?.cells).toHaveLength(200);
    expect(rows[2]?.cells.at(-1)).toBe('dernière');
  });

  test.each([
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.xls/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['an empty file', Buffer.alloc(0), /vide/],
    [
      'an OpenDocument',
      Buffer.from('PK\u0003\u0004__________________________mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      /OpenDocument/,
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 7, 9, 0, 13, 5]), /ni un classeur/],
  ])('%s is refused with what to do', async (_, bytes, sentence) => {
    await expect(read(bytes)).rejects.toThrow(sentence);
  });

  test('one that says it unpacks to gigabytes is refused before any is unpacked', async () => {
    const bytes = await xlsx((sheet) => sheet.addRow(['Nom', 'Prénom']));
    const directory = Buffer.from(bytes).lastIndexOf(Buffer.from('PK\u0001\u0002'));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, 3_000_000_000, true);
    await expect(read(bytes)).rejects.toThrow(/démesuré/);
  });

  test('one cut short is refused, not read by half', async () => {
    const bytes = await xlsx((sheet) => {
      for (let row = 0; row < 500; row += 1) {
        sheet.addRow([`NOM ${row}`, Math.sin(row)]);
      }
    });
    await expect(read(bytes.subarray(0, bytes.length - 4_000))).rejects.toThrow(/abîmé/);
    await expect(read(bytes.subarray(0, 2_000))).rejects.toThrow(/abîmé/);
  }, 5_000);
});
