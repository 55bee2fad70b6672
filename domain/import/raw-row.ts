/** A calendar date that the file holds as a date and not as a text, YYYY-MM-DD. */
export interface DateCell {
  readonly day: string;
}

/** What a cell holds. Of a formula: the value it had when the file was saved, never the formula (COMMON-28). Undefined: nothing. */
export type RawCell = string | number | boolean | DateCell | undefined;

/** A row of a file, as its author sees it. */
export interface RawRow {
  /** Number shown beside the row by a spreadsheet, or number of the line's record in a text file; from 1. */
  readonly number: number;
  readonly cells: readonly RawCell[];
}

/** The words of a cell, blanks trimmed and joined; empty when there is nothing. A date as jj/mm/aaaa. */
export function textOf(cell: RawCell): string {
  if (cell === undefined) {
    return '';
  }
  if (typeof cell === 'object') {
    return `${cell.day.slice(8, 10)}/${cell.day.slice(5, 7)}/${cell.day.slice(0, 4)}`;
  }
  return String(cell)
    .replaceAll(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
}

export function isEmpty({ cells }: RawRow): boolean {
  return cells.every((cell) => textOf(cell) === '');
}
