import { type CardText, cardLimits } from './card.ts';
import type { CardField } from './card-fields.ts';

export interface CardFault {
  readonly field: CardField;
  /** French, without a final stop. */
  readonly reason: string;
  readonly accepted: string;
  readonly value?: string;
}

/** What is wrong with a card's text, whoever wrote it; nothing when it can be published. */
export function cardFaults(card: CardText): readonly CardFault[] {
  const faults: CardFault[] = [];
  const { title, answer, keywords, checklist, validFrom, validTo } = card;
  const atMost = (field: CardField, text: string, most: number) => {
    if (text.length > most) {
      const value = `${text.slice(0, 40)}…`;
      faults.push({
        field,
        value,
        reason: `ce texte a ${text.length} caractères`,
        accepted: `${most} caractères au plus`,
      });
    }
  };
  if (title === '') {
    faults.push({
      field: 'title',
      reason: 'la question manque',
      accepted: 'la question, telle que la posent les usagers',
    });
  }
  if (answer === '') {
    faults.push({ field: 'answer', reason: 'la réponse manque', accepted: 'le texte de la réponse' });
  }
  atMost('title', title, cardLimits.title);
  atMost('answer', answer, cardLimits.answer);
  for (const [field, items] of [
    ['keywords', keywords],
    ['checklist', checklist],
  ] as const) {
    if (items.length > cardLimits.items) {
      faults.push({
        field,
        reason: `cette liste a ${items.length} lignes`,
        accepted: `${cardLimits.items} lignes au plus`,
      });
    }
    for (const item of items) {
      atMost(field, item, cardLimits.item);
    }
  }
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
    faults.push({
      field: 'validTo',
      value: validTo,
      reason: `la fin de validité est avant son début, ${validFrom}`,
      accepted: 'le même jour ou un jour suivant',
    });
  }
  return faults;
}
