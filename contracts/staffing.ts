/** `GET /api/{programme}/effectifs?jour=2025-07-07` (SAMPS-42, COMMON-41). Instants: ISO UTC. Imports nothing. */
export interface StaffingAnswer {
  readonly programme: string;
  readonly timeZone: string;
  /** Local day, YYYY-MM-DD. */
  readonly day: string;
  readonly at: string;
  readonly isOpen: boolean;
  /** Calls expected in the day; absent when there is no history of such a day and nobody typed how many. */
  readonly calls?: number;
  /** `history`: mean of `pastDays`. `entered`: typed, spread over the half-hours as on `pastDays`, evenly when there is none. */
  readonly callsFrom: 'history' | 'entered' | 'nothing';
  /** Days of the same weekday that were counted, from the newest. */
  readonly pastDays: readonly string[];
  /** Seconds of conversation and after-call work. `assumed`: nobody typed it, and no such day was answered. */
  readonly handlingSeconds: number;
  readonly handlingFrom: 'history' | 'entered' | 'assumed';
  readonly target: StaffingTarget;
  /** Share of paid time away from the telephone, 0..1. */
  readonly shrinkage: number;
  /** Each half-hour of opening; none when the day is closed or when nothing is known of its calls. */
  readonly halfHours: readonly StaffingHalfHour[];
  /** Of today alone: agents online at `at`, true only then. */
  readonly agentsOnline?: number;
}

/** A share of calls answered while callers give up (Erlang A), or answered within so many seconds while all wait (Erlang C). Shares: 0..1. */
export type StaffingTarget =
  | { readonly type: 'answer-rate'; readonly share: number; readonly patienceSeconds: number }
  | { readonly type: 'service-level'; readonly share: number; readonly seconds: number };

export interface StaffingHalfHour {
  /** Local HH:MM. */
  readonly from: string;
  readonly calls: number;
  /** Erlangs. */
  readonly load: number;
  /** At the telephone. */
  readonly agents: number;
  /** To be rostered so that as many are at the telephone. */
  readonly scheduled: number;
  /** What these agents give of the target, 0..1. */
  readonly achieved: number;
}
