import { describe, expect, it } from 'vitest';
import type { ListState } from '../../../domain/forecast/list-plan.ts';
import { planList, total } from '../../../domain/forecast/list-plan.ts';
import { type ObservedList, plannedAt, trackList } from '../../../domain/forecast/track-list.ts';
import { usefulForecast } from '../../../domain/forecast/useful-interval.ts';
import { exampleList, smallList } from '../../../simulation/finite-list/example-list.ts';
import { simulateList } from '../../../simulation/finite-list/simulate-list.ts';

const plan = planList(exampleList);
const halfway = '2026-07-07T07:00:00.000Z';

/** As the plan expects, with so much of the questionnaires. */
function observed(state: ListState | undefined, share = 1): ObservedList {
  if (state === undefined) throw new Error('nothing planned yet');
  const open = Array<number>(4).fill(0);
  for (const { made, people } of state.cohorts) if (made < 4) open[made] = (open[made] ?? 0) + people;
  return { at: state.at, attempts: state.attempts, useful: state.useful.map((one) => one * share), open };
}

describe('REFLEX-17: the objective followed live', () => {
  it('at T+24 h of a cycle that goes as planned: reached, expected, and the forecast at 48 h is the plan', () => {
    const tracked = trackList(exampleList, plan, { ...observed(plannedAt(plan, halfway)), at: halfway });
    expect(tracked.usefulShare).toBeCloseTo(tracked.expectedShare, 9);
    expect(tracked.usefulShare).toBeGreaterThan(0.3);
    expect(tracked.reachFactor).toBeCloseTo(1, 2);
    expect(tracked.forecast.mean).toBeCloseTo(total(plan.end.useful), -1);
    expect(tracked.isLate).toBe(false);
  });

  it('is surer of the end as it comes nearer, and sure at the deadline', () => {
    const width = (at: string) => {
      const { forecast } = trackList(exampleList, plan, { ...observed(plannedAt(plan, at)), at });
      return forecast.high - forecast.low;
    };
    const whole = usefulForecast(exampleList, plan);
    expect(width(halfway)).toBeLessThan(whole.high - whole.low);
    expect(width('2026-07-07T16:00:00.000Z')).toBeLessThan(width(halfway));
    expect(width('2026-07-08T07:00:00.000Z')).toBeLessThanOrEqual(1);
  });

  it('people harder to reach than the curve said lower the forecast and tell that the objective is lost', () => {
    const seen = { ...observed(plannedAt(plan, halfway), 0.8), at: halfway };
    const tracked = trackList(exampleList, plan, seen);
    expect(tracked.reachFactor).toBeLessThan(0.97);
    expect(tracked.usefulShare).toBeCloseTo(0.8 * tracked.expectedShare, 9);
    expect(tracked).toMatchObject({ isLate: true });
    expect(tracked.forecast.mean).toBeLessThan(total(plan.end.useful));
    expect(tracked.forecast.mean).toBeGreaterThan(total(seen.useful));
  });

  it('more attempts than planned are possible: people ahead of the plan are still counted', () => {
    const tracked = trackList(exampleList, plan, {
      at: '2026-07-06T08:00:00.000Z',
      attempts: [900, 100, 0, 0],
      useful: [300, 20, 0, 0],
      open: [9_600, 500, 80, 0],
    });
    expect(tracked.forecast.mean).toBeGreaterThan(6_000);
    expect(tracked.expectedShare).toBeGreaterThan(0);
  });

  it('nothing has happened yet: nothing is expected yet', () => {
    const tracked = trackList(exampleList, plan, {
      at: exampleList.window.from,
      attempts: [0, 0, 0, 0],
      useful: [0, 0, 0, 0],
      open: [10_500, 0, 0, 0],
    });
    expect(tracked).toMatchObject({ usefulShare: 0, expectedShare: 0, reachFactor: 1 });
    expect(tracked.forecast.mean).toBeCloseTo(total(plan.end.useful), 0);
  });

  it('holds 90 to 99 % of 100 lists, seen at T+24 h', () => {
    const input = smallList(0.43);
    const small = planList(input);
    let held = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      const { useful, seen } = simulateList(input, seed, halfway);
      if (seen === undefined) throw new Error('nothing seen');
      const { low, high } = trackList(input, small, seen).forecast;
      if (low <= useful && useful <= high) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(90);
    expect(held).toBeLessThanOrEqual(99);
  });
});
