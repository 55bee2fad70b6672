/** How long what is kept of people is kept: live content, kind `retentionRules` (COMMON-13). */
export interface RetentionRules {
  readonly keep: readonly KeptFor[];
  /** Absent where the programme has no end that is known. */
  readonly contract?: ContractTerm;
}

export interface KeptFor {
  /** `Keeper.data`. */
  readonly data: string;
  /** French: what it is, and from when the months count. */
  readonly label: string;
  readonly from: string;
  /** Whole months; 0 = nothing is kept beyond the end of the day. */
  readonly months: number;
  /** French: why that long. */
  readonly basis: string;
}

/** ARS-44: so many months, then renewed by one month at a time. */
export interface ContractTerm {
  /** Local day YYYY-MM-DD. */
  readonly begins: string;
  readonly months: number;
  readonly renewalMonths: number;
  readonly renewals: number;
}
