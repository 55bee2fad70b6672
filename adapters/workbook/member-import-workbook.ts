import type { AlikePair, MemberImportSummary, MemberImportWorkbook } from '../../domain/member-import/member-import.ts';
import { clockName, shortMoment } from '../../domain/report/french.ts';
import { addFaults, peopleColumns, rowColumn, textColumn } from './import-sheets.ts';
import { addList } from './list-sheet.ts';
import { stabiliseZip } from './stable-zip.ts';

/** What a file of members was found to hold, sheet by sheet: for whoever keeps the file to repair it (ALERTES-18, COMMON-27, COMMON-28). */
export const memberImportWorkbook: MemberImportWorkbook = async (summary, { title, timeZone, at, funding }) => {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Permanence';
  workbook.lastModifiedBy = 'Permanence';
  workbook.created = new Date(at);
  workbook.modified = new Date(at);
  const made = `Établi le ${shortMoment(timeZone, at)} (${clockName(timeZone)}), ${summary.counts.rows} lignes lues`;
  const frame = { title: `${title} : import d’adhérents`, subtitle: `${made}. ${funding}` };
  addFaults(workbook, frame, summary.faults);
  addList(
    workbook,
    'Déjà inscrits',
    frame,
    peopleColumns,
    summary.matched,
    'Aucune personne du fichier n’était déjà inscrite.',
  );
  addList(
    workbook,
    'Lignes répétées',
    frame,
    [...peopleColumns, rowColumn<MemberImportSummary['repeated'][number]>('Déjà ligne', (one) => one.of)],
    summary.repeated,
    'Personne ne figure deux fois dans le fichier.',
  );
  addList(
    workbook,
    'Ressemblances',
    frame,
    [
      rowColumn<AlikePair>('Ligne', ({ row }) => row),
      textColumn<AlikePair>('Personne', 36, ({ name }) => name),
      textColumn<AlikePair>('Ressemble à', 36, ({ otherName }) => otherName),
      textColumn<AlikePair>('Où', 20, ({ otherRow }) =>
        otherRow === undefined ? 'Déjà inscrit' : `Ligne ${otherRow}`,
      ),
    ],
    summary.pairs,
    'Aucune ressemblance à vérifier.',
  );
  addList(workbook, 'Lisez-moi', frame, readMeColumns, readMe(summary, funding), '');
  return stabiliseZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
};

type Line = readonly [string, string];

const readMeColumns = [
  textColumn<Line>('Terme', 28, ([term]) => term),
  textColumn<Line>('Sens', 110, ([, meaning]) => meaning),
];

function readMe({ counts }: MemberImportSummary, funding: string): readonly Line[] {
  return [
    [
      'Ce classeur',
      'Ce que l’import a trouvé dans le fichier. Corrigez le fichier d’origine, puis renvoyez-le : rien n’est inscrit deux fois.',
    ],
    ['Ligne', 'Numéro de la ligne tel que le tableur l’affiche.'],
    ['Ligne refusée', 'Personne n’est inscrit par cette ligne.'],
    ['Valeur laissée de côté', 'La personne est inscrite sans cette valeur.'],
    [
      'Déjà inscrits',
      'Mêmes nom et prénom, et même date de naissance, téléphone ou adresse : le fichier complète la fiche et n’en remplace rien.',
    ],
    [
      'Ressemblances',
      'Noms proches, ou même nom et autre date de naissance : sans décision de votre part, ce sont deux personnes.',
    ],
    [
      'Totaux',
      `${counts.created} à inscrire, ${counts.matched} déjà inscrites, ${counts.repeated} lignes répétées, ${counts.refused} lignes refusées.`,
    ],
    [
      'Données personnelles',
      'Ce classeur contient des noms et des valeurs du fichier : ne le transmettez qu’aux personnes chargées des adhérents.',
    ],
    ['Financement', funding],
  ];
}
