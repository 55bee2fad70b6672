import type { ClosingForecast } from '../../contracts/live-board.ts';

/** The day so far, as its report counts it, and what of it is still open. */
export interface DaySoFar {
  readonly offered: number;
  readonly answered: number;
  readonly reachedByCallback: number;
  /** Of callbacks that are over: those that reached the person, or whose person was answered first, and all. */
  readonly callbacksKept: number;
  readonly callbacksOver: number;
  /** Of callbacks that are not over: those that should have been dialled by now. */
  readonly callbacksDue: number;
  /** Share of the opening that has gone by, 0..1. */
  readonly elapsed: number;
}

/**
 * Where the answer rate (SAMPS-05) will be at closing (COMMON-44). Calls go on coming at the pace of the day so far, agents go on answering the same
 * share of them, and of callbacks that were to be made by now the same share goes on being kept: those that wait for a free agent count against it, else a
 * centre that calls nobody back would expect to reach everybody. While none was to be made, half of them are kept. Absent while nothing was offered. A day's rate
 * may still grow until the close of the next open day: callbacks of its last hour are worked then.
 */
export function closingForecast(day: DaySoFar): ClosingForecast | undefined {
  const { offered, answered, reachedByCallback, elapsed } = day;
  if (offered === 0 || elapsed <= 0) {
    return undefined;
  }
  const unsettled = offered - answered - reachedByCallback;
  const lost = Math.min(unsettled, day.callbacksOver - day.callbacksKept);
  const open = unsettled - lost;
  const owed = day.callbacksOver + day.callbacksDue;
  const reach = owed === 0 ? 0.5 : day.callbacksKept / owed;
  const expected = Math.round((offered / elapsed) * (1 - Math.min(1, elapsed)));
  const live = answered / offered;
  const toCome = { live: expected * live, missed: expected * (1 - live) };
  const settled = answered + reachedByCallback + toCome.live;
  const rate = (reached: number) => (settled + (open + toCome.missed) * reached) / (offered + expected);
  return { lowest: rate(0), likely: rate(reach), highest: rate(1), expectedCalls: expected };
}
