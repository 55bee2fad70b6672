import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { epochMs, isoInstant, localTime } from '../calendar/local-time.ts';
import type { AgentStatusEntry, Scheme } from '../journal/entry.ts';
import { connectedSpans, halfHourSpans, overlap, type Span } from './agent-spans.ts';
import type { InboundCall } from './inbound-calls.ts';
import { tally } from './tally.ts';

/** A half-hour of opening. Calls are counted by their time of arrival, so that rows add up to the day. */
export interface HalfHour {
  /** Local `HH:MM`. */
  readonly from: string;
  readonly to: string;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Offered calls of each scheme (SAMPS-38). */
  readonly byScheme: Readonly<Record<Scheme, number>>;
  /** Time in queue of the answered calls. */
  readonly waitSeconds: number;
  /** Agents connected, on average over the half-hour: those whose status is not offline, breaks included. */
  readonly agents: number;
}

/**
 * Half-hours of the opening of `day` (17 for 07:30-16:00). An offered call that arrived a moment before or after (clocks differ, a call is let
 * in as it was at the context handler) is counted in the nearest row.
 */
export function halfHours(
  calendar: ProgrammeCalendar,
  day: string,
  calls: readonly InboundCall[],
  statuses: readonly AgentStatusEntry[],
  known: (scheme: Scheme) => Scheme,
): readonly HalfHour[] {
  const spans = halfHourSpans(calendar, day);
  const rows = spans.map((): InboundCall[] => []);
  for (const call of calls.filter(({ offered }) => offered)) {
    rows[nearest(spans, epochMs(call.startedAt))]?.push(call);
  }
  const connected = connectedSpans(statuses);
  return spans.map((span, index) => {
    const offered = rows[index] ?? [];
    const answered = offered.filter(({ outcome }) => outcome === 'answered');
    return {
      from: localTime(calendar.timeZone, isoInstant(span.from)),
      to: localTime(calendar.timeZone, isoInstant(span.to)),
      offered: offered.length,
      answered: answered.length,
      abandoned: offered.length - answered.length,
      byScheme: tally(offered.map(({ scheme }) => known(scheme))),
      waitSeconds: answered.reduce((sum, { waitSeconds }) => sum + waitSeconds, 0),
      agents: connected.reduce((sum, other) => sum + overlap(span, other), 0) / (span.to - span.from),
    };
  });
}

function nearest(spans: readonly Span[], at: number): number {
  const distance = (span: Span) => (at < span.from ? span.from - at : Math.max(0, at - span.to + 1));
  let best = 0;
  for (const [index, span] of spans.entries()) {
    const current = spans[best];
    if (current !== undefined && distance(span) < distance(current)) {
      best = index;
    }
  }
  return best;
}
