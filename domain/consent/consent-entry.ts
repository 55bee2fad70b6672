import type { EntryBase } from '../journal/entry.ts';
import type { ConsentChannel } from './consent.ts';

/** A consent given or withdrawn (COMMON-11), filed under its local day. `id` is `consent#<holder>#<scope>#<change>#<channel>`. */
export interface ConsentEntry extends EntryBase {
  readonly kind: 'consent';
  /** Id of the person; absent when a number was stopped without saying whose it is. */
  readonly subject?: string;
  readonly numberKey?: string;
  readonly scope: string;
  readonly change: 'given' | 'withdrawn';
  readonly channel: ConsentChannel;
  readonly textVersion: string;
  readonly by?: string;
}
