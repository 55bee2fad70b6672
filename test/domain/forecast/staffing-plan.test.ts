import { describe, expect, it } from 'vitest';
import { type StaffingForecast, staffingPlan } from '../../../domain/forecast/staffing-plan.ts';
import { samps } from '../../../programmes/samps/programme.ts';

const forecast: StaffingForecast = {
  monthlyCalls: 8_000,
  openDays: 21,
  halfHours: { '07:30': 0.7, '08:00': 1.3, '08:30': 1.7, '09:00': 1.6, '15:30': 0.35 },
  weekdays: { '1': 1.2 },
  handlingSeconds: 300,
  target: { type: 'answer-rate', share: 0.8, patienceSeconds: 120 },
  shrinkage: 0.3,
};
const friday = staffingPlan(samps.calendar, '2025-07-04', forecast);

describe('SAMPS-42: the staffing plan of a day', () => {
  it('has each half-hour of opening, and the calls of the day in all', () => {
    expect(friday.map(({ from }) => from)).toEqual(
      Array.from(
        { length: 17 },
        (_, i) => `${String(7 + Math.floor((i + 1) / 2)).padStart(2, '0')}:${i % 2 === 0 ? '30' : '00'}`,
      ),
    );
    expect(friday.reduce((sum, { calls }) => sum + calls, 0)).toBeCloseTo(8_000 / 21, 9);
  });

  it('has most people at the peak, keeps the target everywhere, and rosters those who are away', () => {
    const peak = friday.find(({ from }) => from === '08:30');
    expect(Math.max(...friday.map(({ agents }) => agents))).toBe(peak?.agents);
    for (const row of friday) {
      expect(row.achieved, row.from).toBeGreaterThanOrEqual(0.8);
      expect(row.scheduled, row.from).toBe(Math.ceil(row.agents / 0.7));
    }
  });

  it('is of the weekday, and empty on a holiday', () => {
    const monday = staffingPlan(samps.calendar, '2025-07-07', forecast);
    expect(monday.reduce((sum, { calls }) => sum + calls, 0)).toBeCloseTo((8_000 / 21) * 1.2, 9);
    expect(staffingPlan(samps.calendar, '2025-09-24', forecast)).toEqual([]);
  });

  it('SAMPS-03: follows the forecast from 8 000 to 12 000 calls, a parameter', () => {
    const more = staffingPlan(samps.calendar, '2025-07-04', { ...forecast, monthlyCalls: 12_000 });
    for (const [index, row] of more.entries()) {
      expect(row.calls).toBeCloseTo((friday[index]?.calls ?? 0) * 1.5, 9);
      expect(row.agents).toBeGreaterThanOrEqual(friday[index]?.agents ?? 0);
    }
    const agents = (rows: typeof friday) => rows.reduce((sum, row) => sum + row.scheduled, 0);
    expect(agents(more)).toBeGreaterThan(agents(friday));
  });

  it('refuses people who are never there', () => {
    expect(() => staffingPlan(samps.calendar, '2025-07-04', { ...forecast, shrinkage: 1 })).toThrow(
      'accepted: from 0 to less than 1',
    );
  });
});
