import type { RecipientProfile } from '../recipient/profile.ts';
import { type TextNumber, textNumbers } from './choose-number.ts';
import type { DropReason, Message } from './message.ts';
import type { PlannedMessage } from './message-order.ts';
import type { MessageScope } from './message-scope.ts';
import { nextSend } from './message-state.ts';
import { nextSendable } from './quiet-hours.ts';

/** What is to be done now with one message that is due. */
export type Judgement =
  | { readonly type: 'send'; readonly n: number; readonly number: TextNumber }
  /** Not now, but then. */
  | { readonly type: 'move'; readonly to: string }
  | { readonly type: 'drop'; readonly reason: DropReason }
  /** Claimed a moment ago by a run that may still be sending it. */
  | { readonly type: 'leave' }
  /** Claimed by a run that is no more: a receipt may tell. */
  | { readonly type: 'settle'; readonly n: number }
  | { readonly type: 'nothing' };

/** Longer than any run lasts. */
const runMs = 120_000;

/** Whether there is anything left to decide, without knowing who it is for. */
export function isOpen(message: Message | undefined, { rules }: MessageScope): boolean {
  return message === undefined || nextSend(message, rules).type === 'send';
}

/** `isBad`: nothing can be sent to this number. */
export function judgeMessage(
  planned: PlannedMessage,
  message: Message | undefined,
  profile: RecipientProfile | undefined,
  isBad: (e164: string) => boolean,
  { at, rules, calendar }: MessageScope,
): Judgement {
  const next = nextSend(message ?? { attempts: [], notAfter: planned.notAfter }, rules);
  if (next.type === 'unresolved') {
    const n = message?.attempts.at(-1)?.n ?? 1;
    return Date.parse(at) - Date.parse(next.since) < runMs ? { type: 'leave' } : { type: 'settle', n };
  }
  if (next.type === 'nothing') {
    return next;
  }
  if (at >= planned.notAfter) {
    return { type: 'drop', reason: 'expired' };
  }
  if (profile === undefined) {
    return { type: 'drop', reason: 'unknown-person' };
  }
  if (next.from !== undefined && next.from > at) {
    return { type: 'move', to: next.from };
  }
  const numbers = textNumbers(profile, rules.senders, calendar);
  if (typeof numbers === 'string') {
    return { type: 'drop', reason: numbers };
  }
  const number = numbers.find(({ e164 }) => !isBad(e164));
  if (number === undefined) {
    return { type: 'drop', reason: 'bad-number' };
  }
  const opens = nextSendable(rules.quietHours, number.place, at);
  if (opens !== at) {
    return opens >= planned.notAfter ? { type: 'drop', reason: 'expired' } : { type: 'move', to: opens };
  }
  return { type: 'send', n: next.n, number };
}
