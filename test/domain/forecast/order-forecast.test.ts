import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderForecast } from '../../../domain/forecast/order-forecast.ts';
import { calendar } from '../../../programmes/samps/calendar.ts';
import { ordersForecast, staffing } from '../../../programmes/samps/orders-forecast.ts';

const noumea = (day: string, time: string) => new Date(`${day}T${time}:00+11:00`).toISOString();

const policy = {
  maxAttempts: 3,
  withinHours: 1440,
  countedFrom: 'first-opening',
  minimumGapMinutes: 300,
  dayParts: [
    { code: 'matin', from: '07:30', to: '10:00' },
    { code: 'midi', from: '10:00', to: '13:00' },
    { code: 'apres-midi', from: '13:00', to: '16:00' },
  ],
  minimumDayParts: 2,
  freeRetries: { count: 1, afterMinutes: 30 },
  ringSeconds: 30,
  callingWindow: { from: '07:30', to: '16:00' },
  voicemailMessages: 1,
} as const;

const order = (people: number, agents: number, deadline: string, from = noumea('2025-07-07', '07:30')) =>
  orderForecast({
    policy,
    calendar,
    forecast: ordersForecast,
    staffing: { ...staffing, agents },
    people: [people],
    from,
    deadline,
  });

describe('SAMPS-32: the end of an order is known when it is placed', () => {
  it('600 people in 5 open days: late with 5 agents beside inbound calls, not with 9', () => {
    expect(order(600, 5, '2025-07-11')).toMatchObject({ late: true });
    expect(order(600, 9, '2025-07-11')).toMatchObject({ late: false });
  });

  it('takes as long as people must be tried, however many agents there are', () => {
    // Two attempts a day at most, five hours apart: three take two days.
    expect(order(10, 50, '2025-07-08')).toEqual({ projectedEnd: '2025-07-08', late: false });
    expect(order(10, 50, '2025-07-07')).toEqual({ projectedEnd: '2025-07-08', late: true });
  });

  it('counts neither weekends nor holidays, nor hours that are over', () => {
    // 14 July 2025 is a Monday.
    expect(order(10, 50, '2025-07-15', noumea('2025-07-11', '07:30'))).toMatchObject({ projectedEnd: '2025-07-15' });
    expect(order(10, 50, '2025-07-31', noumea('2025-07-10', '15:59')).projectedEnd).toBe('2025-07-15');
  });

  it('agents whom inbound calls need do not count', () => {
    expect(order(100, 3, '2025-07-31')).toEqual({ late: true });
  });

  it('more agents never end later, more people never end sooner', () => {
    const most = fc.integer({ min: 1, max: 800 });
    fc.assert(
      fc.property(most, most, fc.integer({ min: 5, max: 15 }), (one, other, agents) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)];
        const end = (people: number, staff: number) => order(people, staff, '2025-07-31').projectedEnd ?? '9999';
        expect(end(few, agents) <= end(many, agents)).toBe(true);
        expect(end(many, agents + 1) <= end(many, agents)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
