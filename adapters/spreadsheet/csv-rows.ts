import papaparse from 'papaparse';
import type { RawRow } from '../../domain/import/raw-row.ts';
import { FileRefused } from '../../domain/import/spreadsheets.ts';
import { decodeText } from './decode-text.ts';

const separators = [';', ',', '\t', '|'] as const;

/** Rows of a text file. A row's number is that which a spreadsheet shows: a quoted line end does not start a row. */
export function* csvRows(bytes: Uint8Array): Generator<RawRow> {
  const text = decodeText(bytes);
  if (text === undefined) {
    throw new FileRefused('Ce fichier n’est ni un classeur Excel (.xlsx) ni un texte (.csv).');
  }
  // Excel's own first line, which names the separator and is shown to nobody.
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const { data, errors } = papaparse.parse<string[]>(body, {
    delimiter: named?.[1] ?? guessSeparator(body.slice(0, 64_000)),
  });
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes');
  if (unclosed !== undefined) {
    const row = (unclosed.row ?? 0) + 1;
    throw new FileRefused(
      `Un guillemet ouvert à la ligne ${row} n’est jamais fermé : la suite du fichier est illisible.`,
    );
  }
  for (const [index, cells] of data.entries()) {
    yield { number: index + 1, cells: cells.map((cell) => (cell === '' ? undefined : cell)) };
  }
}

/** The separator that cuts most rows into the same number of cells. */
function guessSeparator(sample: string): string {
  let best: string = ';';
  let most = 0;
  for (const delimiter of separators) {
    const { data } = papaparse.parse<string[]>(sample, { delimiter, preview: 30, skipEmptyLines: true });
    const counts = new Map<number, number>();
    for (const { length } of data) {
      counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    for (const [columns, rows] of counts) {
      const score = (columns - 1) * rows ** 2;
      if (score > most) {
        best = delimiter;
        most = score;
      }
    }
  }
  return best;
}
