import type { Scheme } from '../journal/entry.ts';

/** What a card says: approved by the client, shown to agents as it is (SAMPS-21). Texts are plain: a line that begins with « - » is an item of a list. */
export interface CardText {
  /** The question, as callers put it. */
  readonly title: string;
  readonly answer: string;
  /** The aid it is about; absent = all of them. */
  readonly scheme?: Scheme;
  /** Code of the motive it answers (SAMPS-12..18). */
  readonly motive?: string;
  readonly keywords: readonly string[];
  /** Documents to provide, which can be sent by SMS (SAMPS-13). */
  readonly checklist: readonly string[];
  /** Days of payment (SAMPS-17), ascending. */
  readonly dates: readonly CardDate[];
  /** Code of the refusal that it explains (SAMPS-15). */
  readonly refusalCode?: string;
  /** Local days, both included, on which agents see it; absent = no limit. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface CardDate {
  /** Local day YYYY-MM-DD. */
  readonly day: string;
  readonly label: string;
}

/** A card as it was published once: never changed afterwards. Named `cardId@version` where a call says what was read in it. */
export interface CardVersion {
  /** Small letters, digits and hyphens. */
  readonly cardId: string;
  /** 1, 2… of this card. */
  readonly version: number;
  readonly text: CardText;
  /** ISO instant. */
  readonly publishedAt: string;
  /** User name, or `seed` for what came with a deployment. */
  readonly publishedBy: string;
  readonly origin: 'seed' | 'import' | 'edit';
  /** The version before told something wrong: those who heard it are to be told (SAMPS-21). */
  readonly corrects?: true;
  /** Agents see the card no more. */
  readonly withdrawn?: true;
}

/** A change that nobody sees but its authors. */
export interface CardDraft {
  readonly cardId: string;
  readonly text: CardText;
  /** Version it would follow; 0: a new card. */
  readonly basedOn: number;
  readonly changedAt: string;
  readonly changedBy: string;
  /** Grows by one at each change: two authors at once do not overwrite each other. */
  readonly revision: number;
}

export const cardLimits = { title: 200, answer: 4000, item: 200, items: 40 } as const;

/** Id of a card by its reference or, without one, its question: the same for the same words. */
export function cardIdOf(words: string): string {
  return words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}
