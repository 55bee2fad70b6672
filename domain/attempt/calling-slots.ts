import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, epochMs, instantOf, localDay } from '../calendar/local-time.ts';
import { openIntervals } from '../calendar/opening.ts';
import type { AttemptPolicy, AttemptWindow } from './attempt-policy.ts';

/** A stretch in which a person may be dialled: epoch milliseconds, `to` excluded, all in one part of one day. */
export interface CallingSlot {
  /** Index in the policy's day-parts. */
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

type Span = readonly [from: number, to: number];

/**
 * Where a person's attempts may start, ascending: programme open, day-part, the callee's own window in every zone they may be in, and inside the
 * window of the cycle (REFLEX-05, COMMON-08).
 */
export function callingSlots(
  policy: AttemptPolicy,
  calendar: ProgrammeCalendar,
  zones: readonly string[],
  { from, until }: AttemptWindow,
): readonly CallingSlot[] {
  const { timeZone } = calendar;
  const slots: CallingSlot[] = [];
  const last = localDay(timeZone, until);
  for (let day = localDay(timeZone, from); day <= last; day = addDays(day, 1)) {
    const callee = zones.map((zone) => windowsAround(zone, day, policy.callingWindow));
    for (const open of openIntervals(calendar, day)) {
      const opening = cut([[epochMs(open.from), epochMs(open.to)]], [[epochMs(from), epochMs(until)]]);
      policy.dayParts.forEach((dayPart, part) => {
        const ofPart: Span = [
          epochMs(instantOf(timeZone, day, dayPart.from)),
          epochMs(instantOf(timeZone, day, dayPart.to)),
        ];
        const spans = callee.reduce(cut, cut(opening, [ofPart]));
        slots.push(...spans.map(([start, end]) => ({ part, from: start, to: end })));
      });
    }
  }
  return slots.sort((a, b) => a.from - b.from);
}

/** A zone's windows on this day and its neighbours: its days begin at another instant. */
function windowsAround(zone: string, day: string, { from, to }: AttemptPolicy['callingWindow']): readonly Span[] {
  return [addDays(day, -1), day, addDays(day, 1)].map(
    (one) => [epochMs(instantOf(zone, one, from)), epochMs(instantOf(zone, one, to))] as const,
  );
}

function cut(spans: readonly Span[], by: readonly Span[]): readonly Span[] {
  return spans.flatMap(([from, to]) =>
    by.map(([start, end]) => [Math.max(from, start), Math.min(to, end)] as const).filter(([start, end]) => start < end),
  );
}
