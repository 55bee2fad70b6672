import type { Workbook } from 'exceljs';
import { localTime } from '../../domain/calendar/local-time.ts';
import { nextOpenDay, openIntervals } from '../../domain/calendar/opening.ts';
import type { DailyReport } from '../../domain/report/daily.ts';
import { definitions } from '../../domain/report/definitions.ts';
import { clockName, longDay } from '../../domain/report/french.ts';
import type { IssueStamp } from '../../domain/report/report-issue.ts';
import { addAppointments, addCampaigns, addQuestions } from './daily-lists.ts';
import { addHalfHours, addSummary } from './daily-sheets.ts';
import { addMotives } from './motive-sheet.ts';
import { callFacts, factsOf, frameOf } from './read-me-facts.ts';
import { addReadMe } from './read-me-sheet.ts';

/** The seven sheets of requirements §6.1, in its order. */
export function fillDaily(workbook: Workbook, report: DailyReport, stamp: IssueStamp): void {
  const { subject, day } = report;
  workbook.title = `${subject.title} : rapport quotidien du ${day}`;
  const frame = frameOf(subject, 'quotidien', longDay(day), stamp);
  addSummary(workbook, frame, report);
  addHalfHours(workbook, frame, report);
  addMotives(workbook, frame, report.schemes, report.motives);
  addCampaigns(workbook, frame, report);
  addQuestions(workbook, frame, report);
  addAppointments(workbook, frame, report);
  const facts = factsOf(subject, stamp, report.source, covers(report), definitiveWhen(report, stamp));
  addReadMe(workbook, frame, [...facts, ...callFacts], definitions);
}

function covers({ subject: { calendar }, day }: DailyReport): string {
  const hours = openIntervals(calendar, day).map(
    ({ from, to }) => `de ${localTime(calendar.timeZone, from)} à ${localTime(calendar.timeZone, to)}`,
  );
  const opening = hours.length === 0 ? 'Jour fermé.' : `Ouverture ${hours.join(' et ')}.`;
  return `Appels arrivés le ${longDay(day)} de 00:00 à 24:00, ${clockName(calendar.timeZone)}. ${opening}`;
}

function definitiveWhen({ subject: { calendar }, day }: DailyReport, stamp: IssueStamp): string {
  const next = nextOpenDay(calendar, day);
  if (stamp.state === 'definitive') {
    return 'Les rappels de ce jour sont terminés.';
  }
  return next === undefined
    ? 'Les rappels du dernier jour ne se poursuivent pas.'
    : `Les rappels se poursuivent jusqu’à la fin du ${longDay(next)} et peuvent encore augmenter le taux de réponse ; la version définitive est établie à ce moment.`;
}
