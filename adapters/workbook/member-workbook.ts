import type { MemberFileSection, MemberWorkbook } from '../../domain/member/member-file.ts';
import { clockName, shortMoment } from '../../domain/report/french.ts';
import { userText } from './cell-values.ts';
import { addList } from './list-sheet.ts';
import { stabiliseZip } from './stable-zip.ts';
import { formats } from './workbook-style.ts';

/** All that is kept of a member, a sheet for each kind, for themselves to read (COMMON-15, COMMON-27, COMMON-28). exceljs is loaded on first use. */
export const memberWorkbook: MemberWorkbook = async (sections, { title, timeZone, at, funding }) => {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Permanence';
  workbook.lastModifiedBy = 'Permanence';
  workbook.created = new Date(at);
  workbook.modified = new Date(at);
  const made = `Établi le ${shortMoment(timeZone, at)} (${clockName(timeZone)})`;
  const frame = { title, subtitle: `${made}. ${funding.sentence}` };
  for (const section of [...sections, readMe(funding.sentence)]) {
    const columns = section.columns.map((header, at) => ({
      ...{ header, width: section.columns.length === 1 || at > 0 ? 44 : 28, format: formats.text },
      value: (row: readonly string[]) => userText(row[at] ?? ''),
    }));
    addList(workbook, section.title, frame, columns, section.rows, section.empty);
  }
  return stabiliseZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
};

function readMe(funding: string): MemberFileSection {
  return {
    title: 'Lisez-moi',
    columns: ['Terme', 'Sens'],
    rows: [
      ['Ce classeur', 'Tout ce que la structure garde d’un adhérent, à sa demande (articles 15 et 20 du RGPD).'],
      ['Données personnelles', 'À ne remettre qu’à la personne elle-même ou à son représentant.'],
      ['Rectifier, effacer', 'La structure corrige ou efface ces données à la demande de la personne, sans délai.'],
      ['Financement', funding],
    ],
    empty: '',
  };
}
