import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { addDays, epochMs, isoInstant, localDay, localTime } from '../calendar/local-time.ts';
import { halfHourSpans, overlap, type Span } from '../report/agent-spans.ts';
import type { CycleFacts, CyclePerson } from './cycle-facts.ts';
import { usefulAttempt } from './useful-attempt.ts';

export interface CycleHalfHour {
  /** Local day and `HH:MM`. */
  readonly day: string;
  readonly from: string;
  readonly attempts: number;
  readonly answered: number;
  readonly useful: number;
  /** Positions used: agents connected, on average. */
  readonly agents: number;
}

/** Half-hours in which people could be called, from activation to the end or to now. */
export function openSpans(
  calendar: ProgrammeCalendar,
  { activatedAt, activation, endedAt }: Pick<CycleFacts, 'activatedAt' | 'activation' | 'endedAt'>,
  asOf: string,
): readonly Span[] {
  const cycle = {
    from: epochMs(activatedAt),
    to: Math.min(epochMs(activation.deadline), epochMs(endedAt ?? asOf), epochMs(asOf)),
  };
  const spans: Span[] = [];
  const last = localDay(calendar.timeZone, isoInstant(cycle.to));
  for (let day = localDay(calendar.timeZone, activatedAt); day <= last; day = addDays(day, 1)) {
    for (const { from, to } of halfHourSpans(calendar, day)) {
      const span = { from: Math.max(from, cycle.from), to: Math.min(to, cycle.to) };
      if (span.from < span.to) {
        spans.push(span);
      }
    }
  }
  return spans;
}

/** Milliseconds of agents in a span, all agents together. */
export function connectedMs(span: Span, connected: readonly Span[]): number {
  return connected.reduce((sum, other) => sum + overlap(span, other), 0);
}

export function halfHourFigures(
  { timeZone }: ProgrammeCalendar,
  spans: readonly Span[],
  people: readonly CyclePerson[],
  connected: readonly Span[],
): readonly CycleHalfHour[] {
  const dials = people.flatMap((person) =>
    person.attempts
      .filter(({ n }) => n > 0)
      .map((attempt) => ({
        at: epochMs(attempt.startedAt),
        answered: attempt.answeredByCustomer,
        useful: attempt === usefulAttempt(person),
      })),
  );
  return spans.map((span) => {
    const from = isoInstant(span.from);
    const inside = dials.filter(({ at }) => span.from <= at && at < span.to);
    return {
      day: localDay(timeZone, from),
      from: localTime(timeZone, from),
      attempts: inside.length,
      answered: inside.filter(({ answered }) => answered).length,
      useful: inside.filter(({ useful }) => useful).length,
      agents: connectedMs(span, connected) / (span.to - span.from),
    };
  });
}
