import { localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { Keeper } from './keeper.ts';
import type { RetentionBook } from './retention-book.ts';
import type { RetentionEntry } from './retention-entry.ts';

export interface ForgetPorts {
  /** In the order in which they forget: what is still to happen to a person first, who they are last. */
  readonly keepers: readonly Keeper[];
  readonly book: Pick<RetentionBook, 'order'>;
  readonly content: Pick<Content, 'inForce'>;
  readonly journal: Pick<Journal, 'append'>;
}

/**
 * Takes away all of these people, everywhere, at once (COMMON-14). The order is written down first: a run of the night does it again some days, for what a
 * crash left or what was on its way. What the journal counts stays, under ids that say nothing of anybody any more. Answers how many items, by kind.
 */
export async function forgetPeople(
  {
    programme,
    people,
    at,
    by,
  }: { readonly programme: string; readonly people: readonly string[]; readonly at: string; readonly by: string },
  { keepers, book, content, journal }: ForgetPorts,
): Promise<Readonly<Record<string, number>>> {
  for (const person of people) {
    await book.order(programme, { person, at, by });
  }
  const items = await takeAway(programme, people, keepers);
  const { timeZone } = await content.inForce(programme, 'calendar', at);
  await journal.append(
    people.map(
      (person): RetentionEntry => ({
        kind: 'retention',
        programme,
        day: localDay(timeZone, at),
        time: at,
        id: `retention#${person}`,
        change: { type: 'forgotten', person, by, items },
      }),
    ),
  );
  return items;
}

/** Each keeper in its order: one that fails leaves those after it untouched, so that who they are goes last. */
export async function takeAway(
  programme: string,
  people: readonly string[],
  keepers: readonly Keeper[],
): Promise<Readonly<Record<string, number>>> {
  const items: Record<string, number> = {};
  for (const keeper of keepers) {
    if (keeper.forget !== undefined) {
      items[keeper.data] = (items[keeper.data] ?? 0) + (await keeper.forget(programme, people));
    }
  }
  return items;
}
