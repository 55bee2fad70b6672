import type { Workbook } from 'exceljs';
import { dispositions, isDisposition } from '../../domain/attempt/dispositions.ts';
import type { CycleFigures } from '../../domain/cycle-report/cycle-figures.ts';
import type { RankFigures } from '../../domain/cycle-report/rank-figures.ts';
import { nothing, userText } from './cell-values.ts';
import { addList, type ListColumn } from './list-sheet.ts';
import type { SheetFrame } from './sheet.ts';
import { bodyCell, formats, left, right } from './workbook-style.ts';

interface Row {
  readonly name: string;
  readonly figures: CycleFigures;
}

const counts: readonly (readonly [header: string, value: (figures: CycleFigures) => number])[] = [
  ['Inscrites', ({ people }) => people],
  ['Appelables', ({ callable }) => callable],
  ['Tentatives', ({ attempts }) => attempts],
  ['Décrochées', ({ answered }) => answered],
  ['Contacts utiles', ({ useful }) => useful],
  ['Partiels', ({ partial }) => partial],
  ['Refus', ({ refused }) => refused],
  ['Non joints', ({ unreachable }) => unreachable],
  ['Autres fins', ({ otherwise }) => Object.values(otherwise).reduce((sum, value) => sum + value, 0)],
  ['En cours', ({ open }) => open],
];

/** A sheet of counts by something people have in common, with its total as formulas. */
export function addBreakdown(
  workbook: Workbook,
  name: string,
  header: string,
  frame: SheetFrame,
  rows: readonly Row[],
): void {
  const columns: readonly ListColumn<Row>[] = [
    { header, width: 22, format: formats.text, value: (row) => userText(row.name) },
    ...counts.map(([title, value]) => ({
      header: title,
      width: 13,
      format: formats.count,
      value: (row: Row) => value(row.figures),
    })),
    {
      header: 'Taux utile',
      width: 13,
      format: formats.rate,
      value: ({ figures }) => (figures.people === 0 ? nothing : figures.useful / figures.people),
    },
  ];
  const { sheet, next } = addList(workbook, name, frame, columns, rows, 'Personne dans ce cycle.');
  if (rows.length === 0) {
    return;
  }
  const first = next - rows.length;
  sheet.getCell(next, 1).value = 'Total';
  bodyCell(sheet.getCell(next, 1), formats.text, left, true);
  for (const [index, [, value]] of counts.entries()) {
    const letter = String.fromCharCode(66 + index);
    const result = rows.reduce((sum, { figures }) => sum + value(figures), 0);
    sheet.getCell(next, 2 + index).value = { formula: `SUM(${letter}${first}:${letter}${next - 1})`, result };
    bodyCell(sheet.getCell(next, 2 + index), formats.count, right, true);
  }
  const people = rows.reduce((sum, { figures }) => sum + figures.people, 0);
  const useful = rows.reduce((sum, { figures }) => sum + figures.useful, 0);
  const rate = sheet.getCell(next, 2 + counts.length);
  rate.value = {
    formula: `IF(B${next}=0,"${nothing}",F${next}/B${next})`,
    result: people === 0 ? nothing : useful / people,
  };
  bodyCell(rate, formats.rate, right, true);
}

/** Sheet « Tentatives »: what came of the first, second… dials. */
export function addRanks(workbook: Workbook, frame: SheetFrame, ranks: readonly RankFigures[]): void {
  const met = Object.keys(dispositions).filter((code) => ranks.some((rank) => (rank.dispositions[code] ?? 0) > 0));
  addList<RankFigures>(
    workbook,
    'Tentatives',
    frame,
    [
      { header: 'Appel n°', width: 12, format: formats.count, value: ({ rank }) => rank },
      { header: 'Tentatives', width: 13, format: formats.count, value: ({ attempts }) => attempts },
      { header: 'Décrochées', width: 13, format: formats.count, value: ({ answered }) => answered },
      { header: 'Contacts utiles', width: 13, format: formats.count, value: ({ useful }) => useful },
      ...met.map((code) => ({
        header: isDisposition(code) ? dispositions[code].label : code,
        width: 14,
        format: formats.count,
        value: (rank: RankFigures) => rank.dispositions[code] ?? 0,
      })),
    ],
    ranks,
    'Aucune tentative pour le moment.',
  );
}
