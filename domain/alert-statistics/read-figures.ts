import { addDays } from '../calendar/local-time.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { addMonths } from '../renewal/add-months.ts';
import { type AlertFigures, monthFigures } from './alert-figures.ts';
import type { FigureBook } from './figure-book.ts';
import { addFigures } from './merge-figures.ts';
import { monthsFrom } from './statistics-tables.ts';

/** Days after a month within which its last receipts come, and some more. */
const closingDays = 5;
/** Days read at once. */
const lanes = 25;

export interface FiguresOrder {
  readonly programme: string;
  readonly structure: string;
  /** YYYY-MM, both included. */
  readonly from: string;
  readonly to: string;
  /** Local days: this one, and that on which the structure was created. */
  readonly today: string;
  readonly since: string;
}

/**
 * What a structure sent over some months. A month that is over is counted once from its journal and kept: a year is one query of the book and the days of the
 * month in hand, not one query a day.
 */
export async function readFigures(
  { programme, structure, from, to, today, since }: FiguresOrder,
  { journal, book }: { readonly journal: Pick<Journal, 'read'>; readonly book: FigureBook },
): Promise<AlertFigures> {
  const kept = await book.read(from, to);
  const lived = monthsFrom(from < since.slice(0, 7) ? since.slice(0, 7) : from, to);
  const wanted = lived.filter((month) => !kept.has(month));
  const days = new Set(wanted.flatMap((month) => daysOf(month)).filter((day) => day >= since && day <= today));
  const entries = await readDays(`${programme}#${structure}`, [...days], journal);
  const counted = wanted.map((month) => [month, monthFigures(entries, structure, month)] as const);
  const over = counted.filter(([month]) => addDays(nextMonth(month), closingDays) <= today);
  await Promise.all(over.map(([month, figures]) => book.save(month, figures)));
  return addFigures([...kept, ...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, figures]) => figures));
}

/** Days that tell of a month: its own, those of the month before, in which messages were chosen that were stopped in it, and those of its last receipts. */
function daysOf(month: string): readonly string[] {
  const days: string[] = [];
  const last = addDays(nextMonth(month), closingDays - 1);
  for (let day = addMonths(`${month}-01`, -1); day <= last; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}

function nextMonth(month: string): string {
  return addMonths(`${month}-01`, 1);
}

async function readDays(
  owner: string,
  days: readonly string[],
  journal: Pick<Journal, 'read'>,
): Promise<readonly JournalEntry[]> {
  const queue = [...days];
  const entries: JournalEntry[] = [];
  const lane = async (): Promise<void> => {
    for (let day = queue.shift(); day !== undefined; day = queue.shift()) {
      entries.push(...(await journal.read(owner, day)));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return entries;
}
