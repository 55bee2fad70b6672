import { addDays, instantOf, localDay } from '../calendar/local-time.ts';
import { addMonths } from '../renewal/add-months.ts';
import type { ContractTerm, RetentionRules } from './retention-rules.ts';

/** What a programme keeps and until when, for whoever answers for it (COMMON-13, ARS-44). Days are local. */
export interface RetentionPlan {
  readonly kept: readonly {
    readonly data: string;
    readonly label: string;
    readonly from: string;
    readonly months: number;
    readonly basis: string;
    /** What was over before this day is gone after the run of the night. */
    readonly goneBefore: string;
    /** Last day on which something of it may be left, when the contract ends as it stands. */
    readonly lastDay?: string;
  }[];
  /** Last day of the contract, renewals included. */
  readonly contractEnds?: string;
}

export function retentionPlan(rules: RetentionRules, timeZone: string, at: string): RetentionPlan {
  const today = localDay(timeZone, at);
  const ends = rules.contract && contractEnd(rules.contract);
  return {
    kept: rules.keep.map((one) => ({
      ...one,
      goneBefore: addMonths(today, -one.months),
      ...(ends === undefined ? {} : { lastDay: addMonths(ends, one.months) }),
    })),
    ...(ends === undefined ? {} : { contractEnds: ends }),
  };
}

/** Instant before which what was over goes: the beginning of the local day so many months ago. */
export function keptSince(months: number, timeZone: string, at: string): string {
  return instantOf(timeZone, addMonths(localDay(timeZone, at), -months), '00:00');
}

/** Last day: three months from 1 January end on 31 March, each renewal a month later. */
function contractEnd({ begins, months, renewalMonths, renewals }: ContractTerm): string {
  return addDays(addMonths(begins, months + renewalMonths * renewals), -1);
}
