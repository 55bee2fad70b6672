import { tables } from '../contracts/tables.ts';
import type { Message } from '../domain/message/message.ts';
import { type MessagePage, type PageLine, usualId } from '../domain/message/message-page.ts';

type Fields = Readonly<Record<string, unknown>>;

const { partitionKey, sortKey } = tables.messages;
/** Sort key of items that are alone in their partition. */
const alone = '-';

/** Some twenty messages under a kilobyte, one write unit: a line is the person alone where all else follows. */
export function pageItem(programme: string, { dueAt, pageId, common, lines }: MessagePage): Fields {
  const stored = lines.map(({ id, subject, fields }) => {
    const isUsual = id === usualId(common, subject) && Object.keys(fields).length === 0;
    return isUsual ? subject : { id, subject, fields };
  });
  return { ...pageKey(programme, { dueAt, pageId }), common, lines: stored };
}

export function pageKey(programme: string, { dueAt, pageId }: Pick<MessagePage, 'dueAt' | 'pageId'>) {
  return { [partitionKey]: `${programme}#due`, [sortKey]: `${dueAt}#${pageId}` };
}

/** Only `pageItem` fills these items. */
export function toPage(item: Fields): MessagePage {
  const [dueAt = '', pageId = ''] = String(item[sortKey]).split('#');
  const common = item['common'] as MessagePage['common'];
  const lines = (item['lines'] as readonly (string | PageLine)[]).map((line) =>
    typeof line === 'string' ? { id: usualId(common, line), subject: line, fields: {} } : line,
  );
  return { dueAt, pageId, common, lines };
}

export function messageKey(programme: string, id: string) {
  return { [partitionKey]: `${programme}#message#${id}`, [sortKey]: alone };
}

export function messageItem(programme: string, message: Message): Fields {
  const { id, ...rest } = message;
  return { ...messageKey(programme, id), ...rest };
}

/** Only `messageItem` fills these items. */
export function toMessage(item: Fields): Message {
  const { [partitionKey]: key, [sortKey]: _, ...rest } = item;
  const id = String(key).split('#').slice(2).join('#');
  return { ...(rest as unknown as Omit<Message, 'id'>), id };
}
