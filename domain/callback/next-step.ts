import { type Callback, openCallback } from './callbacks-of.ts';
import { firstDialInstant } from './calling-hours.ts';
import { later, recordPatienceMs } from './lease.ts';
import type { NumberFacts, Source } from './number-facts.ts';
import type { Rules } from './rules.ts';

/**
 * What is to be done next for a number, and from when. `lease`: a dial was claimed and its end is not known by `at`. `check`: ask Connect whether
 * the call, or the place it keeps in the queue, is over. `dial`: call the person back. `manual`: a person does, with another telephone.
 */
export interface NextStep {
  readonly type: 'dial' | 'check' | 'lease' | 'manual';
  /** ISO instant, inside opening hours. */
  readonly at: string;
  readonly callbackId: string;
  /** Start of the oldest call: who has waited longest is called first. */
  readonly oldest: string;
}

/** `asOf` (ISO instant): deadlines up to it are over; by default none is, since facts are learnt before their deadline. */
export function nextStep(facts: NumberFacts, rules: Rules, asOf = ''): NextStep | undefined {
  const inFlight = facts.attempts.find(({ state, kind }) => state !== 'ended' && kind === 'dialled');
  if (inFlight?.leaseUntil !== undefined) {
    return { type: 'lease', at: inFlight.leaseUntil, callbackId: inFlight.callbackId, oldest: inFlight.startedAt };
  }
  const callback = openCallback(facts, asOf);
  if (callback === undefined) {
    return undefined;
  }
  const waiting = callback.sources.filter((source) => isPending(source, facts));
  const common = { callbackId: callback.id, oldest: callback.sources[0].startedAt };
  if (waiting.length > 0) {
    const at = firstDialInstant(rules, undefined, checkFrom(waiting), callback.deadline);
    return at === undefined ? undefined : { type: 'check', at, ...common };
  }
  const isManual = facts.channel === 'manual';
  const due = isManual
    ? manualFrom(callback, rules.callbackPolicy.minimumGapMinutes)
    : dialFrom(callback, rules.callbackPolicy.minimumGapMinutes);
  // A number with zones may have been callable once and be so no more: its next window is the one from now on.
  const from = facts.zones !== undefined && asOf > due ? asOf : due;
  const at = firstDialInstant(rules, facts.zones, from, callback.deadline);
  return at === undefined ? undefined : { type: isManual ? 'manual' : 'dial', at, ...common };
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

/** Not while somebody has it in hand. */
function manualFrom(callback: Callback, gapMinutes: number): string {
  const holds = callback.attempts.flatMap(({ state, leaseUntil }) => (state === 'ended' ? [] : (leaseUntil ?? [])));
  return [dialFrom(callback, gapMinutes), ...holds].sort().at(-1) ?? '';
}

function dialFrom(callback: Callback, gapMinutes: number): string {
  const lastEnd = callback.attempts
    .flatMap(({ endedAt }) => endedAt ?? [])
    .sort()
    .at(-1);
  return lastEnd === undefined ? callback.sources[0].endedAt : later(lastEnd, gapMinutes * 60_000);
}
