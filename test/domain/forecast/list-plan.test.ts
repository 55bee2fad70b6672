import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planList, total } from '../../../domain/forecast/list-plan.ts';
import type { ListPlanInput } from '../../../domain/forecast/list-plan-input.ts';
import { nextChance, unreachedShare } from '../../../domain/forecast/reach-curve.ts';
import { usefulForecast } from '../../../domain/forecast/useful-interval.ts';
import { exampleList, smallList } from '../../../simulation/finite-list/example-list.ts';
import { simulateList } from '../../../simulation/finite-list/simulate-list.ts';

/** Everyone alike: a Beta so narrow that it is one chance. */
const alike = (chance: number): ListPlanInput['reach'] => ({
  groups: [{ label: 'Toutes', share: 1, alpha: chance * 1e6, beta: (1 - chance) * 1e6, dayParts: {}, stopShare: 0 }],
  evidencePeople: 20_000,
});
const openHours = (from: string, until: string) =>
  planList({ ...exampleList, callable: 0, window: { from: `${from}:00.000Z`, until: `${until}:00.000Z` } }).openHours;

describe('REFLEX-31: how people are reached', () => {
  it('four attempts reach 57 %, 66.7 %, 70.3 % of people who differ, as the sheet says', () => {
    const reached = (alpha: number, beta: number) => (1 - unreachedShare({ alpha, beta }, 4)).toFixed(3);
    expect([reached(1, 3), reached(1, 2), reached(1.2, 2.2)]).toEqual(['0.571', '0.667', '0.703']);
  });

  it('who was not reached is harder to reach, all the more as people differ', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 20, noNaN: true }),
        fc.double({ min: 0.2, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        (alpha, beta, before, weight) => {
          const group = { label: '', share: 1, alpha, beta, dayParts: {}, stopShare: 0 };
          const chance = nextChance(group, before, weight);
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(nextChance(group, before + 1, weight)).toBeLessThanOrEqual(chance + 1e-9);
        },
      ),
    );
  });
});

describe('REFLEX-31: the plan of a list', () => {
  it('REFLEX-05: counts the open hours of 48 hours as the sheet does', () => {
    expect(openHours('2026-07-06T07:00', '2026-07-08T07:00')).toBe(20);
    expect(openHours('2026-07-06T15:00', '2026-07-08T15:00')).toBe(20);
    expect(openHours('2026-07-10T15:00', '2026-07-12T15:00')).toBe(18);
    expect(openHours('2026-07-11T08:00', '2026-07-13T08:00')).toBe(19);
    expect(openHours('2026-07-13T14:00', '2026-07-15T14:00')).toBe(19);
  });

  it('takes the 29 566 attempts and 910 agent-hours of the sheet when all are alike', () => {
    const plan = planList({ ...exampleList, reach: alike(0.2308) });
    expect(Math.abs(total(plan.end.attempts) - 29_566)).toBeLessThan(10);
    expect(plan.end.agentHours).toBeCloseTo(909.8, 0);
    expect(total(plan.end.useful) / 10_500).toBeCloseTo(0.65, 3);
    expect(plan.short.people).toBe(0);
  });

  it('makes the attempts of each rank that the curve leaves to be made', () => {
    const { end } = planList(exampleList);
    const [group] = exampleList.reach.groups;
    if (group === undefined) throw new Error('no group');
    for (const [rank, made] of end.attempts.entries()) {
      expect(made).toBeCloseTo(10_500 * unreachedShare(group, rank), 3);
    }
  });

  it('with 20 agents has 340 agent-hours, and most people get fewer than four attempts', () => {
    const plan = planList({ ...exampleList, agents: 20 });
    expect([plan.agentHours, plan.end.agentHours]).toEqual([340, expect.closeTo(340, 6)]);
    expect(plan.short.people).toBeGreaterThan(7_000);
    expect(total(plan.short.byAttempts)).toBeCloseTo(plan.short.people, 6);
  });

  it('does no more than lines and the rate of dialling allow', () => {
    expect(planList({ ...exampleList, quotas: { concurrentCalls: 10, dialsPerSecond: 2 } }).end.agentHours).toBeCloseTo(
      170,
      6,
    );
    const slow = planList({ ...exampleList, quotas: { concurrentCalls: 80, dialsPerSecond: 0.1 } });
    expect(total(slow.end.attempts)).toBeCloseTo(0.1 * 20 * 3600, 6);
  });

  it('conserves people, and never gains by having fewer agents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 2_000 }), (agents, people) => {
        const input = { ...exampleList, loaded: people, callable: people, agents };
        const plan = planList(input);
        const left = plan.end.cohorts.reduce((sum, cohort) => sum + cohort.people, 0);
        expect(left + total(plan.end.useful)).toBeCloseTo(people, 5);
        expect(total(plan.end.useful)).toBeLessThanOrEqual(
          total(planList({ ...input, agents: agents + 5 }).end.useful) + 1e-6,
        );
      }),
      { numRuns: 30 },
    );
  });

  it.each<[string, Partial<ListPlanInput>, string]>([
    [
      'more callable than loaded people',
      { callable: 10_501 },
      'Field "callable" is 10501; accepted: from 0 to the 10500',
    ],
    ['an occupancy above one', { occupancy: 1.1 }, 'Field "occupancy" is 1.1'],
    [
      'a deadline in the past',
      { window: { from: '2026-07-06T07:00:00.000Z', until: '2026-07-06T07:00:00.000Z' } },
      'accepted: a deadline after the start',
    ],
    ['groups that are not everybody', { reach: { ...exampleList.reach, groups: [] } }, 'add up to 0; accepted: 1'],
    ['a chance that is none', { reach: { ...alike(0.2), evidencePeople: 0 } }, 'accepted: above 0'],
  ])('refuses %s', (_what, change, message) => {
    expect(() => planList({ ...exampleList, ...change })).toThrow(message);
  });
});

describe('REFLEX-31: the 95 % interval', () => {
  it('holds 90 to 99 % of 210 lists played person by person: agents to spare, just enough, too few', () => {
    const seeds = 70;
    let held = 0;
    for (const occupancy of [0.85, 0.43, 0.25]) {
      const input = smallList(occupancy);
      const plan = planList(input);
      const { mean, low, high } = usefulForecast(input, plan);
      const lived = Array.from({ length: seeds }, (_, seed) => simulateList(input, seed));
      held += lived.filter(({ useful }) => low <= useful && useful <= high).length;
      const average = lived.reduce((sum, { useful }) => sum + useful, 0) / seeds;
      expect(Math.abs(average - mean), `${occupancy}`).toBeLessThan(2.5);
    }
    expect(held / (3 * seeds)).toBeGreaterThanOrEqual(0.9);
    expect(held / (3 * seeds)).toBeLessThanOrEqual(0.99);
  });

  it('widens as the curve was measured on fewer people', () => {
    const width = (evidencePeople: number) => {
      const input = { ...exampleList, reach: { ...exampleList.reach, evidencePeople } };
      const { low, high } = usefulForecast(input, planList(input));
      return high - low;
    };
    expect(width(500)).toBeGreaterThan(2 * width(20_000));
    expect(width(20_000)).toBeGreaterThan(width(1e9));
  });
});
