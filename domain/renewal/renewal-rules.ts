/** When rights of a scheme end and are asked for again: live data of a programme (SAMPS-33). One for each scheme that is renewed. */
export type RenewalRule = TermRule | YearlyRule;

/** Rights last a number of months from the day of admission. */
export interface TermRule {
  readonly type: 'term';
  readonly scheme: string;
  readonly months: number;
  /** Of people in one of these situations, the longest that holds. */
  readonly longer: readonly { readonly situations: readonly string[]; readonly months: number }[];
}

/** Rights are those of a year, asked for from the year before; the later the file, the smaller the aid. */
export interface YearlyRule {
  readonly type: 'yearly';
  readonly scheme: string;
  /** `MM-DD` of year N from which files for year N+1 are taken. */
  readonly opens: string;
  /** Ascending; the last step has no `until`. */
  readonly steps: readonly FilingStep[];
}

export interface FilingStep {
  /** Last day, included: `MM-DD` of the year before the rights (`year: 0`) or of their own (`year: 1`). */
  readonly until?: { readonly year: 0 | 1; readonly day: string };
  /** Of the whole aid, 0..1. */
  readonly share: number;
}
