import { localDay } from '../calendar/local-time.ts';
import type { EntryBase } from '../journal/entry.ts';

/** What was done to a member's sheet, and by whom (COMMON-17): filed in the journal of their structure, without a word of who they are. */
export interface MemberEntry extends EntryBase {
  readonly kind: 'member';
  readonly structure: string;
  readonly memberId: string;
  readonly change: 'registered' | 'changed' | 'exported' | 'erased';
  /** User name. */
  readonly by: string;
  /** Version of the sheet that came of it; absent when there is none any more. */
  readonly version?: number;
  readonly importId?: string;
}

/** Where and when something is written down of members. */
export interface MemberOccasion {
  readonly programme: string;
  readonly structure: string;
  /** IANA zone of the programme. */
  readonly timeZone: string;
  /** ISO instant. */
  readonly at: string;
  /** User name. */
  readonly by: string;
}

export function memberEntry(
  { programme, structure, timeZone, at, by }: MemberOccasion,
  change: Pick<MemberEntry, 'memberId' | 'change' | 'version' | 'importId'>,
): MemberEntry {
  const id = `member#${change.memberId}#${change.change}${change.version === undefined ? '' : `#${change.version}`}`;
  return { kind: 'member', programme, structure, day: localDay(timeZone, at), time: at, id, by, ...change };
}
