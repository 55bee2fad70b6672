import type { Workbook } from 'exceljs';
import type {
  AlertStatistics,
  StatisticsRow,
  StatisticsTable,
} from '../../domain/alert-statistics/statistics-tables.ts';
import { monthText } from '../../domain/alert-statistics/statistics-tables.ts';
import { clockName, shortMoment, typeset } from '../../domain/report/french.ts';
import { emblemPng } from './alert-emblem.ts';
import { userText } from './cell-values.ts';
import { addList, type ListColumn } from './list-sheet.ts';
import { addReadMe } from './read-me-sheet.ts';
import type { SheetFrame } from './sheet.ts';
import { stabiliseZip } from './stable-zip.ts';
import { bodyCell, fonts, formats, left, right } from './workbook-style.ts';

export interface AlertWorkbookStamp {
  /** ISO instant. */
  readonly at: string;
  readonly timeZone: string;
  /** Sentence of whoever pays, word for word (ALERTES-35). */
  readonly funding: string;
  /** What the emblem shows. */
  readonly emblem: string;
}

/** The figures of a structure, or of all, as a workbook (ALERTES-08, COMMON-27): counts alone. exceljs is loaded on first use. */
export async function alertWorkbook(statistics: AlertStatistics, stamp: AlertWorkbookStamp): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const made = new Date(stamp.at);
  Object.assign(workbook, { creator: 'Permanence', lastModifiedBy: 'Permanence', created: made, modified: made });
  const { title, from, to } = statistics;
  const frame: SheetFrame = {
    title: `${title} : statistiques`,
    subtitle: `${periodText(from, to)}, établi le ${shortMoment(stamp.timeZone, stamp.at)} (${clockName(stamp.timeZone)}). ${stamp.funding}`,
  };
  workbook.title = `${title} : statistiques, ${periodText(from, to)}`;
  addSummary(workbook, frame, statistics);
  for (const table of statistics.tables) {
    addTable(workbook, frame, table);
  }
  addReadMe(workbook, frame, facts(statistics, stamp), definitions);
  addEmblem(workbook, stamp);
  return stabiliseZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Beside its sentence, under what is defined, with words for who does not see it. */
function addEmblem(workbook: Workbook, { funding, emblem }: AlertWorkbookStamp): void {
  const sheet = workbook.worksheets.at(-1);
  const row = (sheet?.rowCount ?? 0) + 2;
  const imageId = workbook.addImage({ base64: emblemPng, extension: 'png' });
  sheet?.addImage(imageId, { tl: { col: 0.2, row: row - 1 }, ext: { width: 90, height: 60 }, editAs: 'oneCell' });
  const cell = sheet?.getCell(row, 2);
  if (sheet !== undefined && cell !== undefined) {
    sheet.getRow(row).height = 50;
    cell.value = `${funding}. ${emblem}.`;
    cell.font = fonts.body;
    cell.alignment = left;
  }
}

function periodText(from: string, to: string): string {
  return from === to ? monthText(from) : `de ${monthText(from)} à ${monthText(to)}`;
}

function addSummary(
  workbook: Workbook,
  frame: SheetFrame,
  { members, total, alerts, reasoned, several }: AlertStatistics,
) {
  const { consents } = members;
  const rows: readonly (readonly [string, number])[] = [
    ['Adhérents aujourd’hui', members.members],
    ['Accords donnés', consents.given],
    ['Accords retirés', consents.withdrawn],
    ['Sans accord', consents.none],
    ['Adhérents qui peuvent recevoir un SMS', members.reachable],
    ['Numéros fixes (SMS impossible)', members.landlines],
    ['Sans numéro', members.withoutNumber],
    ['Messages envoyés à des groupes', alerts],
    ['dont envoyés à la plupart des adhérents, avec un motif', reasoned],
    ['SMS partis', total.sent],
    ['SMS reçus', total.delivered],
    ['Échecs', total.failed],
    ['Indéterminés', total.undetermined],
    ['Personnes choisies et non écrites', total.skipped],
    ['STOP et retraits d’accord', total.stops],
    ['SMS comptés par l’opérateur', total.parts],
    ...(several === undefined ? [] : severalRows(several)),
  ];
  addList(
    workbook,
    'Synthèse',
    frame,
    [
      { header: 'Indicateur', width: 78, format: formats.text, value: ([label]) => typeset(label) },
      { header: 'Nombre', width: 30, format: formats.count, value: ([, count]) => count },
    ],
    rows,
    '',
  );
}

/** For general administrators alone. */
function severalRows({
  people,
  rows,
}: NonNullable<AlertStatistics['several']>): readonly (readonly [string, number])[] {
  return [
    ['Personnes inscrites dans plusieurs structures', people],
    ...rows.map(({ label, members }) => [`Adhérents inscrits aussi ailleurs : ${label}`, members] as const),
  ];
}

const countColumns: readonly ListColumn<StatisticsRow>[] = [
  { header: 'SMS partis', width: 12, format: formats.count, value: ({ counts }) => counts.sent },
  { header: 'Reçus', width: 12, format: formats.count, value: ({ counts }) => counts.delivered },
  { header: 'Échecs', width: 12, format: formats.count, value: ({ counts }) => counts.failed },
  { header: 'Indéterminés', width: 14, format: formats.count, value: ({ counts }) => counts.undetermined },
  { header: 'Non écrits', width: 12, format: formats.count, value: ({ counts }) => counts.skipped },
  { header: 'STOP', width: 10, format: formats.count, value: ({ counts }) => counts.stops },
  { header: 'SMS comptés', width: 14, format: formats.count, value: ({ counts }) => counts.parts },
];

function addTable(workbook: Workbook, frame: SheetFrame, { name, of, rows, isPartition }: StatisticsTable): void {
  const hasMembers = rows.some(({ members }) => members !== undefined);
  const columns: readonly ListColumn<StatisticsRow>[] = [
    { header: of, width: 36, format: formats.text, value: ({ label }) => userText(label) },
    ...(hasMembers
      ? [{ header: 'Adhérents', width: 12, format: formats.count, value: ({ members = 0 }: StatisticsRow) => members }]
      : []),
    ...countColumns,
  ];
  const { sheet, next } = addList(workbook, name, frame, columns, rows, 'Rien sur cette période.');
  if (!isPartition || rows.length === 0) {
    return;
  }
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(next, index + 1);
    const letter = sheet.getColumn(index + 1).letter;
    const values = rows.map((row) => Number(column.value(row)));
    const result = values.reduce((sum, value) => sum + value, 0);
    cell.value =
      index === 0 ? 'Total' : { formula: `SUM(${letter}${next - rows.length}:${letter}${next - 1})`, result };
    bodyCell(cell, column.format, index === 0 ? left : right, true);
  }
}

function facts({ title, from, to }: AlertStatistics, { at, timeZone, funding }: AlertWorkbookStamp) {
  return [
    { term: 'Structure', text: title },
    { term: 'Période', text: `${periodText(from, to)}.` },
    { term: 'Établi', text: `le ${shortMoment(timeZone, at)} (${clockName(timeZone)}).` },
    { term: 'Données personnelles', text: 'Aucune : ce classeur ne contient que des nombres.' },
    { term: 'Financement', text: funding },
  ];
}

const definitions = [
  {
    term: 'SMS partis',
    text: 'Messages remis à l’opérateur, reçus ou non. Un message par personne, quelle que soit sa longueur.',
  },
  { term: 'Reçus', text: 'L’opérateur a confirmé que le message est sur le téléphone.' },
  { term: 'Échecs', text: 'L’opérateur a dit que le message n’est pas arrivé, ou l’a refusé.' },
  {
    term: 'Indéterminés',
    text: 'Le message est peut-être arrivé : personne ne le sait. Il n’est jamais renvoyé tout seul.',
  },
  {
    term: 'Non écrits',
    text: 'Personnes des groupes choisis qui n’ont rien reçu : STOP, sans accord, sans mobile, même numéro qu’une autre.',
  },
  {
    term: 'STOP',
    text: 'Accords retirés, par le lien d’un SMS ou dits au centre ; comptés là où était le dernier message de la personne.',
  },
  { term: 'SMS comptés', text: 'Ce que l’opérateur facture : un long message prend plusieurs SMS.' },
  {
    term: 'Par groupe',
    text: 'Une personne dans deux groupes du message compte dans les deux : les lignes ne s’additionnent pas.',
  },
  { term: 'Par âge', text: 'Adhérents : âge aujourd’hui. Messages : âge le jour du départ.' },
];
