import type { EntryBase } from '../journal/entry.ts';
import type { AnswerChannel, CallReason, VulnerableBy } from './followed-person.ts';
import type { StatusCode } from './protocol.ts';

/**
 * What becomes of a followed person, one entry a fact, filed under the local day of `time` (ARS-04, -05, -23..32). `id` is
 * `follow-up#<subject>#<moment>#<type>`, the moment empty for what is of the person: a repeat is the same entry.
 */
export interface FollowUpEntry extends EntryBase {
  readonly kind: 'follow-up';
  /** recipientId. */
  readonly subject: string;
  readonly status: StatusCode;
  /** First digits of the postcode; empty when it is of no territory. */
  readonly departement: string;
  /** Code of the moment; absent of what is of the person. */
  readonly moment?: string;
  readonly change: FollowUpChange;
}

export type FollowUpChange =
  | {
      readonly type: 'included';
      readonly anchor: string;
      readonly anchorKind: 'cpam' | 'isolation';
      readonly vulnerable: boolean;
      readonly minor: boolean;
    }
  /** Its SMS was planned: `day` is that of the call, `movedFrom` the day of the protocol when one of both is another. */
  | { readonly type: 'moment-due'; readonly day: string; readonly movedFrom?: string }
  /** On the list of the people to call of the day (ARS-05, -23); `addedAfterFreeze`: included after the list was settled (ARS-36). */
  | {
      readonly type: 'call-due';
      readonly reason: CallReason;
      /** French kind of call. */
      readonly callType: string;
      readonly addedAfterFreeze: boolean;
    }
  /** Off the list: answered meanwhile, stopped, overtaken by the next moment, or nobody was there to call. */
  | { readonly type: 'call-withdrawn'; readonly reason: 'answered' | 'over' | 'superseded' | 'not-called' }
  /** `to`: the local day to which a call that was not tried is put off (ARS-41). */
  | { readonly type: 'postponed'; readonly to: string }
  /** The questionnaire is complete. `callType`: French kind of contact. */
  | { readonly type: 'done'; readonly channel: AnswerChannel; readonly callType: string }
  | { readonly type: 'unreachable' }
  | { readonly type: 'vulnerable'; readonly reason: string; readonly by: VulnerableBy }
  /** A cell was asked to help them (ARS-28). */
  | { readonly type: 'oriented'; readonly cell: string }
  | { readonly type: 'not-tested' }
  | { readonly type: 'refused'; readonly motive: string }
  | { readonly type: 'abandoned'; readonly motive: string }
  | { readonly type: 'ended' };
