import type { Workbook } from 'exceljs';
import { definitions } from '../../domain/report/definitions.ts';
import { clockName, longDay } from '../../domain/report/french.ts';
import { daysOfWeek, type IssueStamp } from '../../domain/report/report-issue.ts';
import type { WeeklyReport } from '../../domain/report/weekly.ts';
import { addMotives } from './motive-sheet.ts';
import { callFacts, factsOf, frameOf } from './read-me-facts.ts';
import { addReadMe } from './read-me-sheet.ts';
import { addBySchemes, addStaffing, addTrend, addWeek } from './weekly-sheets.ts';

/** The sheets of requirements §6.2: days and week, schemes, answer-rate trend, motives, staffing, definitions. */
export function fillWeekly(workbook: Workbook, report: WeeklyReport, stamp: IssueStamp): void {
  const { subject, week } = report;
  const days = daysOfWeek(week);
  const period = `semaine ${Number(week.slice(-2))}, du ${longDay(days[0] ?? '')} au ${longDay(days[6] ?? '')}`;
  workbook.title = `${subject.title} : rapport hebdomadaire, ${period}`;
  const frame = frameOf(subject, 'hebdomadaire', period, stamp);
  addWeek(workbook, frame, report);
  addBySchemes(workbook, frame, report);
  addTrend(workbook, frame, report);
  addMotives(workbook, frame, report.figures.schemes, report.motives);
  addStaffing(workbook, frame, report);
  const covers = `${period.charAt(0).toUpperCase()}${period.slice(1)}, ${clockName(subject.calendar.timeZone)}. Chaque jour est celui de son rapport quotidien ; les totaux de la semaine en sont la somme, sauf l’attente max (la plus longue) et les questions en attente (celles du dernier jour).`;
  const facts = factsOf(subject, stamp, report.source, covers, definitiveWhen(report));
  addReadMe(workbook, frame, [...facts, ...callFacts], definitions);
}

function definitiveWhen({ provisionalDays }: WeeklyReport): string {
  return provisionalDays.length === 0
    ? 'Les rappels de la semaine sont terminés.'
    : `Les rappels se poursuivent pour : ${provisionalDays.map(longDay).join(', ')} ; son taux de réponse peut encore augmenter.`;
}
