import type { Workbook } from 'exceljs';
import { cycleDefinitions } from '../../domain/cycle-report/cycle-definitions.ts';
import type { CycleReport } from '../../domain/cycle-report/cycle-report.ts';
import { clockName, shortMoment } from '../../domain/report/french.ts';
import type { IssueStamp } from '../../domain/report/report-issue.ts';
import { addCells, addCorrections, addHalfHours, addPromises, addUnreached } from './cycle-lists.ts';
import { addSummary } from './cycle-summary.ts';
import { addBreakdown, addRanks } from './cycle-tables.ts';
import { factsOf, frameOf } from './read-me-facts.ts';
import { addReadMe } from './read-me-sheet.ts';

/** The report of a cycle of calls (REFLEX-32). */
export function fillCycle(workbook: Workbook, report: CycleReport, stamp: IssueStamp): void {
  const { subject, facts } = report;
  const { timeZone } = subject.calendar;
  const moment = (at: string) => shortMoment(timeZone, at);
  const period = `${facts.drill ? 'exercice ' : ''}${subject.label}, cycle ${facts.cycle} activé le ${moment(facts.activatedAt)}`;
  workbook.title = `${subject.title} : rapport de cycle, ${period}`;
  const frame = frameOf(subject, 'de cycle', period, stamp);
  addSummary(workbook, frame, report);
  addBreakdown(workbook, 'Par arrondissement', 'Arrondissement', frame, report.sectors);
  addBreakdown(workbook, 'Par âge', 'Tranche d’âge', frame, report.ages);
  addRanks(workbook, frame, report.ranks);
  addHalfHours(workbook, frame, report.halfHours);
  addCells(workbook, frame, report);
  addUnreached(workbook, frame, report);
  addPromises(workbook, frame, report);
  addCorrections(workbook, frame, report);
  const covers = `Du ${moment(facts.activatedAt)} au ${moment(facts.activation.deadline)}, ${clockName(timeZone)}.`;
  const definitive =
    stamp.state === 'definitive'
      ? 'Le cycle est terminé.'
      : 'Le cycle est en cours ; la version définitive est établie à sa fin.';
  addReadMe(
    workbook,
    frame,
    [
      ...factsOf(subject, stamp, report.source, covers, definitive),
      { term: 'Durées', text: 'En minutes et secondes (mm:ss), sauf les heures de conseillers, en heures et minutes.' },
      {
        term: 'Données personnelles',
        text: 'Aucun nom, numéro ni adresse : les personnes sont désignées par leur identifiant dans le registre.',
      },
    ],
    cycleDefinitions,
  );
}
