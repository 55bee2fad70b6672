import type { Workbook, Worksheet } from 'exceljs';
import type { AppointmentCount } from '../../domain/appointment/appointment-counts.ts';
import { unqualifiedScheme } from '../../domain/journal/entry.ts';
import type { DailyReport } from '../../domain/report/daily.ts';
import type { CampaignProgress } from '../../domain/report/order-progress.ts';
import type { PendingQuestion } from '../../domain/report/pending-questions.ts';
import { dateOfDay, localMoment, nothing, userText } from './cell-values.ts';
import { addList } from './list-sheet.ts';
import type { SheetFrame } from './sheet.ts';
import { bodyCell, formats, headerRow, left, right } from './workbook-style.ts';

/** Sheet « Démarchage »: each order of calls, and its people by scheme (SAMPS-32, SAMPS-38). */
export function addCampaigns(workbook: Workbook, frame: SheetFrame, report: DailyReport): void {
  const { sheet, next } = addList<CampaignProgress>(
    workbook,
    'Démarchage',
    frame,
    [
      { header: 'Campagne', width: 40, format: formats.text, value: ({ name }) => userText(name) },
      { header: 'Commandée par', width: 34, format: formats.text, value: ({ orderedBy }) => userText(orderedBy) },
      { header: 'Échéance', width: 14, format: formats.day, value: ({ deadline }) => dateOfDay(deadline) },
      { header: 'Total', width: 12, format: formats.count, value: ({ total }) => total },
      { header: 'Traités', width: 12, format: formats.count, value: ({ done }) => done },
      { header: 'Joints', width: 12, format: formats.count, value: ({ reached }) => reached },
      { header: 'Refus', width: 12, format: formats.count, value: ({ refused }) => refused },
      { header: 'Non joints', width: 12, format: formats.count, value: ({ notReached }) => notReached },
      { header: 'Restant', width: 12, format: formats.count, value: ({ remaining }) => remaining },
      {
        header: 'Fin prévue',
        width: 14,
        format: formats.day,
        value: ({ projectedEnd }) => (projectedEnd === undefined ? nothing : dateOfDay(projectedEnd)),
      },
      { header: 'Retard prévu', width: 14, format: formats.text, value: ({ late }) => (late ? 'Oui' : 'Non') },
    ],
    report.campaigns,
    'Aucune campagne de démarchage ce jour.',
  );
  if (report.campaigns.length > 0) {
    addPeopleByScheme(sheet, next + 1, report);
  }
}

/** People of all orders in hand by scheme: the rows add up to the list above. */
function addPeopleByScheme(sheet: Worksheet, top: number, report: DailyReport): void {
  const headers = ['Dispositif', 'Total', 'Joints', 'Refus', 'Non joints', 'Restant'];
  sheet.getRow(top).values = headers;
  headerRow(sheet.getRow(top), 1, headers.length, 20);
  const counted = report.campaigns.flatMap(({ byScheme }) => byScheme);
  const rows = report.schemes.map(({ code, label }) => ({
    label,
    // Who has a scheme that the programme no longer has counts with those who have none.
    counts: counted.filter(({ scheme }) => rowCode(report, scheme) === code).map(({ counts }) => counts),
  }));
  const last = top + 1 + rows.length;
  for (const [index, { label, counts }] of [
    ...rows,
    { label: 'Total', counts: counted.map((one) => one.counts) },
  ].entries()) {
    const row = top + 1 + index;
    const strong = row === last;
    const values = (['total', 'reached', 'refused', 'notReached', 'remaining'] as const).map((name) =>
      counts.reduce((sum, one) => sum + one[name], 0),
    );
    sheet.getCell(row, 1).value = label;
    bodyCell(sheet.getCell(row, 1), formats.text, left, strong);
    for (const [offset, result] of values.entries()) {
      const letter = String.fromCharCode('B'.charCodeAt(0) + offset);
      const cell = sheet.getCell(row, offset + 2);
      cell.value = strong ? { formula: `SUM(${letter}${top + 1}:${letter}${row - 1})`, result } : result;
      bodyCell(cell, formats.count, right, strong);
    }
  }
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
  return report.schemes.find(({ code }) => code === rowCode(report, scheme))?.label ?? scheme;
}

function rowCode(report: DailyReport, scheme: string): string {
  return report.schemes.some(({ code }) => code === scheme) ? scheme : unqualifiedScheme;
}

/** Enough of an id to name a question on the phone. */
function shortId(id: string): string {
  return userText(id.length <= 12 ? id : id.replaceAll('-', '').slice(0, 8).toUpperCase());
}
