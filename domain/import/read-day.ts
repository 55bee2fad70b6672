import type { RawCell } from './raw-row.ts';
import { textOf } from './raw-row.ts';

export const acceptedDays = 'jj/mm/aaaa (01/03/1938), aaaa-mm-jj, « 1er mars 1938 », ou une date d’Excel';

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
const dayMs = 86_400_000;
/** Day 0 of Excel's serial dates, which count a 29 February 1900 that never was: right from 1 March 1900 on. */
const serialZero = Date.UTC(1899, 11, 30);

/**
 * A calendar day, YYYY-MM-DD, from a date of Excel, its serial number, jj/mm/aaaa, ISO or French words; `problem` is a French sentence. Years of
 * two digits are refused: 23 is as well 1923 as 2023.
 */
export function readDay(cell: RawCell): { readonly day: string } | { readonly problem: string } {
  if (typeof cell === 'object') {
    return exact(cell.day);
  }
  const text = textOf(cell);
  if (typeof cell === 'number' || /^\d{5}(\.\d+)?$/.test(text)) {
    const serial = Math.floor(Number(cell));
    return serial >= 61 && serial < 80_000
      ? { day: new Date(serialZero + serial * dayMs).toISOString().slice(0, 10) }
      : { problem: 'ce nombre n’est pas une date d’Excel' };
  }
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) {
    return exact(dayOf(iso[1], iso[2], iso[3]));
  }
  const french = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{2,4})(?: .*)?$/.exec(text);
  if (french !== null) {
    return french[3]?.length === 4
      ? exact(dayOf(french[3], french[2], french[1]))
      : { problem: 'l’année doit avoir quatre chiffres' };
  }
  const words = /^(?:\p{L}+ )?(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4})$/u.exec(withoutAccents(text));
  const month =
    words === null ? -1 : months.findIndex((name) => (words[2] ?? '').length > 2 && name.startsWith(words[2] ?? ''));
  if (words !== null && month >= 0) {
    return exact(dayOf(words[3], String(month + 1), words[1]));
  }
  return { problem: 'ce n’est pas une date' };
}

function exact(day: string): { readonly day: string } | { readonly problem: string } {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day
    ? { problem: 'ce jour n’existe pas dans le calendrier' }
    : { day };
}

function dayOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
