import type { RecipientProfile } from '../recipient/profile.ts';
import { textNumbers } from './choose-number.ts';
import { isOpen } from './judge-message.ts';
import type { Message } from './message.ts';
import type { PlannedMessage } from './message-order.ts';
import { type MessagePage, type PageLine, plannedOf } from './message-page.ts';
import type { SendPorts } from './message-ports.ts';
import type { MessageScope } from './message-scope.ts';

/** One line of a page that is due, with all that is known of it. */
export interface DueLine {
  readonly page: MessagePage;
  readonly line: PageLine;
  readonly planned: PlannedMessage;
  readonly message: Message | undefined;
  readonly profile: RecipientProfile | undefined;
}

export interface DueWork {
  readonly lines: readonly DueLine[];
  /** Key of every number that may be written to. */
  readonly keys: ReadonlyMap<string, string>;
  /** Keys of those that nothing can be sent to. */
  readonly bad: ReadonlySet<string>;
}

/** Reads what the pages speak of, in as few requests as can be. Profiles are opened only of those who may be written to, `most` of them. */
export async function dueMessages(
  pages: readonly MessagePage[],
  most: number,
  scope: MessageScope,
  { messages, profiles, numberKeyOf }: Pick<SendPorts, 'messages' | 'profiles' | 'numberKeyOf'>,
): Promise<DueWork> {
  const { programme } = scope;
  const all = pages.flatMap((page) => page.lines.map((line) => ({ page, line, planned: plannedOf(page, line) })));
  const found = await messages.read(
    programme,
    all.map(({ line }) => line.id),
  );
  const byId = new Map(found.map((message) => [message.id, message]));
  const lines = upTo(most, all, ({ line }) => isOpen(byId.get(line.id), scope));
  const subjects = new Set(
    lines.filter(({ line }) => isOpen(byId.get(line.id), scope)).map(({ line }) => line.subject),
  );
  const people = subjects.size === 0 ? new Map() : await profiles.reveal(programme, [...subjects]);
  const known = lines.map((one) => ({
    ...one,
    message: byId.get(one.line.id),
    profile: people.get(one.line.subject)?.profile,
  }));
  const keys = await keysOf(known, scope, numberKeyOf);
  const bad = keys.size === 0 ? new Set<string>() : await messages.badNumbers(programme, [...new Set(keys.values())]);
  return { lines: known, keys, bad };
}

/** The first lines, as far as the n-th of those that `counts`. */
function upTo<T>(most: number, items: readonly T[], counts: (item: T) => boolean): readonly T[] {
  let counted = 0;
  return items.filter((item) => {
    counted += counted <= most && counts(item) ? 1 : 0;
    return counted <= most;
  });
}

async function keysOf(
  lines: readonly Pick<DueLine, 'profile'>[],
  { rules, calendar }: MessageScope,
  numberKeyOf: SendPorts['numberKeyOf'],
): Promise<ReadonlyMap<string, string>> {
  const numbers = lines.flatMap(({ profile }) => {
    const found = profile === undefined ? 'no-number' : textNumbers(profile, rules.senders, calendar);
    return typeof found === 'string' ? [] : found.map(({ e164 }) => e164);
  });
  const pairs = [...new Set(numbers)].map(async (e164) => [e164, await numberKeyOf(e164)] as const);
  return new Map(await Promise.all(pairs));
}
