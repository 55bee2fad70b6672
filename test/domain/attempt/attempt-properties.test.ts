import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastAttempt, PersonFacts } from '../../../domain/attempt/attempt-facts.ts';
import { attemptPlan } from '../../../domain/attempt/attempt-plan.ts';
import { countedAttempts } from '../../../domain/attempt/counted-attempts.ts';
import { type Disposition, dispositions, isDisposition } from '../../../domain/attempt/dispositions.ts';
import { nextAttempt } from '../../../domain/attempt/next-attempt.ts';
import { openingAt } from '../../../domain/calendar/opening.ts';
import { calendar, policy } from './heat-wave.ts';

const codes = Object.keys(dispositions).filter(isDisposition);
const iso = (ms: number) => new Date(ms).toISOString();
const start = Date.parse('2026-03-20T00:00:00.000Z');

interface Life {
  readonly facts: PersonFacts;
  readonly closed: string;
  readonly lateness: readonly number[];
}

interface Script {
  readonly from: number;
  readonly numbers: number;
  /** Share of the room between the earliest instant and the promise that passes before each dial. */
  readonly delays: readonly number[];
  readonly outcomes: readonly Disposition[];
  readonly seconds: readonly number[];
  readonly zone: string | undefined;
}

const script: fc.Arbitrary<Script> = fc.record({
  // Any minute of two hundred days, the changes of the clock and many holidays among them.
  from: fc.integer({ min: 0, max: 200 * 24 * 60 }).map((minute) => start + minute * 60_000),
  numbers: fc.integer({ min: 1, max: 3 }),
  delays: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 }),
  outcomes: fc.array(fc.constantFrom(...codes), { minLength: 10, maxLength: 10 }),
  seconds: fc.array(fc.integer({ min: 2, max: 55 }), { minLength: 10, maxLength: 10 }),
  zone: fc.option(fc.constantFrom('Pacific/Noumea', 'America/Guadeloupe', 'Indian/Reunion'), { nil: undefined }),
});

/** Lives one cycle of one person: each dial some time between its earliest instant and its promise, asked for again as the dispatcher does. */
function live({ from, numbers, delays, outcomes, seconds, zone }: Script): Life {
  const window = { from: iso(from), until: iso(from + 48 * 3_600_000) };
  let facts: PersonFacts = {
    window,
    numbers: ['k1', 'k2', 'k3'].slice(0, numbers),
    channel: 'voice',
    attempts: [],
    ...(zone === undefined ? {} : { zones: [zone] }),
  };
  const lateness: number[] = [];
  let at = window.from;
  for (let step = 0; step < 40; step += 1) {
    const next = nextAttempt(facts, policy, calendar, at);
    if (next.type === 'closed') {
      return { facts, closed: next.state, lateness };
    }
    if (next.type === 'manual') {
      at = next.until;
      continue;
    }
    if (next.type === 'pending') {
      throw new Error('Nothing is in flight here');
    }
    expect(next.dialAt >= at).toBe(true);
    expect(next.promise >= next.dialAt).toBe(true);
    if (next.dialAt > at) {
      const room = Date.parse(next.promise) - Date.parse(next.dialAt);
      at = iso(Date.parse(next.dialAt) + Math.floor((room * (delays[facts.attempts.length] ?? 0)) / 60_000) * 60_000);
      continue;
    }
    lateness.push(Date.parse(at) - Date.parse(next.promise));
    const length = (seconds[facts.attempts.length] ?? 30) * 1000;
    const disposition = outcomes[facts.attempts.length] ?? 'no-answer';
    const attempt: PastAttempt = {
      n: next.n,
      startedAt: at,
      endedAt: iso(Date.parse(at) + length),
      numberKey: next.numberKey,
      disposition,
      ...(disposition === 'call-later' ? { askedFor: iso(Date.parse(at) + 3 * 3_600_000) } : {}),
    };
    facts = { ...facts, attempts: [...facts.attempts, attempt] };
    at = attempt.endedAt ?? at;
  }
  throw new Error('A cycle that never ends');
}

const quiet = script.map((one) => ({
  ...one,
  zone: undefined,
  outcomes: one.outcomes.map(() => 'no-answer' as const),
}));

describe('attempts of one person', () => {
  it('REFLEX-03, COMMON-38: never more than the policy, never outside hours or the window, never closer than the gap', () => {
    fc.assert(
      fc.property(script, (given) => {
        const { facts } = live(given);
        const counted = countedAttempts(facts.attempts, policy);
        expect(counted.length).toBeLessThanOrEqual(policy.maxAttempts);
        expect(facts.attempts.length).toBeLessThanOrEqual(policy.maxAttempts + policy.freeRetries.count);
        for (const { startedAt } of facts.attempts) {
          expect(openingAt(calendar, startedAt).state).toBe('open');
          expect(startedAt >= facts.window.from && startedAt < facts.window.until).toBe(true);
        }
        counted.forEach(({ startedAt }, index) => {
          const before = counted[index - 1]?.endedAt;
          const gap = before === undefined ? Number.POSITIVE_INFINITY : Date.parse(startedAt) - Date.parse(before);
          expect(gap).toBeGreaterThanOrEqual(policy.minimumGapMinutes * 60_000);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('REFLEX-03/04: whoever keeps the promises makes all four attempts in three parts of the day, from any instant', () => {
    fc.assert(
      fc.property(quiet, (given) => {
        const { facts, closed, lateness } = live(given);
        const plan = attemptPlan(policy, calendar, undefined, facts.window);
        expect(lateness.every((late) => late <= 0)).toBe(true);
        expect(closed).toBe('unreachable');
        const parts = new Set(facts.attempts.map(({ startedAt }) => plan.partAt(Date.parse(startedAt))));
        expect(parts.size).toBeGreaterThanOrEqual(policy.minimumDayParts);
      }),
      { numRuns: 300 },
    );
  });

  it('design principle 3: everyone is closed, or has a next date, whatever happens', () => {
    fc.assert(
      fc.property(script, fc.integer({ min: 0, max: 60 }), (given, hours) => {
        const { facts } = live(given);
        for (let kept = 0; kept <= facts.attempts.length; kept += 1) {
          const some = { ...facts, attempts: facts.attempts.slice(0, kept) };
          const at = iso(Date.parse(some.attempts.at(-1)?.endedAt ?? facts.window.from) + hours * 3_600_000);
          const next = nextAttempt(some, policy, calendar, at);
          const date = next.type === 'dial' ? next.dialAt : next.type === 'manual' ? next.until : undefined;
          expect(next.type === 'closed' || (date !== undefined && date >= at && date <= facts.window.until)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
