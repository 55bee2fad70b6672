import type { MessageOrder, PlannedMessage } from './message-order.ts';

/** One message of a page: what its neighbours do not share. */
export interface PageLine {
  readonly id: string;
  readonly subject: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Messages that are due together and differ by little: some twenty of them take one write. */
export interface MessagePage {
  /** ISO instant from which they may leave. */
  readonly dueAt: string;
  /** Follows from the lines: the same messages, planned again, are the same page. */
  readonly pageId: string;
  readonly common: Omit<PlannedMessage, 'id' | 'subject' | 'fields'>;
  readonly lines: readonly PageLine[];
}

/** A page is kept within one write unit, keys and common part included. */
const pageCharacters = 900;
const mostLines = 20;

/** Orders as pages, whatever their order and their repeats: one line an id. */
export function pagesOf(
  orders: readonly (Omit<MessageOrder, 'programme'> & { readonly at: string })[],
): readonly MessagePage[] {
  const unique = new Map(orders.map((order) => [order.id, order]));
  const groups = Map.groupBy(unique.values(), (order) => JSON.stringify([order.at, commonOf(order)]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) {
      return [];
    }
    const common = commonOf(first);
    const lines = group
      .map(({ id, subject, fields }) => ({ id, subject, fields }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const room = pageCharacters - JSON.stringify(common).length;
    return chunks(lines, room, common).map((some) => page(first.at, common, some));
  });
}

/** The page with only these of its lines; the same place in the queue. */
export function withLines(page: MessagePage, lines: readonly PageLine[]): MessagePage {
  return { ...page, lines };
}

/** The lines of a page, due later. */
export function moved(from: MessagePage, lines: readonly PageLine[], dueAt: string): MessagePage {
  return page(dueAt, from.common, lines);
}

export function plannedOf({ common }: MessagePage, line: PageLine): PlannedMessage {
  return { ...common, ...line };
}

/** The id that follows from what a message is: a page does not write it down. */
export function usualId({ purpose, occasion }: Pick<PlannedMessage, 'purpose' | 'occasion'>, subject: string): string {
  return `${purpose}-${occasion ?? ''}-${subject}`;
}

function commonOf({
  template,
  link,
  notAfter,
  purpose,
  occasion,
  structure,
}: Omit<MessageOrder, 'programme'>): MessagePage['common'] {
  return {
    ...{ template, notAfter, purpose },
    ...(link === undefined ? {} : { link }),
    ...(occasion === undefined ? {} : { occasion }),
    ...(structure === undefined ? {} : { structure }),
  };
}

function page(dueAt: string, common: MessagePage['common'], lines: readonly PageLine[]): MessagePage {
  return { dueAt, pageId: hashOf(lines.map(({ id }) => id).join(' ')), common, lines };
}

function chunks(lines: readonly PageLine[], room: number, common: MessagePage['common']): readonly PageLine[][] {
  const all: PageLine[][] = [];
  let used = 0;
  for (const line of lines) {
    const last = all.at(-1);
    const size = sizeOf(line, common);
    if (last === undefined || used + size > room || last.length >= mostLines) {
      all.push([line]);
      used = size;
    } else {
      last.push(line);
      used += size;
    }
  }
  return all;
}

function sizeOf({ id, subject, fields }: PageLine, common: MessagePage['common']): number {
  const own = Object.keys(fields).length === 0 ? 0 : JSON.stringify(fields).length;
  return subject.length + 4 + own + (id === usualId(common, subject) ? 0 : id.length + 4);
}

/** 64 bits of two FNV-1a: two different pages of one instant do not meet. */
function hashOf(text: string): string {
  const halves = [2_166_136_261, 3_141_592_653].map((seed) => {
    let hash = seed;
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  });
  return halves.join('');
}
