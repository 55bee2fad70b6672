import type { Message, MessageAttempt } from './message.ts';
import type { MessageRules } from './message-rules.ts';

/** Where a message is; one that is in no item is `planned`, or was never. `sending`: claimed, and not yet known to have left. */
export type MessageState = 'planned' | 'sending' | 'sent' | 'delivered' | 'failed' | 'dropped' | 'undetermined';

/** Exactly one state, whatever the order in which its facts came. */
export function messageStateOf({ attempts, dropped }: Pick<Message, 'attempts' | 'dropped'>): MessageState {
  if (attempts.some(({ receipt }) => receipt?.result === 'delivered')) {
    return 'delivered';
  }
  const last = attempts.at(-1);
  if (last === undefined) {
    return dropped === undefined ? 'planned' : 'dropped';
  }
  if (last.receipt !== undefined || last.refusal !== undefined) {
    return 'failed';
  }
  return last.accepted ? 'sent' : last.lost ? 'undetermined' : 'sending';
}

/** What may still be done for a message. */
export type NextSend =
  /** It may be claimed, as attempt `n`, from `from` on. */
  | { readonly type: 'send'; readonly n: number; readonly from?: string }
  /** Claimed at `since`, and nothing known of it: it may have left. */
  | { readonly type: 'unresolved'; readonly since: string }
  | { readonly type: 'nothing' };

/** A message is sent again only when the network itself says that it did not deliver it, and for a cause that may pass (COMMON-36). */
export function nextSend(
  { attempts, dropped, notAfter }: Pick<Message, 'attempts' | 'dropped' | 'notAfter'>,
  { retry }: Pick<MessageRules, 'retry'>,
): NextSend {
  const last = attempts.at(-1);
  if (dropped !== undefined || attempts.some(({ receipt }) => receipt?.result === 'delivered')) {
    return { type: 'nothing' };
  }
  if (last === undefined) {
    return { type: 'send', n: 1 };
  }
  if (isUnknown(last)) {
    return { type: 'unresolved', since: last.at };
  }
  const { receipt } = last;
  if (receipt?.result !== 'failed' || receipt.permanent || attempts.length >= retry.maxAttempts) {
    return { type: 'nothing' };
  }
  const from = new Date(Date.parse(receipt.at) + retry.afterMinutes * 60_000).toISOString();
  return from < notAfter ? { type: 'send', n: last.n + 1, from } : { type: 'nothing' };
}

function isUnknown({ receipt, refusal, accepted, lost }: MessageAttempt): boolean {
  return receipt === undefined && refusal === undefined && accepted === undefined && lost === undefined;
}
