import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingForecast } from '../../../domain/supervision/closing-forecast.ts';

const calls = { offered: 100, answered: 70, reachedByCallback: 10 };
const noon = { ...calls, callbacksKept: 10, callbacksOver: 10, callbacksDue: 0, elapsed: 0.5 };

describe('COMMON-44: the answer rate at closing', () => {
  it('as many calls to come as there were, answered alike; callbacks have all reached their people', () => {
    const forecast = closingForecast(noon);
    expect(forecast?.expectedCalls).toBe(100);
    expect(forecast?.lowest).toBeCloseTo((80 + 70) / 200, 12);
    expect(forecast?.likely).toBe(1);
    expect(forecast?.highest).toBe(1);
  });

  it('whose callback was given up stays unanswered, however the rest goes', () => {
    const forecast = closingForecast({ ...noon, callbacksOver: 15 });
    expect(forecast?.highest).toBeCloseTo(195 / 200, 12);
    expect(forecast?.likely).toBeCloseTo((80 + 70 + (15 + 30) * (10 / 15)) / 200, 12);
  });

  it('callbacks that wait for a free agent are not taken to be reached', () => {
    const forecast = closingForecast({ ...noon, callbacksDue: 10 });
    expect(forecast?.likely).toBeCloseTo((80 + 70 + (20 + 30) / 2) / 200, 12);
    expect(forecast?.highest).toBe(1);
  });

  it('while no callback is over, half of them are taken to reach their people', () => {
    const forecast = closingForecast({ ...noon, reachedByCallback: 0, callbacksKept: 0, callbacksOver: 0 });
    expect(forecast?.likely).toBeCloseTo((70 + 70 + 60 / 2) / 200, 12);
  });

  it('says nothing while nothing was offered, nor before opening', () => {
    expect(closingForecast({ ...noon, offered: 0, answered: 0, reachedByCallback: 0 })).toBeUndefined();
    expect(closingForecast({ ...noon, elapsed: 0 })).toBeUndefined();
  });

  it('at closing it is between the rate of the day and that of a day whose callbacks all reach', () => {
    fc.assert(
      fc.property(
        fc.record({
          answered: fc.nat(300),
          reachedByCallback: fc.nat(100),
          never: fc.nat(100),
          callbacksKept: fc.nat(100),
          givenUp: fc.nat(100),
          callbacksDue: fc.nat(100),
          elapsed: fc.double({ min: 0.01, max: 1, noNaN: true }),
        }),
        ({ answered, reachedByCallback, never, callbacksKept, givenUp, callbacksDue, elapsed }) => {
          const offered = answered + reachedByCallback + never;
          fc.pre(offered > 0);
          const over = { callbacksKept, callbacksOver: callbacksKept + givenUp, callbacksDue };
          const day = { offered, answered, reachedByCallback, ...over };
          const { lowest = 0, likely = 0, highest = 0 } = closingForecast({ ...day, elapsed }) ?? {};
          expect(lowest).toBeGreaterThanOrEqual(0);
          expect(likely).toBeGreaterThanOrEqual(lowest - 1e-12);
          expect(highest).toBeGreaterThanOrEqual(likely - 1e-12);
          expect(highest).toBeLessThanOrEqual(1 + 1e-12);
          expect(closingForecast({ ...day, elapsed: 1 })?.lowest).toBeCloseTo((answered + reachedByCallback) / offered);
        },
      ),
    );
  });
});
