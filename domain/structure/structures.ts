import type { Account, Structure } from './structure.ts';

/** Port: structures of one programme. */
export interface Structures {
  /** By name, French collation. */
  all(): Promise<readonly Structure[]>;
  find(id: string): Promise<Structure | undefined>;
  /** Adding the same again changes nothing. */
  add(structure: Structure): Promise<void>;
  /** False when it is not called `before` any more. */
  rename(id: string, before: string, name: string): Promise<boolean>;
}

/** Port: accounts of one programme. */
export interface Accounts {
  /** Strongly consistent. */
  find(userName: string): Promise<Account | undefined>;
  /** By name of the person, French collation. */
  all(): Promise<readonly Account[]>;
  /** Over the version before (1 = there was none); false when another was written meanwhile. */
  save(account: Account): Promise<boolean>;
}

/** Port: accounts at the identity provider. Each can be done again without harm. */
export interface Invitations {
  /** Invites by e-mail. False when the provider refuses this address, e.g. since it is another account's. */
  invite(person: { readonly userName: string; readonly email: string; readonly displayName: string }): Promise<boolean>;
  disable(userName: string): Promise<void>;
  enable(userName: string): Promise<void>;
}
