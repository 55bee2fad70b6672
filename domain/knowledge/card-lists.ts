import type { RawCell } from '../import/raw-row.ts';
import { textOf } from '../import/raw-row.ts';
import { readDay } from '../import/read-day.ts';
import type { CardDate } from './card.ts';

/** Lines of a cell or of a form's field, trimmed; blank ones at both ends left out, one kept between paragraphs. */
export function linesOf(cell: RawCell): readonly string[] {
  if (typeof cell !== 'string') {
    const text = textOf(cell);
    return text === '' ? [] : [text];
  }
  const lines = cell.split(/\r\n|\r|\n/).map((line) => textOf(line));
  const kept = lines.filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '');
  return kept.at(-1) === '' ? kept.slice(0, -1) : kept;
}

/** Words of a list, separated by commas, semicolons or lines, each once. */
export function listOf(cell: RawCell): readonly string[] {
  const items = linesOf(cell).flatMap((line) => line.split(/[,;]/));
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}

/** « 25/07/2025 Allocation de juillet », one a line. A line without a label is a day alone. */
export function readDates(lines: readonly string[]): {
  readonly dates: readonly CardDate[];
  readonly faults: readonly { readonly value: string; readonly problem: string }[];
} {
  const read = lines
    .filter((line) => line !== '')
    .map((line) => {
      const [, first = line, label = ''] = /^[-–•*]?\s*(\S+)(?:\s*[:–-]?\s+(.*))?$/.exec(line) ?? [];
      const day = readDay(first.replace(/[:;,]$/, ''));
      return 'day' in day ? { date: { day: day.day, label } } : { fault: { value: line, problem: day.problem } };
    });
  return {
    dates: read.flatMap(({ date }) => (date === undefined ? [] : [date])).sort((a, b) => (a.day < b.day ? -1 : 1)),
    faults: read.flatMap(({ fault }) => (fault === undefined ? [] : [fault])),
  };
}
