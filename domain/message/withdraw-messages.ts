import { changeMessage } from './change-message.ts';
import type { DropReason, Message } from './message.ts';
import type { EntryScope } from './message-entries.ts';
import type { PlannedMessage } from './message-order.ts';
import type { MessagePorts } from './message-ports.ts';
import { messageStateOf, nextSend } from './message-state.ts';

/**
 * Takes planned messages back: what has not left will not. One that left, or may have, stays what it is. Answers the ids of those that will not be sent.
 */
export async function withdrawMessages(
  programme: string,
  planned: readonly PlannedMessage[],
  at: string,
  ports: MessagePorts,
): Promise<readonly string[]> {
  const [rules, { timeZone }] = await Promise.all([
    ports.content.inForce(programme, 'messageRules', at),
    ports.content.inForce(programme, 'calendar', at),
  ]);
  const scope = { programme, timeZone, rules };
  const withdrawn: string[] = [];
  for (const message of planned) {
    const kept = await dropMessage(scope, message, { at, reason: 'withdrawn' }, ports);
    if (kept.dropped !== undefined) {
      withdrawn.push(message.id);
    }
  }
  return withdrawn;
}

/** Gives a message up unless it left or may have; the first reason holds. */
export async function dropMessage(
  scope: EntryScope,
  planned: PlannedMessage,
  dropped: { readonly at: string; readonly reason: DropReason },
  ports: Pick<MessagePorts, 'messages' | 'journal'>,
  templateVersion = 0,
): Promise<Message> {
  const kept = await changeMessage(
    scope,
    planned.id,
    (known) =>
      known === undefined
        ? { ...planned, templateVersion, attempts: [], dropped, version: 0 }
        : nextSend(known, scope.rules).type === 'send'
          ? { ...known, dropped }
          : known,
    ports,
  );
  if (kept === undefined) {
    throw new Error(`Message ${planned.id} was neither found nor made; retry`);
  }
  return kept;
}

/** States of messages by id; one that nothing was decided of is absent: it is planned, or never was. */
export async function messageStates(
  programme: string,
  ids: readonly string[],
  { messages }: Pick<MessagePorts, 'messages'>,
) {
  const found = await messages.read(programme, ids);
  return new Map(
    found.map((message) => [message.id, { state: messageStateOf(message), sentAt: message.attempts[0]?.at } as const]),
  );
}
