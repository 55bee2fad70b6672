import type { Message } from './message.ts';
import { type EntryScope, messageEntries } from './message-entries.ts';
import type { MessagePorts } from './message-ports.ts';

/** Writers meet rarely on one message; this many in a row means something is wrong. */
const maxTries = 12;

/**
 * Adds a fact to a message by one conditional write, tried again when another writer came first, then tells what follows from it. Told after it is
 * written, always: whoever comes back after a crash finds the fact and tells it again, the same. A fact already known costs no write. Answers the message,
 * undefined when there is none of this id and `change` makes none.
 */
export async function changeMessage(
  scope: EntryScope,
  id: string,
  change: (message: Message | undefined) => Message | undefined,
  ports: Pick<MessagePorts, 'messages' | 'journal'>,
): Promise<Message | undefined> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const [known] = await ports.messages.read(scope.programme, [id]);
    const changed = change(known);
    const kept =
      changed === undefined || changed === known ? known : { ...changed, version: (known?.version ?? 0) + 1 };
    if (kept === known || (kept !== undefined && (await ports.messages.write(scope.programme, kept)))) {
      await tell(scope, kept, ports);
      return kept;
    }
  }
  throw new Error(`Message of programme ${scope.programme}: ${maxTries} concurrent writes in a row; retry later`);
}

export async function tell(
  scope: EntryScope,
  message: Message | undefined,
  { journal }: Pick<MessagePorts, 'journal'>,
): Promise<void> {
  const entries = message === undefined ? [] : messageEntries(scope, message);
  if (entries.length > 0) {
    await journal.append(entries);
  }
}
