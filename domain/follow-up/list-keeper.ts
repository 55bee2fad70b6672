import type { Profiles } from '../recipient/profiles.ts';
import type { Keeper } from '../retention/keeper.ts';

/** Port: what was answered to lists that were dropped; it goes by itself after a month. */
export interface KeptLists {
  /** Takes away the error workbooks in which one of these names is. Answers how many. */
  forgetNamed(programme: string, names: readonly string[]): Promise<number>;
}

/** Error workbooks name the people of a list: those that name somebody who is forgotten go, whoever else they name. */
export function listKeeper({
  profiles,
  lists,
}: {
  readonly profiles: Pick<Profiles, 'reveal'>;
  readonly lists: KeptLists;
}): Keeper {
  return {
    data: 'list',
    async forget(programme, people) {
      const kept = await profiles.reveal(programme, people);
      const names = [...kept.values()].map(({ profile: { lastName } }) => lastName).filter((name) => name !== '');
      return names.length === 0 ? 0 : await lists.forgetNamed(programme, names);
    },
  };
}
