import type { Workbook } from 'exceljs';
import { unqualifiedScheme } from '../../domain/journal/entry.ts';
import type { AppointmentCount, CampaignProgress, DailyReport } from '../../domain/report/daily.ts';
import type { PendingQuestion } from '../../domain/report/pending-questions.ts';
import { dateOfDay, localMoment, nothing, userText } from './cell-values.ts';
import { addList } from './list-sheet.ts';
import type { SheetFrame } from './sheet.ts';
import { bodyCell, formats, headerRow, left, right } from './workbook-style.ts';

/** Sheet « Démarchage »: outbound campaigns. */
export function addCampaigns(workbook: Workbook, frame: SheetFrame, report: DailyReport): void {
  addList<CampaignProgress>(
    workbook,
    'Démarchage',
    frame,
    [
      { header: 'Campagne', width: 40, format: formats.text, value: ({ name }) => userText(name) },
      { header: 'Commandée par', width: 26, format: formats.text, value: ({ orderedBy }) => userText(orderedBy) },
      { header: 'Échéance', width: 14, format: formats.day, value: ({ deadline }) => dateOfDay(deadline) },
      { header: 'Total', width: 12, format: formats.count, value: ({ total }) => total },
      { header: 'Traités', width: 12, format: formats.count, value: ({ done }) => done },
      { header: 'Joints', width: 12, format: formats.count, value: ({ reached }) => reached },
      { header: 'Restant', width: 12, format: formats.count, value: ({ remaining }) => remaining },
      {
        header: 'Fin prévue',
        width: 14,
        format: formats.day,
        value: ({ projectedEnd }) => (projectedEnd === undefined ? nothing : dateOfDay(projectedEnd)),
      },
    ],
    report.campaigns,
    'Aucune campagne de démarchage ce jour.',
  );
}

/** Sheet « Questions en attente », and their number by scheme under the list. No name: see « Lisez-moi ». */
export function addQuestions(workbook: Workbook, frame: SheetFrame, report: DailyReport): void {
  const { timeZone } = report.subject.calendar;
  const { sheet, next } = addList<PendingQuestion>(
    workbook,
    'Questions en attente',
    frame,
    [
      { header: 'N°', width: 24, format: formats.text, value: ({ id }) => shortId(id) },
      {
        header: 'Ouverte le',
        width: 18,
        format: formats.moment,
        value: ({ openedAt }) => localMoment(timeZone, openedAt),
      },
      { header: 'Dispositif', width: 22, format: formats.text, value: ({ scheme }) => labelOf(report, scheme) },
      { header: 'Question', width: 70, format: formats.text, value: ({ text }) => userText(text) },
      {
        header: 'Âge (heures d’ouverture)',
        width: 16,
        format: formats.hours,
        value: ({ openMinutes }) => openMinutes / 1440,
      },
      {
        header: 'État',
        width: 30,
        format: formats.text,
        value: ({ state }) => (state === 'open' ? 'Sans réponse du service' : 'Répondue, personne à prévenir'),
      },
    ],
    report.questions,
    'Aucune question en attente à la fin du jour.',
  );
  const top = next + 1;
  sheet.getRow(top).values = ['Dispositif', 'En attente'];
  headerRow(sheet.getRow(top), 1, 2, 20);
  const rows = [
    ...report.schemes.map(({ label, figures }) => ({ label, figures })),
    { label: 'Total', figures: report.total },
  ];
  for (const [index, { label, figures }] of rows.entries()) {
    const strong = index === rows.length - 1;
    const row = top + 1 + index;
    sheet.getCell(row, 1).value = label;
    bodyCell(sheet.getCell(row, 1), formats.text, left, strong);
    const result = figures.pendingQuestions;
    sheet.getCell(row, 2).value = strong ? { formula: `SUM(B${top + 1}:B${row - 1})`, result } : result;
    bodyCell(sheet.getCell(row, 2), formats.count, right, strong);
  }
}

/** Sheet « Rendez-vous ». */
export function addAppointments(workbook: Workbook, frame: SheetFrame, report: DailyReport): void {
  addList<AppointmentCount>(
    workbook,
    'Rendez-vous',
    frame,
    [
      { header: 'Lieu ou type', width: 44, format: formats.text, value: ({ place }) => userText(place) },
      { header: 'Dispositif', width: 26, format: formats.text, value: ({ scheme }) => labelOf(report, scheme) },
      { header: 'Pris', width: 14, format: formats.count, value: ({ taken }) => taken },
      { header: 'Déplacés', width: 14, format: formats.count, value: ({ moved }) => moved },
      { header: 'Annulés', width: 14, format: formats.count, value: ({ cancelled }) => cancelled },
    ],
    report.appointments,
    'Aucun rendez-vous pris, déplacé ou annulé ce jour.',
  );
}

function labelOf(report: DailyReport, scheme: string): string {
  const row = report.schemes.find(({ code }) => code === scheme);
  return (row ?? report.schemes.find(({ code }) => code === unqualifiedScheme))?.label ?? scheme;
}

/** Enough of an id to name a question on the phone. */
function shortId(id: string): string {
  return userText(id.length <= 12 ? id : id.replaceAll('-', '').slice(0, 8).toUpperCase());
}
