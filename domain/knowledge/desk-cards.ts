import type { CardDate, CardVersion } from './card.ts';
import { cardsInForce } from './cards-in-force.ts';
import { paymentDates } from './payment-dates.ts';

/** A card as the desk shows and searches it. */
export interface DeskCard {
  readonly cardId: string;
  readonly version: number;
  readonly title: string;
  readonly answer: string;
  readonly scheme?: string;
  readonly motive?: string;
  readonly keywords: readonly string[];
  readonly checklist: readonly string[];
  /** Days of payment to come; absent where the card has none at all, `next` absent where all are over. */
  readonly payments?: { readonly next?: CardDate; readonly later: readonly CardDate[] };
  readonly refusalCode?: string;
  /** Local day of publication. */
  readonly publishedAt: string;
}

/** What agents see on a local day, by card id. */
export function deskCards(versions: readonly CardVersion[], day: string): readonly DeskCard[] {
  return cardsInForce(versions, day).map((one) => deskCard(one, day));
}

/** One version, whether or not it is still in force: a call names the one that was read. */
export function deskCard({ cardId, version, text, publishedAt }: CardVersion, day: string): DeskCard {
  const { dates, validFrom: _, validTo: __, ...shown } = text;
  return { cardId, version, ...shown, ...(dates.length > 0 && { payments: paymentDates(text, day) }), publishedAt };
}

/** The approved words for a code of refusal (SAMPS-15); undefined when there are none: then nothing is said in their place. */
export function explainedRefusal(cards: readonly DeskCard[], code: string): DeskCard | undefined {
  const asked = code.trim().toUpperCase();
  return cards.find(({ refusalCode }) => refusalCode?.toUpperCase() === asked);
}
