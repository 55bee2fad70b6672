import { changeMessage } from './change-message.ts';
import { mergeReceipt } from './merge-receipt.ts';
import type { Receipt } from './message.ts';
import { pagesOf } from './message-page.ts';
import type { MessagePorts } from './message-ports.ts';
import { nextSend } from './message-state.ts';
import type { MessageContext } from './text-sender.ts';

/** Of which SendTextMessage, and what. */
export interface ToldReceipt {
  readonly context: MessageContext;
  readonly receipt: Receipt;
}

/**
 * Notes what the network says of a message (COMMON-36): in any order, any number of times, however late. A number that nothing can be sent to is marked;
 * what failed for a cause that may pass is planned again, within the rules. False when there is no such message here.
 */
export async function noteReceipt(
  { context, receipt }: ToldReceipt,
  at: string,
  ports: MessagePorts,
): Promise<boolean> {
  const { programme, messageId, attempt: n } = context;
  const [rules, { timeZone }] = await Promise.all([
    ports.content.inForce(programme, 'messageRules', at),
    ports.content.inForce(programme, 'calendar', at),
  ]);
  const scope = { programme, timeZone, rules };
  const kept = await changeMessage(scope, messageId, (known) => known && mergeReceipt(known, n, receipt), ports);
  if (kept === undefined) {
    return false;
  }
  const numberKey = kept.attempts.find((attempt) => attempt.n === n)?.numberKey ?? '';
  if (receipt.result === 'failed' && receipt.badNumber && numberKey !== '') {
    await ports.messages.markBad(programme, numberKey, { at: receipt.at, cause: receipt.cause });
  }
  const next = nextSend(kept, rules);
  if (next.type === 'send' && next.from !== undefined) {
    const { attempts: _, version: __, templateVersion: ___, ...planned } = kept;
    await ports.messages.plan(programme, pagesOf([{ ...planned, at: next.from }]));
  }
  return true;
}
