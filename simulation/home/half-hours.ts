import type { CallDiary } from '../diary.ts';
import type { PlayedDay } from '../people.ts';

const halfHour = 30 * 60_000;

/** What became of the calls offered in one half-hour. */
export interface HalfHour {
  /** ISO instant at which it begins. */
  readonly from: string;
  readonly answered: number;
  /** Gave up, or were cut off, without an agent. */
  readonly lost: number;
  readonly waiting: number;
}

/** The half-hours of an opening, in order, each with the calls that began to wait in it. */
export function halfHoursOf(open: NonNullable<PlayedDay['open']>, calls: readonly CallDiary[]): HalfHour[] {
  const from = Date.parse(open.from);
  const count = Math.ceil((Date.parse(open.to) - from) / halfHour);
  const halves = Array.from({ length: count }, (_, index) => ({
    from: new Date(from + index * halfHour).toISOString(),
    answered: 0,
    lost: 0,
    waiting: 0,
  }));
  for (const call of calls) {
    const half = halves[Math.floor((Date.parse(call.waitingAt ?? '') - from) / halfHour)];
    if (half === undefined) continue;
    if (call.spokenToAt !== undefined) half.answered += 1;
    else if (call.endedAt !== undefined) half.lost += 1;
    else half.waiting += 1;
  }
  return halves;
}
