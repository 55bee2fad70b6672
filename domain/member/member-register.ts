import type { Member, MemberConsent, MemberGroup } from './member.ts';

/** Port: members of one structure, as whoever writes to them reads them. It exists through a structure's scope only, so that nothing here names one. */
export interface MemberReads {
  /** In the order asked; who is no member is left out. Strongly consistent. */
  read(memberIds: readonly string[]): Promise<readonly Member[]>;
  /** Everybody in at least one of the groups, once each, in no order, some hundred at a time. */
  inGroups(groupIds: readonly string[]): AsyncIterable<readonly Member[]>;
  /** Everybody, in alphabetical order, some hundreds at a time. */
  all(): AsyncIterable<readonly Member[]>;
  /** How many there are. */
  count(): Promise<number>;
  /** By name, French collation. */
  groups(): Promise<readonly MemberGroup[]>;
}

/** Port: what a member last said, on their sheet. An older word than what the sheet has changes nothing; false when they are no member. */
export interface MemberConsents {
  noteConsent(memberId: string, consent: MemberConsent): Promise<boolean>;
}
