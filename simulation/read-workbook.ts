import exceljs from 'exceljs';

/** Cells of one table of a workbook by row label and column header, as a reader of the sheet sees them (formula results). */
export interface Table {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Throws when the row, the column or a number there is missing, naming what there is. */
  number(row: string, column: string): number;
}

/** Opens an .xlsx without any code of the reports that wrote it. */
export async function openWorkbook(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  return workbook;
}

/** The table whose first column has header `corner`, down to its first empty label. Several tables stacked under one corner are joined by row. */
export function table(workbook: exceljs.Workbook, sheetName: string, corner: string): Table {
  const sheet = workbook.getWorksheet(sheetName);
  if (sheet === undefined) {
    throw new Error(
      `workbook: no sheet "${sheetName}"; it has ${workbook.worksheets.map(({ name }) => name).join(', ')}`,
    );
  }
  const cells = new Map<string, number>();
  const rows: string[] = [];
  const columns: string[] = [];
  let headers: string[] | undefined;
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const label = text(row.getCell(1));
    if (label === plain(corner)) {
      headers = [];
      row.eachCell((cell, index) => {
        const header = text(cell);
        if (headers !== undefined) headers[index] = header;
        if (header !== '' && !columns.includes(header)) columns.push(header);
      });
    } else if (label === '') {
      headers = undefined;
    } else if (headers !== undefined) {
      if (!rows.includes(label)) rows.push(label);
      for (const [index, header] of headers.entries()) {
        const value = header === undefined ? undefined : numberOf(row.getCell(index));
        if (header !== undefined && value !== undefined) cells.set(`${label}\u0000${header}`, value);
      }
    }
  });
  return {
    rows,
    columns,
    number: (row, column) => {
      const value = cells.get(`${plain(row)}\u0000${plain(column)}`);
      if (value === undefined) {
        throw new Error(
          `sheet "${sheetName}": no number at row "${row}", column "${column}"; rows: ${rows.join(' | ')}; columns: ${columns.join(' | ')}`,
        );
      }
      return value;
    },
  };
}

function text(cell: exceljs.Cell): string {
  return plain(cell.text);
}

/** Typographic spaces and apostrophes as typed on a keyboard. */
function plain(value: string): string {
  return value
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .replace(/’/g, "'")
    .trim();
}

function numberOf(cell: exceljs.Cell): number | undefined {
  const value = cell.result ?? cell.value;
  return typeof value === 'number' ? value : undefined;
}
