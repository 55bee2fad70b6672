import type { ClosedState } from '../attempt/attempt-facts.ts';
import type { AttemptPolicy } from '../attempt/attempt-policy.ts';
import type { Disposition } from '../attempt/dispositions.ts';
import type { PromiseState } from '../attempt/promised-call.ts';
import type { Arming } from './arming.ts';
import type { CallOrder } from './call-order.ts';
import type { SkipMotive } from './skip-motives.ts';

interface EntryBase {
  readonly programme: string;
  /** Local day YYYY-MM-DD under which the entry is filed. */
  readonly day: string;
  /** ISO 8601 UTC instant with milliseconds. */
  readonly time: string;
  readonly id: string;
}

/** What campaigns file in the journal. Each follows from its own inputs: a repeat is the same entry. */
export type CampaignEntry = CycleEntry | AttemptEntry | RecipientEntry;

/** The life of a campaign (`cycle` 0) and of its cycles (REFLEX-01, -02, -09): what proves the promises. `id` is `cycle#<campaign>-<cycle>#<type>`. */
export interface CycleEntry extends EntryBase {
  readonly kind: 'cycle';
  readonly campaign: string;
  readonly cycle: number;
  readonly campaignType: string;
  /** On fake people (REFLEX-11). */
  readonly drill: boolean;
  readonly change: /** A level was declared: the campaign exists. Filed with cycle 0. */
    | {
        readonly type: 'armed';
        readonly crisis: string;
        readonly level: number;
        readonly by: string;
        /** Agents, forecast, and what was confirmed (REFLEX-31). */
        readonly arming?: Arming;
      }
    /** The client ordered calls: the campaign exists (SAMPS-32). Filed with cycle 0. */
    | { readonly type: 'ordered'; readonly order: CallOrder; readonly by: string }
    /** An order is in hand, once each day, `since` its cycle began: whoever reports that day knows from when to read. */
    | { readonly type: 'running'; readonly order: CallOrder; readonly since: string }
    /** The clock of the cycle starts, at `time`. The policy is the one this cycle is judged by. */
    | {
        readonly type: 'activated';
        readonly deadline: string;
        readonly firstCallBy: string;
        readonly timeZone: string;
        readonly questionnaire?: string;
        readonly policy: AttemptPolicy;
      }
    /** The whole register is loaded: the first call may leave. */
    | { readonly type: 'ready'; readonly size: number; readonly callable: number }
    /** A lower level was declared: no new cycle. Filed with cycle 0. */
    | {
        readonly type: 'stopped';
        readonly choice: 'finish-cycle' | 'now';
        readonly level: number;
        readonly by: string;
      }
    /** A level high enough was declared again before the end: cycles go on. Filed with cycle 0. */
    | { readonly type: 'resumed'; readonly level: number; readonly by: string }
    /** Everyone of the cycle is closed. */
    | { readonly type: 'ended' };
}

/**
 * One attempt that ended (REFLEX-03), filed under the local day of its start; `time` is its start. More may be learnt later (a disposition corrected, a
 * record after a wrap-up): then the same attempt is filed again with a greater `revision`, which wins. `id` is `attempt#<attemptId>#<revision>`.
 */
export interface AttemptEntry extends EntryBase {
  readonly kind: 'attempt';
  readonly campaign: string;
  readonly cycle: number;
  readonly recipientId: string;
  /** 1, 2, 3… within the cycle; 0 = the person rang us, which is no attempt of ours. */
  readonly n: number;
  readonly attemptId: string;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Absent when nothing was dialled, or nobody knows. */
  readonly contactId?: string;
  readonly disposition: Disposition;
  /** Counts against the policy's maximum (busy lines may not). */
  readonly counts: boolean;
  /** Which of the person's numbers: 0 = the best. */
  readonly numberRank: number;
  /** Scheme of the person's file; absent where files name none. */
  readonly scheme?: string;
  /** With `complete`: what the person will do, a code of the script. */
  readonly outcome?: string;
  readonly answeredByCustomer: boolean;
  /** Who talked with them. */
  readonly agent?: string;
  /** Answered, and no agent within 2 s of the end of the announcement. */
  readonly complianceAbandon?: boolean;
  /** With `call-later` (ISO instant). */
  readonly askedFor?: string;
  /** With `hospitalised` and `away` (ISO instant). */
  readonly absentUntil?: string;
  /** Of the call that was promised when the questionnaire was passed: beyond the attempts of the cycle. */
  readonly promised?: boolean;
  /** The questionnaire was passed with somebody else, about the person. */
  readonly byThirdParty?: boolean;
  readonly revision: number;
}

/** A person enters a cycle or leaves it. Filed under the local day of `time`. Of several `closed`, the last by `time` tells. */
export interface RecipientEntry extends EntryBase {
  readonly kind: 'recipient';
  readonly campaign: string;
  readonly cycle: number;
  readonly recipientId: string;
  readonly change: /** `time` = start of the cycle. `reason`: why nobody will call them. */
    | {
        readonly type: 'loaded';
        readonly callable: boolean;
        readonly reason?: ClosedState;
        readonly ageBand: string;
        readonly sector: string;
        readonly riskRank: number;
        readonly scheme?: string;
        /** A call promised in the cycle before is owed by then. */
        readonly promisedBy?: string;
      }
    | { readonly type: 'closed'; readonly state: ClosedState; readonly riskRank?: number }
    /** Another call was promised at `time`, to be made `by` then. */
    | { readonly type: 'promised'; readonly by: string }
    /** An agent who was shown them passed over: no attempt. */
    | { readonly type: 'skipped'; readonly motive: SkipMotive; readonly by: string; readonly n: number }
    /** What became of it. */
    | { readonly type: 'promise-closed'; readonly state: PromiseState };
}
