import type { CorrectionLine } from '../../domain/recipient/corrected-people.ts';
import { clockName, shortMoment } from '../../domain/report/french.ts';
import { localMoment, userText } from './cell-values.ts';
import { addList, type ListColumn } from './list-sheet.ts';
import { stabiliseZip } from './stable-zip.ts';
import { formats } from './workbook-style.ts';

/** What was corrected during calls, for the client's own file (REFLEX-24, COMMON-27): old, new, author, time. */
export async function correctionsWorkbook(
  lines: readonly CorrectionLine[],
  { title, timeZone, at }: { readonly title: string; readonly timeZone: string; readonly at: string },
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Permanence';
  workbook.lastModifiedBy = 'Permanence';
  workbook.created = new Date(at);
  workbook.modified = new Date(at);
  const frame = {
    title: `${title} : corrections du fichier`,
    subtitle: `Établi le ${shortMoment(timeZone, at)} (${clockName(timeZone)})`,
  };
  const text = (
    header: string,
    width: number,
    value: (line: CorrectionLine) => string,
  ): ListColumn<CorrectionLine> => ({
    ...{ header, width, format: formats.text },
    value: (line) => userText(value(line)),
  });
  const columns: readonly ListColumn<CorrectionLine>[] = [
    text('Personne', 32, (line) => line.name),
    text('Identifiant', 14, (line) => line.externalId),
    text('Donnée', 24, (line) => line.field),
    text('Ancienne valeur', 34, (line) => line.before),
    text('Nouvelle valeur', 34, (line) => line.after),
    text('Par', 16, (line) => line.by),
    { header: 'Le', width: 18, format: formats.moment, value: (line) => localMoment(timeZone, line.at) },
  ];
  addList(workbook, 'Corrections', frame, columns, lines, 'Aucune correction pour le moment.');
  const terms: readonly (readonly [string, string])[] = [
    ['Ce classeur', 'Ce que les personnes ont dit pendant les appels, et que votre fichier ne dit pas encore.'],
    [
      'Après mise à jour',
      'Une liste qui porte encore l’ancienne valeur n’efface pas la correction ; une liste qui en porte une autre la remplace.',
    ],
    ['Heures', `Toutes sont à l’${clockName(timeZone)}.`],
    ['Données personnelles', 'Noms, numéros et adresses : ne le transmettez qu’aux personnes chargées du registre.'],
  ];
  const meaning = (header: string, width: number, index: 0 | 1): ListColumn<(typeof terms)[number]> => ({
    ...{ header, width, format: formats.text },
    value: (term) => term[index],
  });
  addList(workbook, 'Lisez-moi', frame, [meaning('Terme', 28, 0), meaning('Sens', 110, 1)], terms, '');
  return stabiliseZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
