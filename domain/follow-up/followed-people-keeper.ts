import { takeAway } from '../retention/forget-people.ts';
import type { Erasable, Keeper } from '../retention/keeper.ts';
import type { FollowedPeople } from './follow-up-ports.ts';

/** Port: people whose follow-up is over, the longest over first, up to an instant; `after`: a place in that order. */
export interface EndedPeople {
  ended(
    programme: string,
    asked: { readonly before: string; readonly after?: string; readonly limit: number },
  ): Promise<readonly { readonly recipientId: string; readonly place: string }[]>;
}

/** People forgotten together. */
const batchSize = 100;

/**
 * Followed people. Once their follow-up has been over for long enough, all of them goes, of whatever kind (`others`, in their order, then what the protocol
 * knew): who is followed again by then is another person for the protocol, with times of their own.
 */
export function followedPeopleKeeper(
  followed: Pick<FollowedPeople, 'read'> & EndedPeople & Erasable<string>,
  others: { readonly before: readonly Keeper[]; readonly after: readonly Keeper[] },
): Keeper {
  const own: Keeper = {
    data: 'follow-up',
    async forget(programme, people) {
      const known = await followed.read(programme, people);
      await followed.erase(programme, people);
      return known.length;
    },
    async tell(programme, person) {
      return (await followed.read(programme, [person])).map(({ version: _, due: __, ...told }) => ({ ...told }));
    },
  };
  return {
    ...own,
    async purge({ programme, before, after, most }) {
      const limit = Math.min(batchSize, most);
      const over = await followed.ended(programme, { before, limit, ...(after === undefined ? {} : { after }) });
      const people = over.map(({ recipientId }) => recipientId);
      await takeAway(programme, people, [...others.before, own, ...others.after]);
      const next = over.length < limit ? undefined : over.at(-1)?.place;
      return { looked: people.length, forgotten: people.length, ...(next === undefined ? {} : { next }) };
    },
  };
}
