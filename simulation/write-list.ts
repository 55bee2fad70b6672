import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';

/** An Excel workbook of one sheet with these rows, as a client's own software would send it. Written as a stream: lists may be long. */
export async function writeList(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  const sheet = workbook.addWorksheet('Liste');
  for (const row of rows) {
    sheet.addRow([...row]).commit();
  }
  await workbook.commit();
  return new Uint8Array(await bytes);
}
