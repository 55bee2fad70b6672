import type { EntryBase } from '../journal/entry.ts';

/**
 * What happened to a referral (REFLEX-18..21). `level`: of the cause concerned; on `acknowledged` and `closed`, the most severe of those covered.
 * `day`: local day of `time`, when the fact happened.
 */
export interface ReferralEntry extends EntryBase {
  readonly kind: 'referral';
  readonly referralId: string;
  /** recipientId. */
  readonly subject: string;
  readonly campaign?: string;
  readonly cycle?: string;
  readonly contactId?: string;
  readonly cell: string;
  readonly level: string;
  /** Of the causes concerned, in French. */
  readonly reasons: readonly string[];
  readonly change:
    | { readonly type: 'created'; readonly causeId: string; readonly score?: number; readonly riskRank?: number }
    /** `to`: code of the contact on duty. */
    | { readonly type: 'notified'; readonly to: string }
    /** `n`: rank of the step, `phase`: for want of an acknowledgement, or of an outcome. */
    | { readonly type: 'reminded'; readonly n: number; readonly to: string; readonly phase: 'acknowledge' | 'handle' }
    | { readonly type: 'escalated'; readonly to: string }
    /** `by`: user name. */
    | { readonly type: 'acknowledged'; readonly by: string }
    | { readonly type: 'closed'; readonly by: string; readonly outcome: string };
}
