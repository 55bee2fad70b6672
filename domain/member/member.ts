import type { ConsentChannel } from '../consent/consent.ts';
import type { ParsedPhone } from '../phone/phone-number.ts';

/** What a member last said about being written to by their centre, as their sheet shows it. The ledger of consents is the truth. */
export interface MemberConsent {
  readonly change: 'given' | 'withdrawn';
  /** ISO instant. */
  readonly at: string;
  /** User name of whoever wrote it down; `member` when they said it themselves by their link. */
  readonly by: string;
  readonly channel: ConsentChannel;
  /** Version of the sentence they read. */
  readonly textVersion: string;
}

/** A member of a social centre (ALERTES-04, ALERTES-16). Identity stands in clear in one table and nowhere else (ADR 0007). */
export interface Member {
  /** Random, 22 characters: what journal, messages and addresses of pages say in place of a name. */
  readonly memberId: string;
  /** In capitals (COMMON-60). */
  readonly lastName: string;
  readonly firstName: string;
  /** YYYY-MM-DD; not after the day it was written. */
  readonly birthDate?: string;
  readonly email?: string;
  /** Several members of a family may share it (ALERTES-30); a landline takes no text (ALERTES-32). */
  readonly phone?: Pick<ParsedPhone, 'e164' | 'kind'>;
  /** Ids, some of which may be of groups that are no more. */
  readonly groups: readonly string[];
  /** Absent: nothing was ever said, so nothing is sent. */
  readonly consent?: MemberConsent;
  /** ISO instant, user name. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  readonly changedBy: string;
  /** Grows with each write. */
  readonly version: number;
  /** The import they came by, if by one. */
  readonly importId?: string;
}

/** A sending group of a structure (ALERTES-09). */
export interface MemberGroup {
  readonly groupId: string;
  /** French, as typed. */
  readonly name: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** Whether a text can be sent to their number at all, whatever they said (ALERTES-32). */
export function takesTexts({ phone }: Pick<Member, 'phone'>): boolean {
  return phone?.kind === 'mobile';
}

/** Name by which the ledger of consents, messages and journal know a member: no two structures share one, even of one person. */
export function memberSubject(structure: string, memberId: string): string {
  return `${structure}.${memberId}`;
}
