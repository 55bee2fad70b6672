import type { Alignment, Borders, Cell, Fill, Font, Row } from 'exceljs';

/** Colours of the house, ARGB: dark enough to stay legible in a black-and-white print. */
export const colours = {
  ink: 'FF1F2933',
  muted: 'FF5F6B7A',
  band: 'FF1D4E6B',
  header: 'FFE3EDF3',
  total: 'FFF1F5F8',
  line: 'FFC9D3DB',
  good: 'FF1B6E3C',
  bad: 'FFB3261E',
  white: 'FFFFFFFF',
} as const;

/** Number formats. Durations are stored in days, as Excel counts them; the thin spaces follow the reader's own settings. */
export const formats = {
  count: '#,##0',
  rate: '0.00\u00a0%',
  points: '+0.00" pts";-0.00" pts";0.00" pts"',
  change: '+0.0\u00a0%;-0.0\u00a0%;0.0\u00a0%',
  minutes: '[mm]:ss',
  hours: '[h]:mm',
  agents: '0.0',
  day: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy\\ hh:mm',
  /** Text stays text even when someone edits the cell (COMMON-28). */
  text: '@',
} as const;

const family = 'Arial';
const thin = { style: 'thin', color: { argb: colours.line } } as const;
const frame: Partial<Borders> = { top: thin, bottom: thin, left: thin, right: thin };

export const fonts = {
  body: { name: family, size: 10, color: { argb: colours.ink } },
  muted: { name: family, size: 9, color: { argb: colours.muted } },
  title: { name: family, size: 15, bold: true, color: { argb: colours.band } },
  section: { name: family, size: 11, bold: true, color: { argb: colours.band } },
  header: { name: family, size: 9, bold: true, color: { argb: colours.ink } },
  band: { name: family, size: 9, bold: true, color: { argb: colours.white } },
  strong: { name: family, size: 10, bold: true, color: { argb: colours.ink } },
  good: { name: family, size: 10, bold: true, color: { argb: colours.good } },
  bad: { name: family, size: 10, bold: true, color: { argb: colours.bad } },
} as const satisfies Record<string, Partial<Font>>;

export const left: Partial<Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true, indent: 1 };
export const right: Partial<Alignment> = { horizontal: 'right', vertical: 'middle', indent: 1 };
const centre: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };

/** Height in points of a row of one line. */
export const lineHeight = 18;

export function fill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** A cell of a table body. */
export function bodyCell(cell: Cell, format: string, alignment: Partial<Alignment>, strong = false): void {
  cell.font = strong ? fonts.strong : fonts.body;
  cell.numFmt = format;
  cell.alignment = alignment;
  cell.border = frame;
  if (strong) {
    cell.fill = fill(colours.total);
  }
}

/** A row of column headers, tall enough for the longest once wrapped. */
export function headerRow(row: Row, from: number, to: number, height: number): void {
  row.height = height;
  for (let column = from; column <= to; column += 1) {
    const cell = row.getCell(column);
    cell.font = fonts.header;
    cell.fill = fill(colours.header);
    cell.alignment = column === 1 ? left : centre;
    cell.border = frame;
  }
}

/** A merged band that names a group of columns. */
export function bandCell(cell: Cell): void {
  cell.font = fonts.band;
  cell.fill = fill(colours.band);
  cell.alignment = centre;
  cell.border = { left: { style: 'thin', color: { argb: colours.white } } };
}
