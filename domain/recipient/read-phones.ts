import { type RawCell, textOf } from '../import/raw-row.ts';
import { type ParsedPhone, type PhoneProblem, parsePhone } from '../phone/phone-number.ts';
import type { ProfilePhone } from './profile.ts';

export interface PhonesRead {
  readonly phones: readonly ProfilePhone[];
  readonly problems: readonly { readonly value: string; readonly reason: string }[];
}

const reasons: Readonly<Record<PhoneProblem | 'premium' | 'lost', string>> = {
  empty: 'le numéro est vide',
  'not-a-number': 'ce n’est pas un numéro de téléphone',
  short: 'c’est un numéro court, qui n’est celui de personne',
  unassigned: 'ce numéro n’existe pas',
  premium: 'c’est un numéro surtaxé',
  lost: 'le tableur a perdu des chiffres de ce numéro',
};

/** What people write between two numbers of one cell. */
const between = /[;,|\n\r]+|\s\/\s|(?<=\d)\s*\/\s*(?=(?:\+|0[1-9]|00)\d?)|\s(?:ou|et|puis|or|and)\s/i;
/** Whole French, international and six-digit numbers that only blanks set apart. */
const sideBySide = /(?:\+|00)\d[\d .-]{7,15}\d|0[1-9](?:[ .-]?\d{2}){4}|\b\d{2}[ .]?\d{2}[ .]?\d{2}\b/g;

/**
 * Every number of a cell: several in one cell, +33 in its ways, overseas, six digits of New Caledonia where `country` says so, and what
 * spreadsheets break, the leading 0 and the exponent (domain facts §5.5). Words around a number are dropped.
 */
export function readPhones(cell: RawCell, country: 'NC' | 'FR'): PhonesRead {
  const text = typeof cell === 'number' ? String(Math.round(cell)) : rawText(cell);
  if (text === '') {
    return { phones: [], problems: [] };
  }
  const whole = readOne(text, country);
  if ('phone' in whole) {
    return { phones: [whole.phone], problems: [] };
  }
  const parts = text.split(between).filter((part) => part.trim() !== '');
  const pieces = parts.length > 1 ? parts : (text.match(sideBySide) ?? []);
  if (pieces.length < 2) {
    return { phones: [], problems: [{ value: text, reason: whole.reason }] };
  }
  const read = pieces.map((piece) => ({ piece: piece.trim(), ...readOne(piece, country) }));
  return {
    phones: read.flatMap((one) => ('phone' in one ? [one.phone] : [])),
    problems: read.flatMap((one) => ('reason' in one ? [{ value: one.piece, reason: one.reason }] : [])),
  };
}

function readOne(
  written: string,
  country: 'NC' | 'FR',
): { readonly phone: ProfilePhone } | { readonly reason: string } {
  const text = /\d[.,]?\d*e\+?\d+/i.test(written) ? written : withoutWords(written);
  const parsed = parse(text, country);
  if ('problem' in parsed) {
    return { reason: reasons[/^\d[.,]\d+e\+?\d+$/i.test(text.trim()) ? 'lost' : parsed.problem] };
  }
  const { e164, kind } = parsed;
  return kind === 'premium' ? { reason: reasons.premium } : { phone: { e164, kind } };
}

function parse(text: string, country: 'NC' | 'FR'): ParsedPhone | { readonly problem: PhoneProblem } {
  const digits = text.replaceAll(/\D/g, '');
  for (const reading of [text, ...repaired(text.trim(), digits, country)]) {
    const parsed = parsePhone(reading, country);
    if ('e164' in parsed) {
      return parsed;
    }
  }
  return parsePhone(text, country);
}

/** What the cell held before a spreadsheet took it for an amount. */
function repaired(text: string, digits: string, country: 'NC' | 'FR'): readonly string[] {
  const exponent = /^(\d)[.,](\d+)e\+?(\d+)$/i.exec(text);
  if (exponent !== null) {
    const [, first = '', rest = '', power = ''] = exponent;
    // Complete only when no digit was rounded away.
    return rest.length === Number(power) ? [`+${first}${rest}`, `0${first}${rest}`] : [];
  }
  // (0) is written after +33 by many.
  const trunk = /^(?:\+|00)33\s?\(0\)/.test(text) ? [`+33${digits.replace(/^(?:00)?330/, '')}`] : [];
  const lost = country === 'FR' && digits.length === 9 && !digits.startsWith('0') ? [`0${digits}`] : [];
  const code = /^(33\d{9}|687\d{6}|689\d{8}|(?:262|590|594|596)\d{9})$/.test(digits) ? [`+${digits}`] : [];
  const country33 = /^330[1-9]\d{8}$/.test(digits) ? [`+33${digits.slice(3)}`] : [];
  return [...trunk, ...lost, ...code, ...country33];
}

function withoutWords(text: string): string {
  return text
    .replaceAll(/[\p{L}:°'’]+/gu, ' ')
    .replaceAll(/\(\s*\)/g, ' ')
    .replaceAll(/[\s.]+$|^[\s.]+/g, '');
}

/** Line ends are kept: they part numbers. */
function rawText(cell: RawCell): string {
  return typeof cell === 'string' ? cell.replaceAll(/[^\S\n\r]+/g, ' ').trim() : textOf(cell);
}
