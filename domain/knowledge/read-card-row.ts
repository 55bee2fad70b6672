import type { Fault } from '../import/fault.ts';
import { headingWords } from '../import/heading.ts';
import { type RawCell, type RawRow, textOf } from '../import/raw-row.ts';
import { acceptedDays, readDay } from '../import/read-day.ts';
import type { MotiveDefinition, SchemeDefinition } from '../programme/programme.ts';
import { type CardText, cardIdOf } from './card.ts';
import { cardFaults } from './card-faults.ts';
import { type CardField, cardFields } from './card-fields.ts';
import { linesOf, listOf, readDates } from './card-lists.ts';

export interface RowScope {
  readonly columnOf: (field: CardField) => number;
  readonly headings: readonly string[];
  readonly schemes: readonly SchemeDefinition[];
  readonly motives: readonly MotiveDefinition[];
}

export interface CardRow {
  readonly row: number;
  /** Absent when the row is refused. */
  readonly card?: { readonly cardId: string; readonly text: CardText };
  readonly faults: readonly Fault[];
}

/** One line of the grid. A value that cannot be read refuses the row: half a card would be told to people. */
export function readCardRow(
  { number: row, cells }: RawRow,
  { columnOf, headings, schemes, motives }: RowScope,
): CardRow {
  const faults: Fault[] = [];
  const cell = (field: CardField): RawCell => cells[columnOf(field)];
  const text = (field: CardField) => textOf(cell(field));
  const fail = (field: CardField, reason: string, accepted: string, value = text(field)) => {
    const column = headings[columnOf(field)] ?? cardFields.find(({ code }) => code === field)?.label ?? field;
    faults.push({ row, column, ...(value !== '' && { value }), reason, accepted, effect: 'row-refused' });
  };
  const coded = (field: 'scheme' | 'motive', known: readonly { readonly code: string; readonly label: string }[]) => {
    const given = text(field);
    const found = given === '' || /^tou(s|te)/i.test(given) ? undefined : known.find((one) => isNamed(one, given));
    if (found === undefined && given !== '' && !/^tou(s|te)/i.test(given)) {
      fail(field, 'cette valeur est inconnue', `${known.map(({ label }) => label).join(', ')}, ou rien`);
    }
    return found?.code;
  };
  const day = (field: 'validFrom' | 'validTo') => {
    const read = text(field) === '' ? undefined : readDay(cell(field));
    if (read !== undefined && 'problem' in read) {
      fail(field, read.problem, acceptedDays);
    }
    return read !== undefined && 'day' in read ? read.day : undefined;
  };
  const dates = readDates(linesOf(cell('dates')));
  for (const { value, problem } of dates.faults) {
    fail('dates', problem, 'une ligne par versement : jj/mm/aaaa puis son libellé', value);
  }
  const [scheme, motive] = [coded('scheme', schemes), coded('motive', motives)];
  const [validFrom, validTo] = [day('validFrom'), day('validTo')];
  const card: CardText = {
    title: text('title'),
    answer: linesOf(cell('answer')).join('\n'),
    ...(scheme !== undefined && { scheme }),
    ...(motive !== undefined && { motive }),
    keywords: listOf(cell('keywords')),
    checklist: linesOf(cell('checklist')).map((line) => line.replace(/^[-–•*]\s*/, '')),
    dates: dates.dates,
    ...(text('refusalCode') !== '' && { refusalCode: text('refusalCode') }),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
  };
  for (const { field, reason, accepted, value } of cardFaults(card)) {
    fail(field, reason, accepted, value);
  }
  const cardId = cardIdOf(text('reference') === '' ? card.title : text('reference'));
  if (cardId === '' && faults.length === 0) {
    fail('reference', 'ni la référence ni la question n’ont de lettre ou de chiffre', 'des lettres ou des chiffres');
  }
  return faults.length === 0 ? { row, card: { cardId, text: card }, faults } : { row, faults };
}

/** A code, a label, or the words of a label without accents and small words. */
function isNamed({ code, label }: { readonly code: string; readonly label: string }, given: string): boolean {
  const words = (text: string) => headingWords(text).join(' ');
  return given === code || words(given) === words(label) || words(given) === words(code.replaceAll('_', ' '));
}
