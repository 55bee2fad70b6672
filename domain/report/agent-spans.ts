import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs } from '../calendar/local-time.ts';
import { openIntervals } from '../calendar/opening.ts';
import type { AgentStatusEntry } from '../journal/entry.ts';

/** A stretch of time, epoch milliseconds, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const halfHourMs = 30 * 60_000;

/** Half-hours of the opening of a local day; the last one is shorter when the opening is not a whole number of them. */
export function halfHourSpans(calendar: ProgrammeCalendar, day: string): readonly Span[] {
  return openIntervals(calendar, day).flatMap((interval) => {
    const spans: Span[] = [];
    const end = epochMs(interval.to);
    for (let from = epochMs(interval.from); from < end; from += halfHourMs) {
      spans.push({ from, to: Math.min(from + halfHourMs, end) });
    }
    return spans;
  });
}

/** Spans during which an agent was connected. An agent counts from their first status of the day; their last one lasts. */
export function connectedSpans(statuses: readonly AgentStatusEntry[]): readonly Span[] {
  const byAgent = new Map<string, AgentStatusEntry[]>();
  for (const status of statuses.toSorted(byTime)) {
    const known = byAgent.get(status.agent);
    if (known === undefined) {
      byAgent.set(status.agent, [status]);
    } else {
      known.push(status);
    }
  }
  return [...byAgent.values()].flatMap((changes) =>
    changes.flatMap((status, index) => {
      const next = changes[index + 1];
      const to = next === undefined ? Number.MAX_SAFE_INTEGER : epochMs(next.time);
      return status.statusType === 'OFFLINE' ? [] : [{ from: epochMs(status.time), to }];
    }),
  );
}

/** A softphone that opens says offline, then available, in the same millisecond: the status an agent chose comes last. */
function byTime(a: AgentStatusEntry, b: AgentStatusEntry): number {
  const rank = ({ time, id, statusType }: AgentStatusEntry) => `${time} ${statusType === 'OFFLINE' ? 0 : 1} ${id}`;
  return rank(a) < rank(b) ? -1 : 1;
}

/** Milliseconds that two spans share. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}
