import type { Workbook } from 'exceljs';
import type { CellFigures } from '../../domain/cycle-report/cell-figures.ts';
import { promiseStateLabels } from '../../domain/cycle-report/closed-state-labels.ts';
import type { CycleHalfHour } from '../../domain/cycle-report/cycle-half-hours.ts';
import type { CycleReport } from '../../domain/cycle-report/cycle-report.ts';
import type { Correction, Unreached } from '../../domain/cycle-report/follow-ups.ts';
import type { UnkeptPromise } from '../../domain/cycle-report/promise-figures.ts';
import { shortMoment } from '../../domain/report/french.ts';
import { dateOfDay, duration, localMoment, nothing, userText } from './cell-values.ts';
import { addList } from './list-sheet.ts';
import type { SheetFrame } from './sheet.ts';
import { formats } from './workbook-style.ts';

/** Sheet « Par demi-heure » (REFLEX-30: positions used). */
export function addHalfHours(workbook: Workbook, frame: SheetFrame, rows: readonly CycleHalfHour[]): void {
  addList<CycleHalfHour>(
    workbook,
    'Par demi-heure',
    frame,
    [
      { header: 'Jour', width: 14, format: formats.day, value: ({ day }) => dateOfDay(day) },
      { header: 'De', width: 10, format: formats.text, value: ({ from }) => from },
      { header: 'Tentatives', width: 14, format: formats.count, value: ({ attempts }) => attempts },
      { header: 'Décrochées', width: 14, format: formats.count, value: ({ answered }) => answered },
      { header: 'Contacts utiles', width: 14, format: formats.count, value: ({ useful }) => useful },
      { header: 'Postes occupés', width: 14, format: formats.agents, value: ({ agents }) => agents },
    ],
    rows,
    'Aucune heure d’appel pour le moment.',
  );
}

/** Sheet « Signalements », by cell (REFLEX-18, -19). */
export function addCells(workbook: Workbook, frame: SheetFrame, { cells, subject }: CycleReport): void {
  const delay = (minutes: number | undefined) => duration(minutes === undefined ? undefined : minutes * 60);
  addList<CellFigures>(
    workbook,
    'Signalements',
    frame,
    [
      {
        header: 'Cellule',
        width: 40,
        format: formats.text,
        value: ({ cell }) => userText(subject.cells[cell] ?? cell),
      },
      { header: 'Créés', width: 12, format: formats.count, value: ({ created }) => created },
      { header: 'Acquittés', width: 12, format: formats.count, value: ({ acknowledged }) => acknowledged },
      {
        header: 'Non acquittés',
        width: 14,
        format: formats.count,
        value: ({ created, acknowledged }) => created - acknowledged,
      },
      { header: 'Remontés', width: 12, format: formats.count, value: ({ escalated }) => escalated },
      { header: 'Clos', width: 12, format: formats.count, value: ({ closed }) => closed },
      {
        header: 'Délai médian',
        width: 14,
        format: formats.minutes,
        value: ({ medianMinutes }) => delay(medianMinutes),
      },
      {
        header: 'Délai le plus long',
        width: 16,
        format: formats.minutes,
        value: ({ longestMinutes }) => delay(longestMinutes),
      },
    ],
    cells,
    'Aucun signalement pour le moment.',
  );
}

/** Sheet « Non joints »: whom to look for, the most at risk first (REFLEX-21). */
export function addUnreached(workbook: Workbook, frame: SheetFrame, { unreached, subject }: CycleReport): void {
  const { timeZone } = subject.calendar;
  addList<Unreached>(
    workbook,
    'Non joints',
    frame,
    [
      { header: 'Personne', width: 40, format: formats.text, value: ({ recipientId }) => userText(recipientId) },
      { header: 'Arrondissement', width: 16, format: formats.text, value: ({ sector }) => userText(sector) },
      { header: 'Tranche d’âge', width: 14, format: formats.text, value: ({ ageBand }) => userText(ageBand) },
      { header: 'Rang de risque', width: 12, format: formats.count, value: ({ riskRank }) => riskRank },
      {
        header: 'Tentatives',
        width: 90,
        format: formats.text,
        value: ({ attemptsAt }) => attemptsAt.map((at) => shortMoment(timeZone, at)).join(', '),
      },
    ],
    unreached,
    'Personne n’est resté non joint.',
  );
}

/** Sheet « Rappels promis »: to whom another call is still owed, or was not made. */
export function addPromises(workbook: Workbook, frame: SheetFrame, { promises, subject }: CycleReport): void {
  const { timeZone } = subject.calendar;
  addList<UnkeptPromise>(
    workbook,
    'Rappels promis',
    frame,
    [
      { header: 'Personne', width: 40, format: formats.text, value: ({ recipientId }) => userText(recipientId) },
      { header: 'Arrondissement', width: 16, format: formats.text, value: ({ sector }) => userText(sector) },
      { header: 'Tranche d’âge', width: 14, format: formats.text, value: ({ ageBand }) => userText(ageBand) },
      { header: 'Promis avant', width: 18, format: formats.moment, value: ({ by }) => localMoment(timeZone, by) },
      { header: 'État', width: 60, format: formats.text, value: ({ state }) => promiseStateLabels[state] ?? state },
      {
        header: 'Tentatives',
        width: 50,
        format: formats.text,
        value: ({ attemptsAt }) => attemptsAt.map((at) => shortMoment(timeZone, at)).join(', '),
      },
    ],
    promises.unkept,
    'Aucun rappel promis en attente.',
  );
}

const whatLabels: Readonly<Record<string, string>> = {
  phone: 'Numéro de téléphone',
  absence: 'Absence',
  address: 'Adresse',
  death: 'Décès',
};

/** Sheet « Corrections du fichier » (REFLEX-24). */
export function addCorrections(workbook: Workbook, frame: SheetFrame, { corrections, subject }: CycleReport): void {
  const { timeZone } = subject.calendar;
  addList<Correction>(
    workbook,
    'Corrections du fichier',
    frame,
    [
      { header: 'Personne', width: 40, format: formats.text, value: ({ recipientId }) => userText(recipientId) },
      {
        header: 'À corriger',
        width: 30,
        format: formats.text,
        value: ({ what }) => userText(whatLabels[what] ?? what),
      },
      { header: 'Constaté le', width: 18, format: formats.moment, value: ({ at }) => localMoment(timeZone, at) },
      {
        header: 'Par',
        width: 26,
        format: formats.text,
        value: ({ by }) => (by === undefined ? nothing : userText(by)),
      },
    ],
    corrections,
    'Aucune correction à apporter au registre.',
  );
}
