import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { openingAt } from '../calendar/opening.ts';
import { type Callback, openCallback } from './callbacks-of.ts';
import { later, recordPatienceMs } from './lease.ts';
import type { NumberFacts, Source } from './number-facts.ts';

/**
 * What is to be done next for a number, and from when. `lease`: a dial was claimed and its end is not known by `at`. `check`: ask Connect whether
 * the call, or the place it keeps in the queue, is over. `dial`: call the person back.
 */
export interface NextStep {
  readonly type: 'dial' | 'check' | 'lease';
  /** ISO instant, inside opening hours. */
  readonly at: string;
  readonly callbackId: string;
  /** Start of the oldest call: who has waited longest is called first. */
  readonly oldest: string;
}

/** `asOf` (ISO instant): deadlines up to it are over; by default none is, since facts are learnt before their deadline. */
export function nextStep(
  facts: NumberFacts,
  calendar: ProgrammeCalendar,
  gapMinutes: number,
  asOf = '',
): NextStep | undefined {
  const inFlight = facts.attempts.find(({ state, kind }) => state !== 'ended' && kind === 'dialled');
  if (inFlight?.leaseUntil !== undefined) {
    return { type: 'lease', at: inFlight.leaseUntil, callbackId: inFlight.callbackId, oldest: inFlight.startedAt };
  }
  const callback = openCallback(facts, asOf);
  if (callback === undefined || facts.channel === 'manual') {
    return undefined;
  }
  const waiting = callback.sources.filter((source) => isPending(source, facts));
  const type = waiting.length > 0 ? 'check' : 'dial';
  const from = waiting.length > 0 ? checkFrom(waiting) : dialFrom(callback, gapMinutes);
  const at = firstOpenInstant(calendar, from);
  if (at === undefined || at >= callback.deadline) {
    return undefined;
  }
  return { type, at, callbackId: callback.id, oldest: callback.sources[0].startedAt };
}

/** The call may still be going on, or its kept place may still be in the queue: dialling now would ring twice. */
export function isPending(source: Source, facts: NumberFacts): boolean {
  if (source.certainty === 'announced') {
    return true;
  }
  const keepsPlace = source.reason === 'keep-place' && source.keptPlaceContactId !== undefined;
  return keepsPlace && !facts.attempts.some(({ kind, callId }) => kind === 'keep-place' && callId === source.callId);
}

function checkFrom(waiting: readonly Source[]): string {
  const instants = waiting.map(({ checkAt, endedAt }) => checkAt ?? later(endedAt, recordPatienceMs));
  return instants.sort()[0] ?? '';
}

function dialFrom(callback: Callback, gapMinutes: number): string {
  const lastEnd = callback.attempts
    .flatMap(({ endedAt }) => endedAt ?? [])
    .sort()
    .at(-1);
  return lastEnd === undefined ? callback.sources[0].endedAt : later(lastEnd, gapMinutes * 60_000);
}

/** The instant itself when the programme is open, else the next opening; undefined after the last one. */
function firstOpenInstant(calendar: ProgrammeCalendar, at: string): string | undefined {
  const opening = openingAt(calendar, at);
  return opening.state === 'open' ? at : opening.opensAt;
}
