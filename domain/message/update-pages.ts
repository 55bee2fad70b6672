import { type MessagePage, moved, withLines } from './message-page.ts';
import type { MessageRegister } from './message-register.ts';
import type { MessageScope } from './message-scope.ts';
import { receiptPatienceMs } from './settle-messages.ts';

/** What became of a line of the queue. A line without a fate stays. */
export type LineFate =
  | { readonly type: 'stay' }
  | { readonly type: 'over' }
  | { readonly type: 'move'; readonly to: string }
  | { readonly type: 'settle'; readonly n: number; readonly accepted: boolean };

/**
 * Takes out of the queue what was decided. What follows is written before what it follows from is taken away: a run that ends in between leaves lines
 * that the next one finds decided.
 */
export async function updatePages(
  pages: readonly MessagePage[],
  fates: ReadonlyMap<string, LineFate>,
  { programme, at }: MessageScope,
  messages: Pick<MessageRegister, 'plan' | 'remove' | 'addSettle'>,
): Promise<void> {
  for (const page of pages) {
    const fateOf = (id: string): LineFate => fates.get(id) ?? { type: 'stay' };
    const settled = page.lines.flatMap(({ id }) => {
      const fate = fateOf(id);
      return fate.type === 'settle' ? [{ id, n: fate.n, accepted: fate.accepted }] : [];
    });
    if (settled.length > 0) {
      const settleAt = new Date(Date.parse(at) + receiptPatienceMs).toISOString();
      await messages.addSettle(programme, { settleAt, pageId: `${page.pageId}-${Date.parse(at)}`, lines: settled });
    }
    const later = Map.groupBy(
      page.lines.filter(({ id }) => fateOf(id).type === 'move'),
      ({ id }) => {
        const fate = fateOf(id);
        return fate.type === 'move' ? fate.to : at;
      },
    );
    const staying = page.lines.filter(({ id }) => fateOf(id).type === 'stay');
    const isChanged = staying.length < page.lines.length;
    const pending = [...later].map(([to, lines]) => moved(page, lines, to));
    if (isChanged && staying.length > 0) {
      pending.push(withLines(page, staying));
    }
    if (pending.length > 0) {
      await messages.plan(programme, pending);
    }
    if (staying.length === 0) {
      await messages.remove(programme, page);
    }
  }
}
