import { readDay } from '../import/read-day.ts';
import type { CardText } from './card.ts';
import { type CardFault, cardFaults } from './card-faults.ts';
import { linesOf, listOf, readDates } from './card-lists.ts';

/** Fields of the form by which a card is written, as a browser sends them. */
export type CardForm = Readonly<
  Record<
    | 'title'
    | 'answer'
    | 'scheme'
    | 'motive'
    | 'keywords'
    | 'checklist'
    | 'dates'
    | 'refusalCode'
    | 'validFrom'
    | 'validTo',
    string
  >
>;

/** A card's text from its form, and what is wrong with it: the text is whole even then, so that nothing typed is lost. */
export function readCardForm(form: CardForm): { readonly text: CardText; readonly faults: readonly CardFault[] } {
  const value = (name: keyof CardForm) => form[name].trim();
  const faults: CardFault[] = [];
  const day = (name: 'validFrom' | 'validTo') => {
    const read = value(name) === '' ? undefined : readDay(value(name));
    if (read !== undefined && 'problem' in read) {
      faults.push({ field: name, value: value(name), reason: read.problem, accepted: 'jj/mm/aaaa' });
    }
    return read !== undefined && 'day' in read ? read.day : undefined;
  };
  const dates = readDates(linesOf(form.dates));
  faults.push(
    ...dates.faults.map(({ value: line, problem }) => ({
      field: 'dates' as const,
      value: line,
      reason: problem,
      accepted: 'une ligne par versement : jj/mm/aaaa puis son libellé',
    })),
  );
  const [validFrom, validTo] = [day('validFrom'), day('validTo')];
  const text: CardText = {
    title: value('title').replaceAll(/\s+/g, ' '),
    answer: linesOf(form.answer).join('\n'),
    ...(value('scheme') !== '' && { scheme: value('scheme') }),
    ...(value('motive') !== '' && { motive: value('motive') }),
    keywords: listOf(form.keywords),
    checklist: linesOf(form.checklist).filter((line) => line !== ''),
    dates: dates.dates,
    ...(value('refusalCode') !== '' && { refusalCode: value('refusalCode') }),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
  };
  return { text, faults: [...faults, ...cardFaults(text)] };
}
