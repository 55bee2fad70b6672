import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { alertWorkbook } from '../../../adapters/workbook/alert-workbook.ts';
import { type AlertStatistics, noCounts } from '../../../domain/alert-statistics/statistics-tables.ts';

const funding = "Ce projet est cofinancé par l'Union Européenne avec le FEDER";
const stamp = { at: '2026-12-01T09:00:00.000Z', timeZone: 'Europe/Paris', funding, emblem: 'Douze étoiles' };
const statistics: AlertStatistics = {
  ...{ title: '=HYPERLINK("x")', from: '2026-11', to: '2026-12', alerts: 2, reasoned: 1 },
  members: {
    ...{ members: 12, reachable: 8, landlines: 1, withoutNumber: 1, bands: new Map(), groups: new Map() },
    consents: { given: 9, withdrawn: 2, none: 1 },
  },
  total: { ...noCounts, sent: 5 },
  tables: [
    {
      ...{ name: 'Par mois', of: 'Mois', isPartition: true },
      rows: [
        { label: 'novembre 2026', counts: { ...noCounts, sent: 3, delivered: 2 } },
        { label: 'décembre 2026', counts: { ...noCounts, sent: 2, stops: 1 } },
      ],
    },
    { name: 'Par groupe', of: 'Groupe', isPartition: false, rows: [{ label: '=1+1', members: 4, counts: noCounts }] },
  ],
};

async function read(bytes: Uint8Array) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

describe('the workbook of a centre', () => {
  it('ALERTES-08, COMMON-27: typed numbers, totals that add up, definitions, and the same bytes for the same figures', async () => {
    const bytes = await alertWorkbook(statistics, stamp);
    expect(Buffer.from(await alertWorkbook(statistics, stamp)).equals(Buffer.from(bytes))).toBe(true);
    const workbook = await read(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Synthèse', 'Par mois', 'Par groupe', 'Lisez-moi']);
    const months = workbook.getWorksheet('Par mois');
    expect(months?.getCell('B5').value).toBe(3);
    expect(months?.getCell('B7').value).toEqual({ formula: 'SUM(B5:B6)', result: 5 });
    expect(months?.getCell('G7').value).toEqual({ formula: 'SUM(G5:G6)', result: 1 });
    expect(months?.views[0]).toMatchObject({ state: 'frozen' });
  });

  it('ALERTES-35, COMMON-28: the sentence on every sheet and the emblem with words; a name that looks like a formula stays a text', async () => {
    const workbook = await read(await alertWorkbook(statistics, stamp));
    for (const sheet of workbook.worksheets) {
      expect(String(sheet.getCell('A2').value)).toContain(funding);
    }
    const readMe = workbook.getWorksheet('Lisez-moi');
    expect(readMe?.getImages()).toHaveLength(1);
    expect(JSON.stringify(readMe?.getSheetValues())).toContain('Douze étoiles');
    expect(workbook.getWorksheet('Par groupe')?.getCell('A5').type).toBe(exceljs.ValueType.String);
  });
});
