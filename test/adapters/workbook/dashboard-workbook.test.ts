import ExcelJS, { type Worksheet } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { exceljsWorkbooks } from '../../../adapters/workbook/exceljs-workbooks.ts';
import { pack } from '../../../domain/dashboard/pack.ts';
import type { IssueStamp } from '../../../domain/report/report-issue.ts';
import { dashboard as rules } from '../../../programmes/suivi/dashboard.ts';
import { dashboardOf, monday, sha256, subjectOf, tuesday } from '../../domain/dashboard/follow-up-day.ts';
import { twoDays } from '../../domain/dashboard/two-days.ts';

const stamp: IssueStamp = { number: 1, state: 'provisional', generatedAt: '2026-02-24T18:30:00.000Z' };
const books = exceljsWorkbooks();

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  return new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer);
}

/** The shown values of a line, the label first; a formula by its result. */
function line(sheet: Worksheet | undefined, label: string): unknown[] {
  const lines: unknown[][] = [];
  sheet?.eachRow((row) => {
    if (row.getCell(1).value === label) lines.push([row.values].flat());
  });
  return (lines[0] ?? []).map((value) => (value instanceof Date ? secondsOf(value) : shown(value)));
}

/** exceljs reads no result of 0, and takes durations for dates, a dash among them for none. */
function shown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('formula' in value)) return value;
  const result = 'result' in value ? value.result : 0;
  return result instanceof Date ? secondsOf(result) : result;
}

function secondsOf(date: Date): number | string {
  return Number.isNaN(date.getTime()) ? '–' : (date.getTime() - Date.UTC(1899, 11, 30)) / 1000;
}

describe('ARS-23..33: the workbook of the dashboard', () => {
  it('COMMON-27: shows the two days in exact cells, sums as formulas', async () => {
    const book = await opened(await books.dashboard(dashboardOf(monday, twoDays, rules), stamp));
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Tableau de bord',
      'Refus et abandons',
      'Troisièmes contacts',
      'Lisez-moi',
    ]);
    const sheet = book.getWorksheet('Tableau de bord');
    expect(line(sheet, 'Indicateur').slice(0, 10)).toEqual([
      'Indicateur',
      'Total',
      'J2',
      'J4',
      'J7',
      'J9',
      'Hors contact prévu',
      'Malade',
      'Cas contact',
      'Statut inconnu',
    ]);
    const six = (label: string) => line(sheet, label).slice(1, 6);
    expect(six('Personnes à appeler')).toEqual([4, 2, 0, 2, 0]);
    expect(six('Part non faite')).toEqual([0.25, 0, '–', 0.5, '–']);
    expect(six('Appels passés')).toEqual([4, 2, 0, 2, 0]);
    expect(six('Personnes jointes')).toEqual([2, 1, 0, 1, 0]);
    expect(six('Durée moyenne')).toEqual([150, 50, '–', 250, '–']);
    expect(six('Repérées par le web')).toEqual([1, 1, 0, 0, 0]);
    expect(six('Signalées par la liste')[0]).toBe(1);
    expect(six('Orientées vers la CTAI, web')).toEqual([1, 1, 0, 0, 0]);
    expect(six('Seconds appels')).toEqual([1, 0, 0, 1, 0]);
    expect(six('SMS de relance')).toEqual([1, 1, 0, 0, 0]);
    expect(six('Refus de suivi')).toEqual([1, 1, 0, 0, 0]);
    expect(six('Troisièmes contacts à faire')).toEqual([1, 0, 0, 1, 0]);
    expect(six('Part du web')).toEqual([2 / 3, 1, '–', 0, '–']);
    expect(six('Envoyés')).toEqual([5, 4, 0, 1, 0]);
    expect(six('Peut-être envoyés')).toEqual([1, 0, 0, 1, 0]);
    expect(six('Taux de réponse')).toEqual([0.4, 2 / 3, '–', 0, '–']);
    expect(six('Délai médian de réponse')[0]).toBe(1800);
    const total = sheet?.getCell('B7').value;
    expect(total).toEqual({ formula: 'SUM(C7:G7)', result: 4 });
    expect(book.getWorksheet('Lisez-moi')?.getSheetValues().flat(3)).toContain('Part du web');
    const next = await opened(await books.dashboard(dashboardOf(tuesday, twoDays, rules), stamp));
    const then = next.getWorksheet('Tableau de bord');
    expect(line(then, 'Personnes à appeler').slice(1, 6)).toEqual([2, 1, 0, 1, 0]);
    expect(line(then, 'dont seconds appels reportés').slice(1, 6)).toEqual([1, 1, 0, 0, 0]);
    expect(line(then, 'Suivis abandonnés').slice(1, 7)).toEqual([1, 0, 0, 0, 0, 1]);
  });

  it('ARS-34: lays the week beside the one before', async () => {
    const week = [dashboardOf(monday, twoDays, rules), dashboardOf(tuesday, twoDays, rules)];
    const before = [dashboardOf(tuesday, twoDays, rules)];
    const book = await opened(await books.pack(pack(subjectOf(rules), '2026-W09', week, before, sha256), stamp));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Par jour', 'Par département', 'Par type', 'Lisez-moi']);
    const days = book.getWorksheet('Par jour');
    expect(line(days, 'Indicateur').slice(1)).toEqual([
      'Total',
      'Semaine précédente',
      'Évolution',
      'lun. 23/02',
      'mar. 24/02',
    ]);
    expect(line(days, 'Personnes à appeler').slice(1)).toEqual([6, 2, 2, 4, 2]);
    expect(line(days, 'Part non faite').slice(1)).toEqual([1 / 6, 0, (1 / 6) * 100, 0.25, 0]);
    expect(line(days, 'Refus de suivi').slice(1)).toEqual([1, 0, '–', 1, 0]);
    expect(line(book.getWorksheet('Par département'), 'Appels passés').slice(1, 5)).toEqual([0, '–', 1, 0]);
  });
});
