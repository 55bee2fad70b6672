import type { Workbook } from 'exceljs';
import type { Dashboard, DashboardRow, MotiveRow } from '../../domain/dashboard/dashboard.ts';
import { dashboardDefinitions } from '../../domain/dashboard/dashboard-definitions.ts';
import { longDay } from '../../domain/report/french.ts';
import type { IssueStamp } from '../../domain/report/report-issue.ts';
import { localMoment, userText } from './cell-values.ts';
import { indicatorBlocks } from './indicator-rows.ts';
import { addIndicators, type IndicatorGroup } from './indicator-sheet.ts';
import { addList } from './list-sheet.ts';
import { factsOf, frameOf } from './read-me-facts.ts';
import { addReadMe } from './read-me-sheet.ts';
import { formats } from './workbook-style.ts';

/** The dashboard of a day of follow-up (requirements §6.5). */
export function fillDashboard(workbook: Workbook, board: Dashboard, stamp: IssueStamp): void {
  const { subject, day } = board;
  const { timeZone } = subject.calendar;
  const frame = frameOf(subject, 'de suivi', longDay(day), stamp);
  workbook.title = `${subject.title} : tableau de bord du ${longDay(day)}`;
  addIndicators(workbook, 'Tableau de bord', frame, indicatorBlocks(subject.rules.indicators), groupsOf(board));
  const motives: readonly (MotiveRow & { readonly what: string })[] = [
    ...board.refusals.map((row) => ({ ...row, what: 'Refus' })),
    ...board.abandons.map((row) => ({ ...row, what: 'Abandon' })),
  ];
  addList(
    workbook,
    'Refus et abandons',
    frame,
    [
      { header: 'Fin', width: 16, format: formats.text, value: ({ what }) => what },
      { header: 'Motif', width: 46, format: formats.text, value: ({ label }) => userText(label) },
      { header: 'Personnes', width: 14, format: formats.count, value: ({ count }) => count },
    ],
    motives,
    'Aucun motif n’est défini.',
  );
  const names = new Map(subject.territories.map(({ code, label }) => [code, `${code} – ${label}`]));
  addList(
    workbook,
    'Troisièmes contacts',
    frame,
    [
      { header: 'Personne', width: 40, format: formats.text, value: ({ recipientId }) => recipientId },
      {
        header: 'Département',
        width: 30,
        format: formats.text,
        value: ({ departement }) => names.get(departement) ?? 'Hors région',
      },
      { header: 'Dit le', width: 20, format: formats.moment, value: ({ since }) => localMoment(timeZone, since) },
    ],
    board.notTested,
    'Personne n’a dit ce jour-là ne pas avoir fait le test.',
  );
  addReadMe(
    workbook,
    frame,
    [
      ...factsOf(
        subject,
        stamp,
        board.source,
        `${longDay(day)}, de minuit à minuit. Un SMS compte le jour de son envoi, un appel le jour où il est composé.`,
        'La version définitive est établie quatre jours après, quand plus aucun accusé de SMS ni réponse par le web ne peut arriver.',
      ),
      {
        term: 'Durées',
        text: 'Communications en minutes et secondes ; durée totale et délai de réponse en heures et minutes.',
      },
      {
        term: 'Totaux',
        text: 'Le total de chaque ligne de nombres est la somme des colonnes par type ; les statuts et les départements ont la même somme. Les taux et moyennes sont calculés sur ces sommes.',
      },
      {
        term: 'Données personnelles',
        text: 'Aucun nom ni numéro : la feuille « Troisièmes contacts » désigne les personnes par leur identifiant de suivi.',
      },
    ],
    dashboardDefinitions(subject.rules),
  );
}

const column = (width: number) => (row: DashboardRow) => ({ label: row.label, width, figures: row.figures });

function groupsOf({ total, types, statuses, departements }: Dashboard): readonly IndicatorGroup[] {
  return [
    { name: '', columns: [{ label: 'Total', width: 11, figures: total, sumOf: 'Par type' }] },
    { name: 'Par type', columns: types.map(column(9)) },
    { name: 'Par statut', columns: statuses.map(column(10)) },
    { name: 'Par département', columns: departements.map(column(12)) },
  ];
}
