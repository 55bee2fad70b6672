import type { WatchCode } from '../../contracts/watch.ts';
import type { EntryBase } from '../journal/entry.ts';

/** Something that is watched began or ended (COMMON-44). `id` is `watch#<episode>#<change>`, `day` the local day on which it did. */
export interface WatchEntry extends EntryBase {
  readonly kind: 'watch';
  readonly code: WatchCode;
  readonly episode: string;
  readonly change: 'began' | 'ended';
  /** The figure that it did so at. */
  readonly value: number;
}
