import { localDay } from '../calendar/local-time.ts';
import type { Message, MessageAttempt } from './message.ts';
import type { MessageEntry } from './message-entry.ts';
import type { MessageRules } from './message-rules.ts';
import { nextSend } from './message-state.ts';

/** Whose journal. */
export interface EntryScope {
  readonly programme: string;
  readonly timeZone: string;
  readonly rules: Pick<MessageRules, 'retry'>;
}

/** What is to be told of a message as it stands: the same entries whoever tells them, and however often. */
export function messageEntries(scope: EntryScope, message: Message): readonly MessageEntry[] {
  const { dropped } = message;
  return [
    ...message.attempts.flatMap((attempt) => {
      const change = changeOf(scope, message, attempt);
      return change === undefined ? [] : [entry(scope, message, attempt.n, attempt.at, timeOf(attempt), change)];
    }),
    ...(dropped === undefined
      ? []
      : [entry(scope, message, 0, dropped.at, dropped.at, { type: 'dropped' as const, ...dropped })]),
  ];
}

function changeOf(
  { rules }: EntryScope,
  message: Message,
  { n, at: sentAt, parts, receipt, refusal, accepted, lost }: MessageAttempt,
): MessageEntry['change'] | undefined {
  if (receipt !== undefined) {
    const { at, price } = receipt;
    const cost = { parts: receipt.parts ?? parts, ...(price === undefined ? {} : { price }) };
    if (receipt.result === 'delivered') {
      return { type: 'delivered', sentAt, at, ...cost };
    }
    const { cause, permanent } = receipt;
    const isLast = message.attempts.every((other) => other.n <= n);
    // Dropped since: what follows tells, and this stays as it was told.
    const { attempts, notAfter } = message;
    const final = isLast && nextSend({ attempts, notAfter }, rules).type !== 'send';
    return { type: 'failed', sentAt, at, cause, permanent, final, ...cost };
  }
  if (refusal !== undefined) {
    return { type: 'failed', at: refusal.at, cause: refusal.cause, permanent: true, final: true };
  }
  return accepted ? { type: 'sent', sentAt, parts } : lost ? { type: 'undetermined', sentAt } : undefined;
}

function timeOf({ at, receipt, refusal }: MessageAttempt): string {
  return receipt?.at ?? refusal?.at ?? at;
}

function entry(
  { programme, timeZone }: EntryScope,
  { id, structure, subject, template, templateVersion, purpose, occasion }: Message,
  n: number,
  dayOf: string,
  time: string,
  change: MessageEntry['change'],
): MessageEntry {
  return {
    kind: 'message',
    programme,
    ...(structure === undefined ? {} : { structure }),
    day: localDay(timeZone, dayOf),
    time,
    id: `message#${id}#${n}#${change.type}`,
    messageId: id,
    subject,
    template,
    templateVersion,
    purpose,
    ...(occasion === undefined ? {} : { occasion }),
    attempt: n,
    change,
  };
}
