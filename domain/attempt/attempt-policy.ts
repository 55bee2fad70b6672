import type { CallingWindow } from '../calendar/calling-window.ts';

/** A part of the day, in the programme's zone: local times `HH:MM`, `from` included, `to` excluded. */
export interface DayPart {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** How often, when and how far apart one person is tried within a cycle (REFLEX-03/04, COMMON-38), as data. */
export interface AttemptPolicy {
  /** Attempts a cycle that count; at most these are made. */
  readonly maxAttempts: number;
  /** All of them start within this many hours. */
  readonly withinHours: number;
  /** What the hours are counted from: activation, which is stricter, or the first instant of calling hours after it. */
  readonly countedFrom: 'activation' | 'first-opening';
  /** Between the end of an attempt that counts and the next attempt. */
  readonly minimumGapMinutes: number;
  /** Ascending, without overlap. Nobody is dialled at an hour that no part covers. */
  readonly dayParts: readonly DayPart[];
  /** Different parts that `maxAttempts` attempts fall in, at least. */
  readonly minimumDayParts: number;
  /** Busy lines and dials that never rang: this many a cycle are tried again soon and do not count. */
  readonly freeRetries: { readonly count: number; readonly afterMinutes: number };
  readonly ringSeconds: number;
  /** Nobody is rung outside it, by the clock of the callee's country (COMMON-08). */
  readonly callingWindow: CallingWindow;
  /** Messages left on a voicemail, a person and cycle. */
  readonly voicemailMessages: number;
  /**
   * Another call promised in a conversation (« rappel sous 24 h »): from so many hours after it on, in calling hours, with attempts of its own beyond
   * `maxAttempts`, which keep the same gap. One a cycle. Absent = none is ever promised.
   */
  readonly promisedCall?: { readonly withinHours: number; readonly notBeforeHours: number; readonly attempts: number };
}

/** The time in which a person's attempts fall: ISO instants, `from` included, `until` excluded. */
export interface AttemptWindow {
  readonly from: string;
  readonly until: string;
}
