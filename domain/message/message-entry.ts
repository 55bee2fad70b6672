import type { EntryBase } from '../journal/entry.ts';
import type { DropReason } from './message.ts';
import type { MessagePurpose } from './message-template.ts';

/**
 * What became of a message. A plan is no fact, and is not filed. All that is told of one SendTextMessage is filed under the local day of its `sentAt`,
 * however late it is learnt; what was never sent, under the day it was given up. Several entries may tell of one message, in any order: read them through
 * `messageOutcomes`. `id` is `message#<messageId>#<attempt>#<change>`.
 */
export interface MessageEntry extends EntryBase {
  readonly kind: 'message';
  readonly messageId: string;
  /** Recipient id. */
  readonly subject: string;
  readonly template: string;
  readonly templateVersion: number;
  readonly purpose: MessagePurpose;
  /** What it was sent for, e.g. the moment `j2`. */
  readonly occasion?: string;
  /** Which SendTextMessage, from 1; 0 = what was given up. */
  readonly attempt: number;
  readonly change: /** The provider took it, and no receipt came within a quarter of an hour. */
    | { readonly type: 'sent'; readonly sentAt: string; readonly parts: number }
    /** It is on the phone. Says that it was sent, too: then no `sent` is filed. */
    | {
        readonly type: 'delivered';
        readonly sentAt: string;
        readonly at: string;
        readonly parts: number;
        /** US dollars. */
        readonly price?: number;
      }
    /** By the network, or, when `sentAt` is absent, by the provider at once. `final`: it is not sent again by itself. */
    | {
        readonly type: 'failed';
        readonly sentAt?: string;
        readonly at: string;
        readonly cause: string;
        readonly permanent: boolean;
        readonly final: boolean;
        readonly parts?: number;
        readonly price?: number;
      }
    /** Never sent, and never will be. */
    | { readonly type: 'dropped'; readonly at: string; readonly reason: DropReason }
    /** It may have been sent; a receipt may still say so (design decision 17). */
    | { readonly type: 'undetermined'; readonly sentAt: string };
}
