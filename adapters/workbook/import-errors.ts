import type { Workbook } from 'exceljs';
import type { DoubtfulPair } from '../../domain/recipient/group-rows.ts';
import type { ErrorWorkbook } from '../../domain/recipient/import-files.ts';
import type { ImportSummary } from '../../domain/recipient/import-summary.ts';
import { clockName, shortMoment } from '../../domain/report/french.ts';
import { addFaults, peopleColumns as people, rowColumn as row, textColumn as text } from './import-sheets.ts';
import { addList } from './list-sheet.ts';
import type { SheetFrame } from './sheet.ts';
import { stabiliseZip } from './stable-zip.ts';

/** What an import found, sheet by sheet: for whoever keeps the list to repair it (REFLEX-23, COMMON-27, COMMON-28). exceljs is loaded on first use. */
export const importErrors: ErrorWorkbook = async (summary, { title, timeZone, at }) => {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Permanence';
  workbook.lastModifiedBy = 'Permanence';
  workbook.created = new Date(at);
  workbook.modified = new Date(at);
  const frame = {
    title: `${title} : import d’une liste`,
    subtitle: `Établi le ${shortMoment(timeZone, at)} (${clockName(timeZone)}), ${summary.rows} lignes lues`,
  };
  addFaults(workbook, frame, summary.faults);
  addPeople(workbook, frame, summary);
  addReadMe(workbook, frame, summary);
  return stabiliseZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
};

function addPeople(workbook: Workbook, frame: SheetFrame, summary: ImportSummary): void {
  const { withoutNumber, repeated, pairs, sharedNumbers, otherwise, left } = summary;
  addList(workbook, 'Sans numéro', frame, people, withoutNumber, 'Chaque personne a au moins un numéro utilisable.');
  addList(
    workbook,
    'Lignes répétées',
    frame,
    [...people, row<(typeof repeated)[number]>('Déjà ligne', (one) => one.of)],
    repeated,
    'Personne ne figure deux fois dans la liste.',
  );
  addList(
    workbook,
    'Doublons à trancher',
    frame,
    [
      row<DoubtfulPair>('Ligne', (pair) => pair.rows[0]),
      text<DoubtfulPair>('Personne', 32, (pair) => pair.names[0]),
      text<DoubtfulPair>('Peut-être la même que', 32, (pair) => pair.names[1]),
      text<DoubtfulPair>('Où', 18, (pair) => (pair.rows[1] === 0 ? 'Registre' : `Ligne ${pair.rows[1]}`)),
      text<DoubtfulPair>('Pourquoi', 52, (pair) => pair.reasons.join(', ')),
    ],
    pairs,
    'Aucun doublon possible.',
  );
  addList(
    workbook,
    'Numéros partagés',
    frame,
    [
      text<(typeof sharedNumbers)[number]>('Numéro', 20, (one) => one.number),
      text<(typeof sharedNumbers)[number]>('Personnes', 90, (one) =>
        one.people.map((person) => `${person.name} (ligne ${person.row})`).join(', '),
      ),
    ],
    sharedNumbers,
    'Aucun numéro n’est celui de plusieurs personnes.',
  );
  addList(
    workbook,
    'Autrement que par la voix',
    frame,
    people,
    otherwise,
    'Toutes les personnes peuvent être appelées.',
  );
  addList(workbook, 'Sortis du registre', frame, people, left, 'Personne dans la liste n’était sorti du registre.');
}

function addReadMe(workbook: Workbook, frame: SheetFrame, summary: ImportSummary): void {
  const lines: readonly (readonly [string, string])[] = [
    [
      'Ce classeur',
      'Ce que l’import a trouvé dans la liste. Corrigez la liste d’origine, puis renvoyez-la : rien n’est inscrit deux fois.',
    ],
    ['Ligne', 'Numéro de la ligne tel que le tableur l’affiche.'],
    ['Ligne refusée', 'Personne n’a été lu sur cette ligne.'],
    ['Valeur laissée de côté', 'La personne est inscrite sans cette valeur.'],
    ['Sans numéro', 'Personnes inscrites qu’on ne peut pas appeler : à joindre autrement.'],
    ['Doublons à trancher', 'Sans décision, ce sont deux personnes.'],
    [
      'Numéros partagés',
      'Une famille ou un établissement : chacun reste inscrit, et un même numéro n’est jamais appelé deux fois à la fois.',
    ],
    [
      'Sortis du registre',
      'Personnes parties ou décédées : une liste ne les réinscrit que si leur date d’inscription est postérieure.',
    ],
    [
      'Totaux',
      `${summary.created} nouvelles, ${summary.changed} modifiées, ${summary.unchanged} inchangées, ${summary.refused} lignes refusées, ${summary.repeated.length} répétées.`,
    ],
    [
      'Données personnelles',
      'Ce classeur contient des noms, des numéros et des valeurs de la liste : ne le transmettez qu’aux personnes chargées du registre.',
    ],
  ];
  const columns = [
    text<(typeof lines)[number]>('Terme', 28, ([term]) => term),
    text<(typeof lines)[number]>('Sens', 110, ([, meaning]) => meaning),
  ];
  addList(workbook, 'Lisez-moi', frame, columns, lines, '');
}
