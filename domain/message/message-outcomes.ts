import type { JournalEntry } from '../journal/entry.ts';
import { ofKind } from '../journal/of-kind.ts';
import type { MessageEntry } from './message-entry.ts';

/** What became of one message, as far as these entries tell. */
export interface MessageOutcome {
  readonly messageId: string;
  readonly subject: string;
  readonly template: string;
  readonly purpose: MessageEntry['purpose'];
  readonly occasion?: string;
  readonly change: MessageEntry['change'];
  /** First time that it was sent; absent when it was not. */
  readonly sentAt?: string;
  /** Parts and US dollars of every time that it was sent. */
  readonly parts: number;
  readonly price: number;
}

const ranks = { dropped: 0, undetermined: 1, sent: 2, failed: 3, delivered: 4 } as const;

/**
 * One outcome a message, ascending by id: delivered if it ever was, else what became of the last time it was sent. Repeats and order change
 * nothing (design decision 5).
 */
export function messageOutcomes(entries: readonly JournalEntry[]): readonly MessageOutcome[] {
  const byMessage = Map.groupBy(ofKind(entries, 'message'), ({ messageId }) => messageId);
  return [...byMessage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([messageId, told]) => {
      const [best] = told.toSorted(byWeight);
      if (best === undefined) {
        return [];
      }
      const { subject, template, purpose, occasion, change } = best;
      const sendings = new Map(told.toSorted(byWeight).toReversed().flatMap(sendingOf));
      const sentAt = [...sendings.keys()].sort()[0];
      return [
        {
          ...{ messageId, subject, template, purpose, change },
          ...(occasion === undefined ? {} : { occasion }),
          ...(sentAt === undefined ? {} : { sentAt }),
          parts: total(sendings, ({ parts }) => parts),
          price: total(sendings, ({ price }) => price),
        },
      ];
    });
}

interface Sending {
  readonly parts: number;
  readonly price: number;
}

function sendingOf({ change }: MessageEntry): readonly (readonly [string, Sending])[] {
  if (change.type === 'dropped' || change.type === 'undetermined' || change.sentAt === undefined) {
    return [];
  }
  const price = change.type === 'sent' ? 0 : (change.price ?? 0);
  return [[change.sentAt, { parts: change.parts ?? 0, price }]];
}

function total(sendings: ReadonlyMap<string, Sending>, of: (sending: Sending) => number): number {
  return [...sendings.values()].reduce((sum, sending) => sum + of(sending), 0);
}

function byWeight(a: MessageEntry, b: MessageEntry): number {
  const weight = ({ change, attempt, time, id }: MessageEntry) =>
    [change.type === 'delivered' ? 1 : 0, String(attempt).padStart(4, '0'), ranks[change.type], time, id].join(' ');
  return weight(a) < weight(b) ? 1 : -1;
}
