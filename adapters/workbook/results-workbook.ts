import { type ResultLine, resultColumns } from '../../domain/follow-up/results.ts';
import { clockName, shortMoment } from '../../domain/report/french.ts';
import { userText } from './cell-values.ts';
import { addList, type ListColumn } from './list-sheet.ts';
import { stabiliseZip } from './stable-zip.ts';
import { formats } from './workbook-style.ts';

/** What became of followed people, for the client's own platform (ARS-14, COMMON-27). */
export async function resultsWorkbook(
  lines: readonly ResultLine[],
  { title, timeZone, at }: { readonly title: string; readonly timeZone: string; readonly at: string },
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Permanence';
  workbook.lastModifiedBy = 'Permanence';
  workbook.created = new Date(at);
  workbook.modified = new Date(at);
  const frame = {
    title: `${title} : résultats`,
    subtitle: `Établi le ${shortMoment(timeZone, at)} (${clockName(timeZone)})`,
  };
  const columns = resultColumns.map(
    (column): ListColumn<ResultLine> => ({
      header: column.header,
      width: column.header === 'Personne' ? 26 : 18,
      format: column.header.startsWith('Tentatives') ? formats.count : formats.text,
      value: (line) => {
        const value = column.value(line);
        return typeof value === 'string' ? userText(value) : value;
      },
    }),
  );
  addList(workbook, 'Résultats', frame, columns, lines, 'Aucun résultat sur ces jours.');
  return stabiliseZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
