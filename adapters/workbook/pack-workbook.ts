import type { Workbook } from 'exceljs';
import { dashboardDefinitions } from '../../domain/dashboard/dashboard-definitions.ts';
import type { DashboardFigures } from '../../domain/dashboard/dashboard-figures.ts';
import type { Pack, PackRow } from '../../domain/dashboard/pack.ts';
import { longDay, shortDay } from '../../domain/report/french.ts';
import type { IssueStamp } from '../../domain/report/report-issue.ts';
import { nothing } from './cell-values.ts';
import { type IndicatorRow, indicatorBlocks } from './indicator-rows.ts';
import { addIndicators, type IndicatorColumn } from './indicator-sheet.ts';
import { factsOf, frameOf } from './read-me-facts.ts';
import { addReadMe } from './read-me-sheet.ts';
import { formats } from './workbook-style.ts';

/** The workbook of the weekly meeting (ARS-34). */
export function fillPack(workbook: Workbook, pack: Pack, stamp: IssueStamp): void {
  const { subject, days, total, before, week } = pack;
  const period = `semaine ${Number(week.slice(-2))} de ${week.slice(0, 4)}`;
  const frame = frameOf(subject, 'hebdomadaire de suivi', period, stamp);
  workbook.title = `${subject.title} : point hebdomadaire, ${period}`;
  const blocks = indicatorBlocks(subject.rules.indicators);
  addIndicators(workbook, 'Par jour', frame, blocks, [
    {
      name: 'Semaine',
      columns: [
        { label: 'Total', width: 12, figures: total, sumOf: 'Jours' },
        { label: 'Semaine précédente', width: 12, figures: before },
        change(total, before),
      ],
    },
    {
      name: 'Jours',
      columns: days.map(({ day, figures }) => ({ label: dayLabel(day), width: 12, figures })),
    },
  ]);
  for (const [name, rows] of [
    ['Par département', pack.departements],
    ['Par type', pack.types],
  ] as const) {
    addIndicators(
      workbook,
      name,
      frame,
      blocks,
      rows.map(({ label, figures, before: earlier }) => ({ name: label, columns: compared(figures, earlier) })),
    );
  }
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  addReadMe(
    workbook,
    frame,
    [
      ...factsOf(
        subject,
        stamp,
        pack.source,
        `Du ${longDay(first)} au ${longDay(last)}, comparés aux mêmes jours de la semaine précédente.`,
        'La version définitive est établie quand plus aucun accusé de SMS ni réponse par le web ne peut arriver.',
      ),
      {
        term: 'Évolution',
        text: 'Nombres, durées et délais : écart en pour cent de la semaine précédente. Taux : écart en points.',
      },
      { term: 'Données personnelles', text: 'Aucune.' },
    ],
    dashboardDefinitions(subject.rules),
  );
}

const weekdays = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'];

/** « lun. 23/02 ». */
function dayLabel(day: string): string {
  return `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${shortDay(day).slice(0, 5)}`;
}

const compared = (figures: DashboardFigures, before: DashboardFigures): readonly IndicatorColumn[] => [
  { label: 'Semaine', width: 9.5, figures },
  change(figures, before),
];

/** Week on week: per cent of the week before, or points of a rate. */
function change(figures: PackRow['figures'], before: PackRow['before']): IndicatorColumn {
  return {
    label: 'Évolution',
    width: 10.5,
    figures: (row: IndicatorRow) => {
      const [now, then] = [row.value(figures), row.value(before)];
      if (typeof now !== 'number' || typeof then !== 'number') {
        return { value: nothing, format: formats.text };
      }
      if (row.format === formats.rate) {
        return { value: (now - then) * 100, format: formats.points };
      }
      return then === 0 ? { value: nothing, format: formats.text } : { value: now / then - 1, format: formats.change };
    },
  };
}
