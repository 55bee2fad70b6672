import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastAttempt } from '../../../domain/attempt/attempt-facts.ts';
import { attemptPlan } from '../../../domain/attempt/attempt-plan.ts';
import type { AttemptPolicy } from '../../../domain/attempt/attempt-policy.ts';
import { checkAttemptPolicy } from '../../../domain/attempt/check-attempt-policy.ts';
import { nextAttempt } from '../../../domain/attempt/next-attempt.ts';
import { nextPromised, promisedCall } from '../../../domain/attempt/promised-call.ts';
import { openingAt } from '../../../domain/calendar/opening.ts';
import { calendar, monday, paris, person, policy as quiet, tried } from './heat-wave.ts';

const policy: AttemptPolicy = { ...quiet, promisedCall: { withinHours: 24, notBeforeHours: 4, attempts: 2 } };
const reached = (day: number, time: string): PastAttempt =>
  tried(1, day, time, { disposition: 'complete', promisedAt: paris(day, time) });

function next(attempts: readonly PastAttempt[], at: string, facts = {}) {
  const given = person({ attempts, ...facts });
  const promise = promisedCall(attempts, policy);
  if (promise === undefined) {
    throw new Error('Nothing was promised');
  }
  const plan = attemptPlan(policy, calendar, undefined, monday);
  return nextPromised(given, promise, { policy, plan, at });
}

describe('a call promised within 24 hours', () => {
  it('REFLEX-14, COMMON-38: is dialled from four hours after the conversation on, by the same hour of the next day', () => {
    expect(next([reached(6, '10:00')], paris(6, '10:01'))).toMatchObject({
      type: 'dial',
      n: 2,
      dialAt: paris(6, '14:00'),
      promise: paris(7, '09:59'),
    });
  });

  it('REFLEX-05: waits for the morning when the evening is over', () => {
    expect(next([reached(6, '16:00')], paris(6, '16:01'))).toMatchObject({ type: 'dial', dialAt: paris(7, '09:00') });
  });

  it('is kept by talking with somebody, tried twice at most, with the gap of the policy between', () => {
    const first = tried(2, 6, '14:00');
    expect(next([reached(6, '10:00'), first], paris(6, '14:01'))).toMatchObject({ n: 3, dialAt: paris(6, '16:01') });
    expect(next([reached(6, '10:00'), first, tried(3, 6, '16:01')], paris(6, '16:05'))).toEqual({
      type: 'over',
      state: 'unreached',
    });
    const kept = tried(2, 6, '14:00', { disposition: 'complete' });
    expect(next([reached(6, '10:00'), kept], paris(6, '14:05'))).toEqual({ type: 'over', state: 'kept' });
    const rang = tried(0, 6, '11:00', { disposition: 'partial' });
    expect(next([reached(6, '10:00'), rang], paris(6, '11:05'))).toEqual({ type: 'over', state: 'kept' });
  });

  it('passes to the next cycle when this one ends first, and is late when nobody called', () => {
    expect(next([reached(7, '18:00')], paris(7, '18:01'))).toEqual({ type: 'over', state: 'carried' });
    expect(next([reached(6, '10:00')], paris(7, '10:00'))).toEqual({ type: 'over', state: 'late' });
  });

  it('REFLEX-25: is owed to nobody who left, nor once everything is stopped', () => {
    expect(next([reached(6, '10:00')], paris(6, '15:00'), { removed: true })).toEqual({
      type: 'over',
      state: 'removed',
    });
    expect(next([reached(6, '10:00')], paris(6, '15:00'), { stopped: true })).toEqual({
      type: 'over',
      state: 'stopped',
    });
    expect(next([reached(6, '10:00')], paris(6, '15:00'), { manualNumbers: ['k1'] })).toEqual({
      type: 'over',
      state: 'manual',
    });
    const wrong = tried(2, 6, '14:00', { disposition: 'wrong-number' });
    expect(next([reached(6, '10:00'), wrong], paris(6, '15:00'))).toEqual({ type: 'over', state: 'unreached' });
  });

  it('the first attempt of the cycle that owes it is due by its hour', () => {
    const owed = nextAttempt(person({ promisedBy: paris(6, '10:30') }), policy, calendar, monday.from);
    expect(owed).toMatchObject({ type: 'dial', dialAt: paris(6, '09:00'), promise: paris(6, '10:30') });
  });

  it('COMMON-38: wherever the conversation falls, every call is in hours, in its 24 hours, after its gap, and at most two', () => {
    const lives = fc.record({
      minute: fc.integer({ min: 0, max: 47 * 60 }),
      lags: fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 3, maxLength: 3 }),
      said: fc.array(fc.constantFrom('no-answer', 'voicemail', 'busy', 'abandoned'), { minLength: 9, maxLength: 9 }),
    });
    fc.assert(
      fc.property(lives, ({ minute, lags, said }) => {
        const start = new Date(Date.parse(monday.from) + minute * 60_000).toISOString();
        const first: PastAttempt = { n: 1, startedAt: start, endedAt: start, numberKey: 'k1', disposition: 'complete' };
        const attempts: PastAttempt[] = [{ ...first, promisedAt: start }];
        let at = start;
        for (let step = 0; step < 24; step += 1) {
          const found = next(attempts, at);
          if (found.type !== 'dial') {
            break;
          }
          if (found.dialAt > at) {
            const most = Math.max(0, Date.parse(found.promise) - Date.parse(found.dialAt));
            const lag = Math.min(most, (lags[attempts.length] ?? 0) * 60_000);
            at = new Date(Date.parse(found.dialAt) + lag).toISOString();
            continue;
          }
          const startedAt = at;
          const endedAt = new Date(Date.parse(startedAt) + 30_000).toISOString();
          const disposition = said[step] ?? 'no-answer';
          expect(openingAt(calendar, startedAt).state).toBe('open');
          expect(Date.parse(startedAt) - Date.parse(start)).toBeGreaterThanOrEqual(4 * 3_600_000);
          expect(Date.parse(startedAt) - Date.parse(start)).toBeLessThan(24 * 3_600_000);
          expect(startedAt < monday.until).toBe(true);
          const before = attempts.findLast((one) => one.n > 1 && one.disposition !== 'busy')?.endedAt;
          if (before !== undefined) {
            expect(Date.parse(startedAt) - Date.parse(before)).toBeGreaterThanOrEqual(120 * 60_000);
          }
          attempts.push({ n: found.n, startedAt, endedAt, numberKey: 'k1', disposition });
          at = endedAt;
        }
        expect(attempts.length - 1).toBeLessThanOrEqual(2 + policy.freeRetries.count);
      }),
      { numRuns: 200 },
    );
  });

  it('a policy whose promise cannot be kept is refused with the field, its value and what is accepted', () => {
    const odd = checkAttemptPolicy({ ...policy, promisedCall: { withinHours: 12, notBeforeHours: 1, attempts: 0 } });
    expect(odd.map(({ field, value }) => [field, value])).toEqual([
      ['promisedCall.withinHours', 12],
      ['promisedCall.notBeforeHours', 1],
      ['promisedCall.attempts', 0],
    ]);
    expect(checkAttemptPolicy(policy)).toEqual([]);
  });
});
