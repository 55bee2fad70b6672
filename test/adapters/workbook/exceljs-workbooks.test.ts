import ExcelJS, { type Cell, type Worksheet } from 'exceljs';
import { describe, expect, test } from 'vitest';
import { exceljsWorkbooks } from '../../../adapters/workbook/exceljs-workbooks.ts';
import { isOpenDay } from '../../../domain/calendar/opening.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { daily } from '../../../domain/report/daily.ts';
import { answerRateDefinition } from '../../../domain/report/definitions.ts';
import { typeset } from '../../../domain/report/french.ts';
import { weekly, weeklySpan } from '../../../domain/report/weekly.ts';
import {
  at,
  callback,
  created,
  friday,
  inbound,
  question,
  reached,
  sha256,
  status,
  subject,
  talk,
  unqueued,
  wrapUp,
} from '../../domain/report/journal-fixture.ts';

const workbooks = exceljsWorkbooks();
const stamp = { number: 1, state: 'provisional', generatedAt: at('16:30:00') } as const;

const entries: readonly JournalEntry[] = [
  inbound('a', { ...talk(), scheme: 'AIDE_MEDICALE' }),
  inbound('b', {
    ...talk('linda', 300, 0, 60),
    scheme: 'BOURSES',
    queue: { name: 'q', enqueuedAt: at('09:00:00'), seconds: 30 },
  }),
  inbound('c'),
  created('kc', 'c'),
  reached('kc'),
  inbound('d', { scheme: 'MINIMUM_VIEILLESSE' }),
  created('kd', 'd', { scheme: 'MINIMUM_VIEILLESSE' }),
  callback('kd', { type: 'closed', resolution: 'not-reached' }, { scheme: 'MINIMUM_VIEILLESSE' }),
  unqueued('e', { opening: 'closed', scheme: 'NON_QUALIFIE' }),
  wrapUp('a', 'RENDEZ_VOUS', { scheme: 'AIDE_MEDICALE' }),
  status('malia', at('07:00:00'), 'Disponible'),
  question('q1', 'opened', at('15:00:00'), { text: '=HYPERLINK("http://exemple.nc","cliquez")\u0000' }),
];

async function read(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

const report = daily(subject, friday, entries, stamp.generatedAt, sha256);
const written = await workbooks.daily(report, stamp);
const book = await read(written);

function sheetOf(name: string, from = book): Worksheet {
  const sheet = from.getWorksheet(name);
  if (sheet === undefined) {
    throw new Error(`no sheet "${name}"`);
  }
  return sheet;
}

/** Row that starts with this label, below the header row. */
function rowOf(sheet: Worksheet, label: string, after = 4): number {
  for (let row = after + 1; row <= sheet.rowCount; row += 1) {
    if (sheet.getCell(row, 1).value === label) {
      return row;
    }
  }
  throw new Error(`no row "${label}" in ${sheet.name}`);
}

function columnOf(sheet: Worksheet, header: string, row: number): number {
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    if (sheet.getCell(row, column).value === typeset(header)) {
      return column;
    }
  }
  throw new Error(`no column "${header}" in ${sheet.name}`);
}

/** Value of a cell, or the cached result of its formula. */
const resultOf = (cell: Cell) => (cell.formula === undefined ? cell.value : cell.result);
/** exceljs reads any cell with a time format as a date: back to seconds since its epoch, 30 December 1899. */
const secondsOf = (cell: Cell) => {
  const value = resultOf(cell);
  return value instanceof Date ? (value.getTime() - Date.UTC(1899, 11, 30)) / 1000 : value;
};
const summary = (row: string, header: string) => {
  const sheet = sheetOf('Synthèse');
  return sheet.getCell(rowOf(sheet, row), columnOf(sheet, header, 5));
};

describe('SAMPS-35, SAMPS-38: the daily workbook of requirements §6.1', () => {
  test('seven sheets, in order', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Synthèse',
      'Par demi-heure',
      'Motifs',
      'Démarchage',
      'Questions en attente',
      'Rendez-vous',
      'Lisez-moi',
    ]);
  });

  test('Synthèse has the columns and rows of §6.1', () => {
    const sheet = sheetOf('Synthèse');
    const headers = sheet.getRow(5).values;
    expect(Array.isArray(headers) ? headers.slice(1) : headers).toEqual(
      [
        'Dispositif',
        'Appels reçus',
        'dont hors horaires',
        'Appels présentés',
        'Décrochés',
        'Abandonnés',
        'Rappels créés',
        'Rappelés joints',
        'Rappelés non joints',
        'Rappels restant à faire',
        'Taux de décroché',
        'Taux de réponse',
        'Non répondus %',
        'Attente moyenne',
        'Attente max',
        'DMT',
        'Appels émis (démarchage)',
        'Joints',
        'Non joints',
        'RDV pris',
        'Questions en attente (fin de jour)',
      ].map(typeset),
    );
    expect([6, 7, 8, 9, 10].map((row) => sheet.getCell(row, 1).value)).toEqual([
      'Aide médicale',
      'Minimum vieillesse',
      'Bourses',
      'Non qualifié',
      'Total',
    ]);
  });

  test('totals are formulas over the rows, whose cached results are the figures of the journal', () => {
    const total = summary('Total', 'Appels reçus');
    expect(total.formula).toBe('SUM(B6:B9)');
    expect(total.result).toBe(5);
    expect(resultOf(summary('Total', 'Taux de réponse'))).toBeCloseTo(0.75, 12);
    expect(resultOf(summary('Total', 'Taux de décroché'))).toBeCloseTo(0.5, 12);
    expect(resultOf(summary('Total', 'Non répondus %'))).toBeCloseTo(0.25, 12);
    expect(secondsOf(summary('Total', 'Attente moyenne'))).toBe(45);
    expect(secondsOf(summary('Total', 'Attente max'))).toBe(60);
    expect(secondsOf(summary('Total', 'DMT'))).toBe(310);
    expect(resultOf(summary('Non qualifié', 'Taux de réponse'))).toBe('–');
    expect(resultOf(summary('Total', 'Joints'))).toBe(0);
  });

  test('Par demi-heure: 17 rows and a total', () => {
    const sheet = sheetOf('Par demi-heure');
    const header = sheet.getRow(4).values;
    expect(Array.isArray(header) ? header.slice(2, 7) : header).toEqual([
      'Appels présentés',
      'Décrochés',
      'Abandonnés',
      'Conseillers connectés',
      'Attente moyenne',
    ]);
    expect(sheet.getCell(5, 1).value).toBe('07:30 – 08:00');
    expect(sheet.getCell(21, 1).value).toBe('15:30 – 16:00');
    expect(sheet.getCell(22, 1).value).toBe('Total');
    expect(sheet.getCell(22, 2)).toMatchObject({ formula: 'SUM(B5:B21)', result: 4 });
    expect(sheet.getCell(5, 5).value).toBe(1);
  });

  test('Motifs: every motive by scheme; Démarchage and Rendez-vous say that they are empty', () => {
    const motives = sheetOf('Motifs');
    const row = rowOf(motives, 'Demande de rendez-vous');
    expect(motives.getCell(row, 2).value).toBe(1);
    expect(resultOf(motives.getCell(rowOf(motives, 'Total'), 6))).toBe(2);
    expect(sheetOf('Démarchage').getCell('A5').value).toBe('Aucune campagne de démarchage ce jour.');
    expect(sheetOf('Rendez-vous').getCell('A5').value).toMatch(/^Aucun rendez-vous/);
  });
});

describe('COMMON-27: a real workbook', () => {
  test('numbers, rates, durations and dates are typed and formatted', () => {
    expect(summary('Bourses', 'Appels reçus')).toMatchObject({ value: 2, numFmt: '#,##0' });
    expect(summary('Bourses', 'Taux de réponse').numFmt).toBe('0.00\u00a0%');
    expect(summary('Bourses', 'Attente moyenne').numFmt).toBe('[mm]:ss');
    const opened = sheetOf('Questions en attente').getCell('B5');
    expect(opened.value).toEqual(new Date('2025-07-04T15:00:00.000Z'));
    expect(opened.numFmt).toContain('dd/mm/yyyy');
    const age = sheetOf('Questions en attente').getCell('E5');
    expect([secondsOf(age), age.numFmt]).toEqual([3600, '[h]:mm']);
  });

  test('headers stay visible, pages are A4 landscape, one page wide, titles repeated', () => {
    for (const sheet of book.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen' });
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      });
      expect(sheet.pageSetup.printTitlesRow).toMatch(/^1:/);
      expect(sheet.headerFooter.oddFooter).toContain('&P / &N');
    }
  });

  test('Lisez-moi: definitions, period, version and time in Nouméa, source count and hash', () => {
    const texts: string[] = [];
    sheetOf('Lisez-moi').eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value))));
    const all = texts.join('\n');
    expect(all).toContain('vendredi 4 juillet 2025');
    expect(all).toContain('Provisoire, édition n° 1');
    expect(all).toContain('04/07/2025 à 16:30 (heure de Nouméa)');
    expect(all).toContain(`${report.source.entries} faits du journal`);
    expect(all).toContain(report.source.hash);
    expect(all).toContain(typeset(answerRateDefinition));
  });

  test('SAMPS-05: the definition is printed under the rate, the verdict above', () => {
    const texts: string[] = [];
    sheetOf('Synthèse').eachRow((row) => texts.push(String(row.getCell(1).value)));
    expect(texts).toContain(typeset(answerRateDefinition));
    expect(texts[2]).toContain('non atteint');
  });

  test('a day without calls is a workbook of zeros without rates', async () => {
    const sheet = sheetOf(
      'Synthèse',
      await read(await workbooks.daily(daily(subject, friday, [], stamp.generatedAt, sha256), stamp)),
    );
    expect(resultOf(sheet.getCell('B10'))).toBe(0);
    expect(resultOf(sheet.getCell('L10'))).toBe('–');
    expect(sheet.getCell('A3').value).toContain('Aucun appel présenté');
  });
});

describe('COMMON-28: formula injection', () => {
  test('a question that starts a formula is text, in a text cell, without what XML refuses', () => {
    const cell = sheetOf('Questions en attente').getCell('D5');
    expect(cell).toMatchObject({ type: ExcelJS.ValueType.String, numFmt: '@' });
    expect(cell.value).toBe('=HYPERLINK("http://exemple.nc","cliquez")');
  });
});

describe('COMMON-30: reproducible', () => {
  test('same journal and stamp: same bytes; another stamp changes only what tells it', async () => {
    const again = daily(subject, friday, [...entries].reverse(), stamp.generatedAt, sha256);
    expect(Buffer.compare(await workbooks.daily(again, stamp), written)).toBe(0);
    const later = await read(
      await workbooks.daily(report, { number: 2, state: 'definitive', generatedAt: at('16:30:00', '2025-07-07') }),
    );
    const differing = book.worksheets.flatMap((sheet) => {
      const cells: string[] = [];
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const other = sheetOf(sheet.name, later).getCell(cell.address);
          if (JSON.stringify(other.model) !== JSON.stringify(cell.model)) {
            cells.push(`${sheet.name}!${cell.address}`);
          }
        }),
      );
      return cells;
    });
    const stamps = /!(A2|B2|C2)$|^Lisez-moi!B[78]$/;
    expect(differing.filter((cell) => !stamps.test(cell))).toEqual([]);
    expect(differing).toContain('Synthèse!A2');
  });
});

describe('SAMPS-36: the weekly workbook of requirements §6.2', () => {
  const at7 = (day: string) => at('07:00:00', day);
  const oneADay = (day: string): JournalEntry[] => [
    inbound(`${day}a`, { ...talk(), day, initiatedAt: at('09:00:00', day) }),
    inbound(`${day}b`, { day, initiatedAt: at('10:00:00', day) }),
    question(`${day}q`, 'opened', at('15:00:00', day), { day }),
  ];
  const span = (week: string) => weeklySpan(week).filter((day) => isOpenDay(subject.calendar, day));
  const dailies = (week: string) =>
    span(week).map((day) => daily(subject, day, span(week).flatMap(oneADay), stamp.generatedAt, sha256));

  test('days, week = sum of its five dailies, previous week, mean of four', async () => {
    const model = weekly(subject, '2025-W27', dailies('2025-W27'), at7('2025-07-07'), sha256);
    expect(model.figures.total).toMatchObject({ received: 10, offered: 10, answered: 5 });
    expect(model.provisionalDays).toEqual([friday]);
    const week = await read(await workbooks.weekly(model, { ...stamp, generatedAt: at7('2025-07-07') }));
    expect(week.worksheets.map(({ name }) => name)).toEqual([
      'Synthèse',
      'Par dispositif',
      'Tendance',
      'Motifs',
      'Effectifs',
      'Lisez-moi',
    ]);
    const sheet = sheetOf('Synthèse', week);
    const total = rowOf(sheet, 'Total de la semaine', 5);
    expect(sheet.getCell(total, 2)).toMatchObject({ formula: 'SUM(B6:B10)', result: 10 });
    expect(resultOf(sheet.getCell(rowOf(sheet, 'Semaine précédente', 5), 2))).toBe(10);
    // Week 24 has 9 June, Whit Monday: 3 weeks of 10 calls and one of 8.
    expect(resultOf(sheet.getCell(rowOf(sheet, 'Moyenne de 4 sem.', 5), 2))).toBe(9.5);
    // A stock: the last day's, 24 questions opened over five weeks.
    expect(resultOf(sheet.getCell(total, 21))).toBe(24);
    const trend = sheetOf('Tendance', week);
    expect([5, 6, 7, 8, 9].map((row) => trend.getCell(row, 1).value)).toEqual(
      [23, 24, 25, 26, 27].map((number) => `Semaine ${number}`),
    );
    expect(trend.getCell(9, 6).value).toBeCloseTo(0.5, 12);
    expect(trend.getCell(9, 7).value).toBeCloseTo(0, 12);
  });

  test('a holiday is named and counts nothing; the first week has no week before', async () => {
    const model = weekly(subject, '2025-W10', dailies('2025-W10'), at7('2025-03-10'), sha256);
    expect(model.earlier).toEqual([]);
    const may = weekly(subject, '2025-W18', dailies('2025-W18'), at7('2025-05-05'), sha256);
    expect(may.days[3]).toMatchObject({ day: '2025-05-01', closed: 'Fête du Travail' });
    expect(may.figures).toMatchObject({ openDays: 4 });
    const sheet = sheetOf('Synthèse', await read(await workbooks.weekly(may, stamp)));
    expect(sheet.getCell('B9').value).toBe('–');
    expect(sheet.getCell('A9').value).toBe('jeudi 1er mai (Fête du Travail)');
  });

  test('calls of a closed day are in no day of the week, and said', () => {
    const saturday = daily(
      subject,
      '2025-07-05',
      [unqueued('s', { day: '2025-07-05', opening: 'closed' })],
      stamp.generatedAt,
      sha256,
    );
    const model = weekly(subject, '2025-W27', [...dailies('2025-W27'), saturday], at7('2025-07-07'), sha256);
    expect(model.closedDayCalls).toBe(1);
    expect(model.figures.total.received).toBe(10);
  });
});
