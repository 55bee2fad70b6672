import type { Workbook, Worksheet } from 'exceljs';
import { answerRate } from '../../domain/report/answer-rate.ts';
import type { DailyReport } from '../../domain/report/daily.ts';
import { answerRateDefinition } from '../../domain/report/definitions.ts';
import { mean } from '../../domain/report/figures.ts';
import { typeset } from '../../domain/report/french.ts';
import { duration } from './cell-values.ts';
import { type FigureRow, figureWidths, writeFigureTables } from './figure-table.ts';
import { addNote, addSheet, firstTableRow, type SheetFrame } from './sheet.ts';
import { bodyCell, fonts, formats, headerRow, left, lineHeight, right } from './workbook-style.ts';

/** Sheet « Synthèse »: the twenty columns by scheme, what completes them, the objective and its definition. */
export function addSummary(workbook: Workbook, frame: SheetFrame, report: DailyReport): void {
  const sheet = addSheet(workbook, 'Synthèse', frame, figureWidths, firstTableRow + 1);
  const rows: FigureRow[] = [
    ...report.schemes.map(({ label, figures }) => ({ label, figures })),
    { label: 'Total', figures: report.total, kind: 'total' },
  ];
  const objective = report.subject.answerRateObjective;
  writeVerdict(sheet, report);
  const next = writeFigureTables(sheet, firstTableRow, { rowHeader: 'Dispositif', rows, objective, across: 'schemes' });
  const columns = figureWidths.length;
  addNote(sheet, next + 1, columns, answerRateDefinition);
}

/** Between the title and the table: the one sentence a head of service looks for. */
function writeVerdict(sheet: Worksheet, report: DailyReport): void {
  const objective = report.subject.answerRateObjective;
  const verdict = sheet.getCell(firstTableRow - 1, 1);
  verdict.alignment = { vertical: 'middle' };
  sheet.getRow(firstTableRow - 1).height = 24;
  const rate = answerRate(report.total);
  const percent = `${Math.round(objective * 100)} %`;
  if (rate === undefined) {
    verdict.value = typeset(`Aucun appel présenté ce jour : pas de taux de réponse (objectif : au moins ${percent}).`);
    verdict.font = fonts.strong;
  } else {
    const met = rate.answer >= objective;
    verdict.value = typeset(
      `Objectif de taux de réponse (au moins ${percent}) ${met ? 'atteint' : 'non atteint'} pour l’ensemble des dispositifs.`,
    );
    verdict.font = met ? fonts.good : fonts.bad;
  }
}

/** Sheet « Par demi-heure »: arrivals over the opening, and by scheme. */
export function addHalfHours(workbook: Workbook, frame: SheetFrame, report: DailyReport): void {
  const schemes = report.schemes;
  const widths = [20, 14, 14, 14, 16, 16, ...schemes.map(() => 17)];
  const sheet = addSheet(workbook, 'Par demi-heure', frame, widths, firstTableRow);
  const header = sheet.getRow(firstTableRow);
  header.values = [
    'Demi-heure',
    'Appels présentés',
    'Décrochés',
    'Abandonnés',
    'Conseillers connectés',
    'Attente moyenne',
    ...schemes.map(({ label }) => typeset(`Présentés : ${label}`)),
  ];
  headerRow(header, 1, widths.length, 34);
  const first = firstTableRow + 1;
  for (const [index, span] of report.halfHours.entries()) {
    const row = first + index;
    const values = [
      `${span.from} – ${span.to}`,
      span.offered,
      span.answered,
      span.abandoned,
      span.agents,
      duration(mean(span.waitSeconds, span.answered)),
      ...schemes.map(({ code }) => span.byScheme[code] ?? 0),
    ];
    for (const [offset, value] of values.entries()) {
      const cell = sheet.getCell(row, offset + 1);
      cell.value = value;
      sheet.getRow(row).height = lineHeight;
      bodyCell(cell, halfHourFormat(offset), offset === 0 ? left : right);
    }
  }
  const total = first + report.halfHours.length;
  const sums = report.halfHours;
  const agents = sums.length === 0 ? 0 : sums.reduce((sum, span) => sum + span.agents, 0) / sums.length;
  const results = [
    'Total',
    report.total.offered,
    report.total.answered,
    report.total.abandoned,
    agents,
    duration(mean(report.total.waitSeconds, report.total.answered)),
    ...schemes.map(({ figures }) => figures.offered),
  ];
  for (const [offset, result] of results.entries()) {
    const cell = sheet.getCell(total, offset + 1);
    const letter = String.fromCharCode('A'.charCodeAt(0) + offset);
    const range = `${letter}${first}:${letter}${total - 1}`;
    const summed = offset > 0 && offset !== 4 && offset !== 5 && sums.length > 0;
    cell.value = summed ? { formula: `SUM(${range})`, result } : result;
    bodyCell(cell, halfHourFormat(offset), offset === 0 ? left : right, true);
  }
  addNote(
    sheet,
    total + 2,
    widths.length,
    sums.length === 0
      ? 'Jour fermé : aucune demi-heure d’ouverture.'
      : 'Chaque appel est compté dans la demi-heure de son arrivée. Total des conseillers connectés : moyenne de l’ouverture.',
  );
}

function halfHourFormat(offset: number): string {
  return (
    [formats.text, formats.count, formats.count, formats.count, formats.agents, formats.minutes][offset] ??
    formats.count
  );
}
