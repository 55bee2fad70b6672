import type { Workbook } from 'exceljs';
import { addDays } from '../../domain/calendar/local-time.ts';
import { answerRate } from '../../domain/report/answer-rate.ts';
import type { Figures } from '../../domain/report/figures.ts';
import { addFigures } from '../../domain/report/figures.ts';
import { longDay, shortDay } from '../../domain/report/french.ts';
import { daysOfWeek, isoWeek } from '../../domain/report/report-issue.ts';
import type { WeekDay, WeekFigures, WeeklyReport } from '../../domain/report/weekly.ts';
import { dateOfDay, nothing } from './cell-values.ts';
import { type FigureRow, figureWidths, writeFigureTables } from './figure-table.ts';
import { addList } from './list-sheet.ts';
import { addNote, addSheet, firstTableRow, type SheetFrame } from './sheet.ts';
import { formats } from './workbook-style.ts';

/** Sheet « Synthèse »: a row a day, the week, the previous week and the mean of the four before. */
export function addWeek(workbook: Workbook, frame: SheetFrame, report: WeeklyReport): void {
  const sheet = addSheet(workbook, 'Synthèse', frame, figureWidths, firstTableRow + 1);
  const previous = report.earlier.find(({ week }) => week === weekBefore(report.week));
  const rows: FigureRow[] = [
    ...report.days.filter(isShown).map(dayRow),
    { label: 'Total de la semaine', figures: report.figures.total, kind: 'total' },
    ...(previous === undefined
      ? []
      : [{ label: 'Semaine précédente', figures: previous.total, kind: 'strong' as const }]),
    ...(report.earlier.length === 0
      ? []
      : [
          {
            label: `Moyenne de ${report.earlier.length} sem.`,
            figures: meanWeek(report.earlier),
            kind: 'strong' as const,
          },
        ]),
  ];
  const next = writeFigureTables(sheet, firstTableRow, {
    rowHeader: 'Jour',
    rows,
    objective: report.subject.answerRateObjective,
    across: 'days',
  });
  const notes = [
    report.earlier.length === 0
      ? 'Première semaine du service : pas de semaine précédente.'
      : `Moyenne des ${report.earlier.length} semaines précédentes qui ont eu des jours d’ouverture (quatre au plus) ; ses taux et durées sont calculés sur leurs sommes.`,
    `Appels reçus les jours fermés de la semaine, comptés dans aucun jour : ${report.closedDayCalls}.`,
  ];
  for (const [index, note] of notes.entries()) {
    addNote(sheet, next + 1 + index, figureWidths.length, note);
  }
}

/** Sheet « Par dispositif »: the week by scheme, then each day by scheme. */
export function addBySchemes(workbook: Workbook, frame: SheetFrame, report: WeeklyReport): void {
  const sheet = addSheet(workbook, 'Par dispositif', frame, figureWidths, firstTableRow + 1);
  const block = (title: string, schemes: WeekFigures['schemes'], total: Figures, prefix = ''): FigureRow[] => [
    ...schemes.map(({ label, figures }) => ({ label: `${prefix}${label}`, figures })),
    { label: title, figures: total, kind: 'total' },
  ];
  const rows = [
    ...block('Total de la semaine', report.figures.schemes, report.figures.total),
    ...report.days.flatMap(({ day, schemes, total }) => {
      const short = shortDay(day).slice(0, 5);
      return schemes === undefined ? [] : block(`Total du ${short}`, schemes, total, `${short} `);
    }),
  ];
  writeFigureTables(sheet, firstTableRow, {
    rowHeader: 'Dispositif',
    rows,
    objective: report.subject.answerRateObjective,
    across: 'schemes',
  });
}

/** Sheet « Tendance »: the answer rate over the weeks. */
export function addTrend(workbook: Workbook, frame: SheetFrame, report: WeeklyReport): void {
  const weeks = [...report.earlier, report.figures].map((week, index, all) => ({ week, before: all[index - 1] }));
  const rateOf = (figures: Figures | undefined) => (figures === undefined ? undefined : answerRate(figures));
  addList(
    workbook,
    'Tendance',
    frame,
    [
      {
        header: 'Semaine',
        width: 16,
        format: formats.text,
        value: ({ week }) => `Semaine ${Number(week.week.slice(-2))}`,
      },
      { header: 'Du', width: 13, format: formats.day, value: ({ week }) => dateOfDay(daysOfWeek(week.week)[0] ?? '') },
      { header: 'Jours ouverts', width: 10, format: formats.count, value: ({ week }) => week.openDays },
      { header: 'Appels présentés', width: 13, format: formats.count, value: ({ week }) => week.total.offered },
      {
        header: 'Taux de décroché',
        width: 13,
        format: formats.rate,
        value: ({ week }) => rateOf(week.total)?.live ?? nothing,
      },
      {
        header: 'Taux de réponse',
        width: 13,
        format: formats.rate,
        value: ({ week }) => rateOf(week.total)?.answer ?? nothing,
      },
      {
        header: 'Évolution (points)',
        width: 13,
        format: formats.points,
        value: ({ week, before }) => {
          const [now, then] = [rateOf(week.total)?.answer, rateOf(before?.total)?.answer];
          return now === undefined || then === undefined ? nothing : (now - then) * 100;
        },
      },
      ...report.figures.schemes.map(({ code, label }) => ({
        header: `Taux de réponse : ${label}`,
        width: 23,
        format: formats.rate,
        value: ({ week }: { readonly week: WeekFigures }) =>
          rateOf(week.schemes.find((scheme) => scheme.code === code)?.figures)?.answer ?? nothing,
      })),
    ],
    weeks,
    'Aucune semaine.',
  );
}

/** Sheet « Effectifs »: agents present. No staffing plan is kept yet, and the sheet says so. */
export function addStaffing(workbook: Workbook, frame: SheetFrame, report: WeeklyReport): void {
  const { sheet, next } = addList<WeekDay>(
    workbook,
    'Effectifs',
    frame,
    [
      { header: 'Jour', width: 34, format: formats.text, value: ({ day }) => longDay(day) },
      { header: 'Conseillers prévus', width: 18, format: formats.agents, value: () => nothing },
      { header: 'Présents en moyenne', width: 18, format: formats.agents, value: ({ agents }) => agents.mean },
      { header: 'Présents au plus', width: 18, format: formats.agents, value: ({ agents }) => agents.most },
      { header: 'Appels présentés', width: 18, format: formats.count, value: ({ total }) => total.offered },
    ],
    report.days.filter(({ schemes }) => schemes !== undefined),
    'Aucun jour d’ouverture cette semaine.',
  );
  addNote(
    sheet,
    next + 1,
    5,
    'Présents : conseillers connectés, pauses comprises, par demi-heure d’ouverture. Aucun planning d’effectifs n’est enregistré : la colonne « prévus » reste vide.',
  );
}

function isShown(day: WeekDay, index: number): boolean {
  return index < 5 || day.schemes !== undefined;
}

function dayRow({ day, total, schemes, closed }: WeekDay): FigureRow {
  const label = longDay(day).replace(/ \d{4}$/, '');
  return schemes === undefined
    ? { label: `${label} (${closed ?? 'Fermé'})`, figures: total, kind: 'blank' }
    : { label, figures: total };
}

function weekBefore(week: string): string {
  return isoWeek(addDays(daysOfWeek(week)[0] ?? '', -7));
}

/** Counts of a mean week; durations and the parts of rates are divided alike, so that quotients are those of the sums. */
function meanWeek(weeks: readonly WeekFigures[]): Figures {
  const sum: Record<string, number> = { ...addFigures(weeks.map(({ total }) => total)) };
  const longest = sum['longestWaitSeconds'] ?? 0;
  const mean: Record<string, number> = {};
  for (const [key, value] of Object.entries(sum)) {
    mean[key] = value / weeks.length;
  }
  return { ...addFigures([]), ...mean, longestWaitSeconds: longest };
}
