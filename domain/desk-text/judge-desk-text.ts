import { forbiddenIn } from '../message/forbidden-words.ts';
import type { MessageRules } from '../message/message-rules.ts';
import { type Segments, segmentsOf } from '../message/segments.ts';
import { parsePhone } from '../phone/phone-number.ts';

/** A person reads a list of documents on a small screen, and the service pays each part. */
const mostParts = 3;

/** How a number takes messages. `none`: withheld, and no other was given. */
export type TextableNumber = 'mobile' | 'landline' | 'no-sender' | 'none';

/** Why these words are not sent, in French; undefined when they may be. */
export function objectionToText(text: string, { forbiddenWords }: MessageRules): string | undefined {
  const { parts } = segmentsOf(text);
  if (parts > mostParts) {
    return `Ce texte prendrait ${parts} SMS, ${mostParts} au plus sont envoyés : lisez la liste à la personne.`;
  }
  const [word] = forbiddenIn(text, forbiddenWords);
  return word === undefined
    ? undefined
    : `Le mot « ${word} » ne s’écrit pas dans un SMS de ce programme : lisez le texte à la personne.`;
}

/** Whether a sender of ours reaches this number: landlines get no SMS, nor do numbers of countries without a sender. */
export function textableNumber(e164: string | undefined, { senders }: MessageRules): TextableNumber {
  const parsed = e164 === undefined ? undefined : parsePhone(e164, 'NC');
  if (parsed === undefined) {
    return 'none';
  }
  if ('problem' in parsed || parsed.kind !== 'mobile') {
    return 'landline';
  }
  return senders.some(({ country }) => country === parsed.country) ? 'mobile' : 'no-sender';
}

/** What a text costs. */
export function priceOf(
  text: string,
  { senders, prices }: MessageRules,
): { readonly segments: Segments; readonly sender: string; readonly dollars?: number } {
  const segments = segmentsOf(text);
  const [sender] = senders;
  const price = sender && prices[sender.country];
  return {
    segments,
    sender: sender?.id ?? '',
    ...(price !== undefined && { dollars: Math.round(price * segments.parts * 100_000) / 100_000 }),
  };
}
