import type { ReferralFacts, ReferralSubject } from './referral-facts.ts';

export interface ReferralItem {
  readonly subject: ReferralSubject;
  readonly facts: ReferralFacts;
  /** Grows by one at each write; 0 = nothing kept yet. */
  readonly version: number;
  /** When the clock must look at it; absent once closed. */
  readonly due?: string;
}

export interface ReferralKey {
  readonly cell: string;
  readonly referralId: string;
}

/** Port: the referrals of a programme, one item each, kept by cell. */
export interface Referrals {
  /** Strongly consistent. */
  read(programme: string, key: ReferralKey): Promise<ReferralItem | undefined>;
  /** Writes only over the version that was read; false when another writer came first. */
  write(programme: string, item: ReferralItem): Promise<boolean>;
  /** Referrals of a cell that are not closed. */
  open(programme: string, cell: string): Promise<readonly ReferralItem[]>;
  /** Those the clock must look at, up to this instant, ascending. Eventually consistent. */
  dueUntil(programme: string, until: string): Promise<readonly ReferralKey[]>;
}
