import { changeMessage } from './change-message.ts';
import { withAttempt } from './merge-receipt.ts';
import type { Message } from './message.ts';
import type { EntryScope } from './message-entries.ts';
import type { MessagePorts } from './message-ports.ts';
import type { SettlePage } from './message-register.ts';
import { messageStateOf } from './message-state.ts';

/** A receipt comes within seconds, or late: after this long, what is known without one is told (design decision 17). */
export const receiptPatienceMs = 15 * 60_000;

/** Pages looked at together. */
const pagesAtOnce = 20;
/** Messages of which no receipt came, in one run: more wait for the next. */
const mostChanges = 600;
const lanes = 8;

/**
 * Looks at what left a quarter of an hour ago: what the provider took is `sent`, what it may have taken is `undetermined` and is never sent again. Those
 * of which a receipt told cost a read. Answers how many were told.
 */
export async function settleMessages(
  scope: EntryScope,
  at: string,
  ports: Pick<MessagePorts, 'messages' | 'journal'>,
): Promise<{ readonly sent: number; readonly undetermined: number }> {
  const told = { sent: 0, undetermined: 0 };
  while (told.sent + told.undetermined < mostChanges) {
    const pages = await ports.messages.settling(scope.programme, at, pagesAtOnce);
    const lines = pages.flatMap((page) => page.lines);
    const found = await ports.messages.read(scope.programme, [...new Set(lines.map(({ id }) => id))]);
    const byId = new Map(found.map((message) => [message.id, message]));
    const left = lines.filter(({ id }) => isWaiting(byId.get(id)));
    const lane = async (): Promise<void> => {
      for (let line = left.shift(); line !== undefined; line = left.shift()) {
        const state = await settle(scope, line, ports);
        if (state !== undefined) {
          told[state] += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    await ports.messages.removeSettled(scope.programme, pages);
    if (pages.length < pagesAtOnce) {
      break;
    }
  }
  return told;
}

/** Nothing is known of it yet, or what is known may not have been told. */
function isWaiting(message: Message | undefined): boolean {
  const state = message && messageStateOf(message);
  return state === 'sending' || state === 'sent' || state === 'undetermined';
}

async function settle(
  scope: EntryScope,
  { id, n, accepted }: SettlePage['lines'][number],
  ports: Pick<MessagePorts, 'messages' | 'journal'>,
): Promise<'sent' | 'undetermined' | undefined> {
  const kept = await changeMessage(
    scope,
    id,
    (message) => {
      const attempt = message?.attempts.find((one) => one.n === n);
      if (message === undefined || attempt === undefined || attempt.receipt || attempt.refusal || attempt.accepted) {
        return message;
      }
      if (!accepted && attempt.lost) {
        return message;
      }
      return withAttempt(message, { ...attempt, ...(accepted ? { accepted: true } : { lost: true }) });
    },
    ports,
  );
  const state = kept && messageStateOf(kept);
  return state === 'sent' || state === 'undetermined' ? state : undefined;
}
