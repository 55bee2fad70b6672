import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { exceljsWorkbooks } from '../../../adapters/workbook/exceljs-workbooks.ts';
import { cycleFacts } from '../../../domain/cycle-report/cycle-facts.ts';
import { cycleReport } from '../../../domain/cycle-report/cycle-report.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import {
  activated,
  attempt,
  closed,
  cycle,
  loaded,
  paris,
  referral,
  sha256,
  status,
  subject,
} from '../../domain/cycle-report/cycle-fixture.ts';

const stamp = { number: 2, state: 'definitive', generatedAt: paris(8, '09:30') } as const;
const entries: readonly JournalEntry[] = [
  activated,
  loaded('anna'),
  attempt('anna', 1, paris(6, '09:03'), 'complete', { agent: 'agent.un' }),
  closed('anna', paris(6, '09:04'), 'useful'),
  loaded('=berthe()', { sector: '=75002' }),
  attempt('=berthe()', 1, paris(6, '09:05'), 'no-answer'),
  attempt('=berthe()', 2, paris(6, '12:30'), 'wrong-number', { agent: 'agent.un' }),
  closed('=berthe()', paris(6, '12:31'), 'unreachable'),
  status('agent.un', paris(6, '09:00'), 'ROUTABLE'),
  referral(paris(6, '09:05'), { type: 'created', causeId: 'c1' }),
];

async function write(
  journal: readonly JournalEntry[],
): Promise<{ readonly bytes: Uint8Array; readonly book: ExcelJS.Workbook }> {
  const facts = cycleFacts(journal, cycle);
  if (facts === undefined) {
    throw new Error('the fixture has no cycle');
  }
  const bytes = await exceljsWorkbooks().cycle(cycleReport(subject, facts, stamp.generatedAt, sha256), stamp);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return { bytes, book };
}

const { bytes, book } = await write(entries);

function valueBeside(sheet: string, label: string): ExcelJS.CellValue {
  let found: ExcelJS.CellValue;
  book.getWorksheet(sheet)?.eachRow((row) => {
    if (row.getCell(1).text === label) {
      found = row.getCell(2).value;
    }
  });
  return found;
}

describe('REFLEX-32, COMMON-27: workbook of a cycle', () => {
  test('its sheets, and its figures as typed cells', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Synthèse',
      'Par arrondissement',
      'Par âge',
      'Tentatives',
      'Par demi-heure',
      'Signalements',
      'Non joints',
      'Rappels promis',
      'Corrections du fichier',
      'Lisez-moi',
    ]);
    expect(valueBeside('Synthèse', 'Contacts utiles')).toBe(1);
    expect(valueBeside('Synthèse', 'Taux de contacts utiles')).toBe(0.5);
    expect(valueBeside('Synthèse', 'Premier appel')).toEqual(new Date('2026-07-06T09:03:00Z'));
    expect(valueBeside('Par arrondissement', 'Total')).toMatchObject({ result: 2 });
  });

  test('COMMON-28: no text of the register becomes a formula', () => {
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.formula ?? 'SUM', `${sheet.name} ${cell.address}`).toMatch(/^(SUM|IF)/);
        }),
      );
    }
    expect(valueBeside('Par arrondissement', '=75002')).toBe(1);
  });

  test('COMMON-30: same journal, same bytes', async () => {
    expect((await write([...entries].reverse())).bytes).toEqual(bytes);
  });

  test('a cycle that has just begun says what there is not yet', async () => {
    const { book: empty } = await write([activated]);
    expect(empty.getWorksheet('Tentatives')?.getCell('A5').text).toBe('Aucune tentative pour le moment.');
    expect(empty.getWorksheet('Non joints')?.getCell('A5').text).toBe('Personne n’est resté non joint.');
  });
});
