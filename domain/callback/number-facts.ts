import type { AttemptResult, CallbackReason, Scheme } from '../journal/entry.ts';

/**
 * All that is known of one phone number's calls and callbacks: sets of facts that only grow, merged by `mergeFacts`, so that any order and any
 * repeat give the same state (design decision 5). Callbacks themselves are read from them by `callbacksOf`. Instants are ISO UTC with milliseconds.
 */
export interface NumberFacts {
  readonly sources: readonly Source[];
  readonly conversations: readonly Conversation[];
  readonly attempts: readonly Attempt[];
  /** `manual`: voice to this number is not confirmed, a person dials it by other means (design decision 18). */
  readonly channel?: 'manual';
  /** IANA zones of the number's country, told once it was met outside its calling window (COMMON-08): until then none is kept. */
  readonly zones?: readonly string[];
}

export const noFacts: NumberFacts = { sources: [], conversations: [], attempts: [] };

/** A call that no agent answered, or that asked to be called back (SAMPS-04). */
export interface Source {
  /** InitialContactId of the call. */
  readonly callId: string;
  readonly startedAt: string;
  /** When the caller left; while `announced`, when the callback was asked for. */
  readonly endedAt: string;
  /** Local day of `startedAt`. */
  readonly day: string;
  readonly scheme: Scheme;
  readonly reason: CallbackReason;
  /** End of the last attempt's window, by the policy in force at the call. */
  readonly deadline: string;
  readonly maxAttempts: number;
  /** How we know: the flow asked during the call; DescribeContact said it ended; its contact record came. The greatest wins. */
  readonly certainty: 'announced' | 'described' | 'recorded';
  /** LastUpdateTimestamp of the record; among records of one call the greatest wins. Empty before the record. */
  readonly revision: string;
  /** Connect's own callback contact that keeps this caller's place. */
  readonly keptPlaceContactId?: string;
  /** It is not to be answered any more: the appointment that it stood for was given up. */
  readonly withdrawn?: true;
  /** Not before this instant should anybody ask Connect again whether the call, or the kept place, is over. */
  readonly checkAt?: string;
}

/** An agent talked with the person on an inbound call. One per segment that had an agent. */
export interface Conversation {
  readonly contactId: string;
  readonly callId: string;
  /** Start of the call: it answers every earlier call. */
  readonly startedAt: string;
  readonly talkedAt: string;
}

/** A try at calling back. */
export interface Attempt {
  readonly id: string;
  /** 1, 2, 3… within its callback; a kept place is always 1. */
  readonly n: number;
  readonly kind: 'dialled' | 'keep-place' | 'manual';
  readonly callbackId: string;
  /** Local day of the callback's first call. */
  readonly day: string;
  readonly scheme: Scheme;
  readonly startedAt: string;
  /** The call whose place is kept; only with `keep-place`. */
  readonly callId?: string;
  readonly state: 'claimed' | 'dialled' | 'ended';
  /** Who claimed it (the invocation's request id), so that the same invocation run again goes on with it. */
  readonly claimedBy?: string;
  readonly leaseUntil?: string;
  readonly contactId?: string;
  readonly result?: AttemptResult;
  readonly endedAt?: string;
  readonly talkedAt?: string;
  readonly answeredByCustomer?: boolean;
}
