import type { KnownName, NameBook } from './known-name.ts';
import type { Member, MemberGroup } from './member.ts';
import type { MemberConsents, MemberReads } from './member-register.ts';

/** A member as they are kept: with every book of names in which they may stand, so that forgetting them forgets all. */
export interface KeptMember extends Member {
  readonly nameKeys: readonly string[];
}

/** Port: books of names of one structure, the one place in which two registrations of one person meet (design decision 14). */
export interface NameBooks {
  /** A book for each key, empty ones included. Strongly consistent. */
  names(keys: readonly string[]): Promise<ReadonlyMap<string, NameBook>>;
  /** False when it was written since it was read. */
  saveNames(key: string, read: NameBook, names: readonly KnownName[]): Promise<boolean>;
}

/** Which part of the list is wanted. */
export interface ListRequest {
  readonly limit: number;
  /** Beginning of list keys, or of keys by first name. */
  readonly prefix?: string;
  /** By last name when absent, as the list is. */
  readonly by?: 'firstName';
  /** Id of the member before the first wanted, or after the last wanted. */
  readonly after?: string;
  readonly before?: string;
}

export interface ListPage {
  readonly members: readonly Member[];
  readonly more: boolean;
}

/** Groups of a structure, kept together: one write at a time, so that no two have one name. */
export interface GroupBook {
  readonly groups: readonly MemberGroup[];
  readonly stamp?: string;
}

/** Port: members and groups of one structure, as whoever registers and changes them does. */
export interface MemberStore extends MemberReads, MemberConsents, NameBooks {
  kept(memberIds: readonly string[]): Promise<readonly KeptMember[]>;
  page(request: ListRequest): Promise<ListPage>;
  /** False when they are there already: nothing was written over. */
  add(member: KeptMember): Promise<boolean>;
  /** New members of ids that nobody has; a repeat writes the same again. */
  addAll(members: readonly KeptMember[]): Promise<void>;
  /** Over the version before; false when it was written since. `left`: groups that it had and has no more. */
  change(member: KeptMember, left: readonly string[]): Promise<boolean>;
  /** Forgets them: sheet and groups. */
  remove(member: KeptMember): Promise<void>;
  groupBook(): Promise<GroupBook>;
  /** False when it was written since it was read. */
  saveGroups(read: GroupBook, groups: readonly MemberGroup[]): Promise<boolean>;
  /** How many stand in a group. */
  groupSize(groupId: string): Promise<number>;
  /** Empties a group that is no more. */
  emptyGroup(groupId: string): Promise<void>;
}
