import type { TellingType } from './referral-rules.ts';

/** What a referral is about: fixed when it is created, since its id derives from it (design decision 6). No name: ids and coarse facts only. */
export interface ReferralSubject {
  readonly referralId: string;
  readonly programme: string;
  readonly cell: string;
  /** recipientId. */
  readonly subject: string;
  readonly campaign?: string;
  readonly cycle?: string;
  /** The call, or the attempt or web link in its place, that it came from. Absent for who was never reached. */
  readonly contactId?: string;
  /** Rank of risk known before the call: 0 = most at risk. */
  readonly riskRank?: number;
}

/**
 * All that is known of a referral: sets of facts that only grow, merged by `mergeReferral`, so that any order and any repeat give the same state
 * (design decision 5). Instants are ISO UTC with milliseconds.
 */
export interface ReferralFacts {
  readonly causes: readonly Cause[];
  readonly tellings: readonly Telling[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly closings: readonly Closing[];
}

interface Fact {
  readonly id: string;
  readonly at: string;
  /** Its effects (notice sent, journal entry filed) are done. Until then the clock does them. */
  readonly done?: true;
}

/** Why somebody must act: a questionnaire, an emergency button, the last attempt that failed. */
export interface Cause extends Fact {
  readonly level: string;
  readonly reasons: readonly string[];
  readonly score?: number;
  readonly byThirdParty?: true;
}

/** A contact of the cell, or the supervisor, is told. */
export interface Telling extends Fact {
  readonly type: TellingType;
  /** Code of the contact. */
  readonly to: string;
  /** Cause whose clock it is of, and rank of the step; `phase` tells both clocks apart. */
  readonly cause: string;
  readonly phase: 'acknowledge' | 'handle';
  readonly n: number;
}

/** Somebody takes charge of the causes they saw: one that comes later must be acknowledged again. */
export interface Acknowledgement extends Fact {
  readonly by: string;
  readonly causes: readonly string[];
}

/** Somebody acted on the causes they saw. `outcome`: code of `referralOutcomes`. */
export interface Closing extends Acknowledgement {
  readonly outcome: string;
}

export const noReferralFacts: ReferralFacts = { causes: [], tellings: [], acknowledgements: [], closings: [] };
