import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import type { Accounts } from '../../domain/structure/structures.ts';

/** How people call those who wrote something down in a structure, by user name. */
export type StaffNames = (scope: StructureScope, userNames: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** From their accounts: of nobody of another structure; who has no account keeps their user name. */
export function staffNames(accounts: Pick<Accounts, 'find'>): StaffNames {
  return async ({ structure }, userNames) => {
    const found = [...new Set(userNames)].map(async (userName) => {
      const account = await accounts.find(userName);
      return [userName, account?.structure === structure ? account.displayName : userName] as const;
    });
    return new Map(await Promise.all(found));
  };
}
