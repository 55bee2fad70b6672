import type { ReferralRules } from './referral-rules.ts';
import { referralState } from './referral-state.ts';
import type { ReferralItem } from './referrals.ts';

/** How many open referrals there are, how many of them nobody has taken, and since when the oldest (REFLEX-19). */
export interface WaitingReferrals {
  readonly open: number;
  readonly waiting: number;
  /** ISO instant; absent when none waits. */
  readonly oldest?: string;
}

export function waitingReferrals(open: readonly ReferralItem[], rules: ReferralRules): WaitingReferrals {
  const waiting = open
    .map(({ facts }) => referralState(facts, rules))
    .flatMap(({ state, createdAt }) => (state === 'new' ? [createdAt] : []))
    .sort();
  const [oldest] = waiting;
  return { open: open.length, waiting: waiting.length, ...(oldest === undefined ? {} : { oldest }) };
}
