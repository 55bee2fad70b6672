/**
 * When a programme is open, as dated data (SAMPS-07..10, COMMON-06/07). All days are local days `YYYY-MM-DD`, all times `HH:MM` in `timeZone`;
 * instants are ISO 8601 UTC strings.
 */
export interface ProgrammeCalendar {
  /** IANA zone, e.g. `Pacific/Noumea`. */
  readonly timeZone: string;
  /** First and last local day of service, both included (SAMPS-08). */
  readonly period: { readonly from: string; readonly to: string };
  /** Weekly hours by effect date, ascending; the last one with `from` ≤ day applies. ISO weekday 1 = Monday. Intervals are half-open. */
  readonly weeks: readonly {
    readonly from: string;
    readonly hours: Readonly<Record<string, readonly { readonly opens: string; readonly closes: string }[]>>;
  }[];
  readonly holidays: 'france' | 'new-caledonia' | 'none';
  /** Hours of holidays; absent = closed (REFLEX-05 calls on holidays too). */
  readonly holidayHours?: readonly { readonly opens: string; readonly closes: string }[];
  /** Exceptional days: closed, or other hours; they win over weeks and holidays (editable by date, SAMPS-09). */
  readonly exceptions: readonly {
    readonly day: string;
    readonly label: string;
    readonly hours: readonly { readonly opens: string; readonly closes: string }[];
  }[];
}

export type OpeningReason = 'open' | 'hours' | 'weekend' | 'holiday' | 'exception' | 'before-period' | 'after-period';

export interface Opening {
  readonly state: 'open' | 'closed';
  readonly reason: OpeningReason;
  /** Name of the holiday or exception in French, when that is the reason. */
  readonly label?: string;
  /** When open: instant of closing. */
  readonly closesAt?: string;
  /** When closed: instant of the next opening; absent after the end of the period. */
  readonly opensAt?: string;
}
