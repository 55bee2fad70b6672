import type { CardText, CardVersion } from './card.ts';

/** A field of a card that differs, as it reads before and after. */
export interface FieldChange {
  /** French name of the field. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What publishing would change. */
export interface CardChange {
  readonly cardId: string;
  readonly title: string;
  /** Absent for a new card. */
  readonly before?: CardVersion;
  readonly after: CardText;
  readonly fields: readonly FieldChange[];
}

export interface Comparison {
  readonly added: readonly CardChange[];
  readonly changed: readonly CardChange[];
  /** Card ids. */
  readonly unchanged: readonly string[];
  /** Cards in force that the grid has not: they stay, unless someone withdraws them. */
  readonly absent: readonly CardVersion[];
}

/** Compares proposed texts with the last versions, by card id (SAMPS-20). A withdrawn card that comes again is new. */
export function compareCards(
  proposed: readonly { readonly cardId: string; readonly text: CardText }[],
  latest: ReadonlyMap<string, CardVersion>,
): Comparison {
  const changes = proposed.map(({ cardId, text }): CardChange => {
    const kept = latest.get(cardId);
    const before = kept?.withdrawn === true ? undefined : kept;
    const fields = before === undefined ? [] : fieldChanges(before.text, text);
    return { cardId, title: text.title, after: text, fields, ...(before && { before }) };
  });
  const named = new Set(proposed.map(({ cardId }) => cardId));
  return {
    added: changes.filter(({ before }) => before === undefined),
    changed: changes.filter(({ before, fields }) => before !== undefined && fields.length > 0),
    unchanged: changes
      .filter(({ before, fields }) => before !== undefined && fields.length === 0)
      .map(({ cardId }) => cardId),
    absent: [...latest.values()].filter(({ cardId, withdrawn }) => withdrawn !== true && !named.has(cardId)),
  };
}

/** What differs between two texts of a card; blanks around lines count for nothing. */
export function fieldChanges(before: CardText, after: CardText): readonly FieldChange[] {
  return fieldsOf(before).flatMap(([field, old], index) => {
    const now = fieldsOf(after)[index]?.[1] ?? '';
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}

function fieldsOf(text: CardText): readonly (readonly [string, string])[] {
  const lines = (several: readonly string[]) => several.join('\n');
  return [
    ['Question', text.title],
    ['Réponse', text.answer],
    ['Aide', text.scheme ?? ''],
    ['Motif', text.motive ?? ''],
    ['Mots-clés', text.keywords.join(', ')],
    ['Pièces', lines(text.checklist)],
    ['Dates', lines(text.dates.map(({ day, label }) => `${day} ${label}`))],
    ['Code de refus', text.refusalCode ?? ''],
    ['Valable du', text.validFrom ?? ''],
    ['Valable jusqu’au', text.validTo ?? ''],
  ];
}
