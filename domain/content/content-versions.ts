import type { ContentKind } from '../programme/programme.ts';

/** One version of one kind of content. `validFrom`: ISO instant from which it is in force, or `neverInForce`. */
export interface ContentVersion {
  readonly validFrom: string;
  /** Hash of the value. */
  readonly hash: string;
  readonly origin: 'seed' | 'edit';
  readonly value: unknown;
  /** Of an edit made on the settings' page: user name of its author, ISO instant, and their reason (SAMPS-40). */
  readonly by?: string;
  readonly at?: string;
  readonly reason?: string;
  /** Of an edit that was taken back before it was in force: it is kept to be read. ISO instant. */
  readonly cancelled?: { readonly by: string; readonly at: string; readonly reason: string };
}

/** Greater than any instant: a seed that was deployed under a live edit is kept to be read, and is not in force. */
export const neverInForce = 'never';

/** Port: every version of a kind of content. */
export interface ContentVersions {
  /** Ascending by `validFrom`; strongly consistent. */
  versions(programme: string, kind: ContentKind): Promise<readonly ContentVersion[]>;
  /** False when this very version was there already. */
  add(programme: string, kind: ContentKind, version: ContentVersion): Promise<boolean>;
}

/** Port: versions that may be taken back before they are in force. */
export interface CancellableVersions extends ContentVersions {
  /** Marks a version as taken back, by whom it says; false when it is not there, or was taken back already. */
  cancel(programme: string, kind: ContentKind, version: ContentVersion): Promise<boolean>;
}

/** Whether it is, was or will be in force. */
export function counts({ validFrom, cancelled }: ContentVersion): boolean {
  return validFrom !== neverInForce && cancelled === undefined;
}
