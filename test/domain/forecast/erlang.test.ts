import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentsNeeded } from '../../../domain/forecast/agents-needed.ts';
import { erlangA } from '../../../domain/forecast/erlang-a.ts';
import { erlangB } from '../../../domain/forecast/erlang-b.ts';
import { erlangC } from '../../../domain/forecast/erlang-c.ts';

/** Handling 300 s, patience 120 s, answered within 20 s; as many digits as are printed. */
const vectors = [
  {
    a: 1,
    n: 2,
    b: '0.200000',
    c: '0.333333',
    sl: '0.6882',
    asa: '100.00',
    abandon: '0.14120',
    wait: '0.23920',
    mean: '16.944',
  },
  {
    a: 3,
    n: 4,
    b: '0.206107',
    c: '0.509434',
    sl: '0.5234',
    asa: '152.83',
    abandon: '0.14100',
    wait: '0.30193',
    mean: '16.920',
  },
  {
    a: 3.7,
    n: 6,
    b: '0.095952',
    c: '0.216839',
    sl: '0.8140',
    asa: '28.28',
    abandon: '0.05484',
    wait: '0.14775',
    mean: '6.581',
  },
  {
    a: 5,
    n: 7,
    b: '0.120519',
    c: '0.324150',
    sl: '0.7163',
    asa: '48.62',
    abandon: '0.07211',
    wait: '0.20231',
    mean: '8.653',
  },
  {
    a: 10,
    n: 12,
    b: '0.119739',
    c: '0.449388',
    sl: '0.6067',
    asa: '67.41',
    abandon: '0.07222',
    wait: '0.25056',
    mean: '8.667',
  },
  {
    a: 20,
    n: 24,
    b: '0.066097',
    c: '0.298072',
    sl: '0.7717',
    asa: '22.36',
    abandon: '0.03492',
    wait: '0.17553',
    mean: '4.190',
  },
] as const;

const load = fc.double({ min: 0.01, max: 400, noNaN: true });
const agents = fc.integer({ min: 1, max: 500 });

describe('COMMON-41: Erlang B, C and A', () => {
  it.each(vectors)(
    'give the vectors of $a erlangs for $n agents, to the last printed digit',
    ({ a, n, ...printed }) => {
      const c = erlangC(n, a, 300);
      const withPatience = erlangA(n, a, 300, 120);
      expect({
        b: erlangB(n, a).toFixed(6),
        c: c.wait.toFixed(6),
        sl: c.withinSeconds(20).toFixed(4),
        asa: c.answerSeconds.toFixed(2),
        abandon: withPatience.abandon.toFixed(5),
        wait: withPatience.wait.toFixed(5),
        mean: withPatience.waitSeconds.toFixed(3),
      }).toEqual(printed);
    },
  );

  it('stay exact where sums of powers and factorials overflow', () => {
    // Known values for n = a: B ≈ √(2/(πn)) for large n.
    expect(erlangB(1_000_000, 1_000_000)).toBeCloseTo(Math.sqrt(2 / (Math.PI * 1_000_000)), 6);
    expect(erlangC(10_000, 9_900, 300).wait).toBeGreaterThan(0.2);
    expect(erlangA(2_000, 4_000, 300, 3e4)).toMatchObject({
      wait: expect.closeTo(1, 9),
      abandon: expect.closeTo(0.5, 6),
    });
    expect(erlangA(5_000, 100, 300, 120)).toEqual({ abandon: 0, wait: 0, waitSeconds: 0 });
  });

  it('everybody waits for ever when the load takes all agents: nothing is extrapolated', () => {
    expect(erlangC(3, 3, 300)).toMatchObject({ wait: 1, answerSeconds: Number.POSITIVE_INFINITY });
    expect(erlangC(3, 3, 300).withinSeconds(20)).toBe(0);
    expect(erlangC(3, 0, 300)).toMatchObject({ wait: 0, answerSeconds: 0 });
  });

  it('more agents never serve worse, more load never better', () => {
    fc.assert(
      fc.property(agents, load, load, (n, a, more) => {
        const near = 1e-9;
        expect(erlangB(n + 1, a)).toBeLessThanOrEqual(erlangB(n, a));
        expect(erlangB(n, a + more)).toBeGreaterThanOrEqual(erlangB(n, a));
        expect(erlangC(n + 1, a, 300).wait).toBeLessThanOrEqual(erlangC(n, a, 300).wait + near);
        expect(erlangC(n, a + more, 300).wait).toBeGreaterThanOrEqual(erlangC(n, a, 300).wait - near);
        expect(erlangA(n + 1, a, 300, 120).abandon).toBeLessThanOrEqual(erlangA(n, a, 300, 120).abandon + near);
        expect(erlangA(n, a + more, 300, 120).abandon).toBeGreaterThanOrEqual(erlangA(n, a, 300, 120).abandon - near);
      }),
    );
  });

  it('without patience nobody waits (B), with all the patience they wait (C)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.1, max: 0.95, noNaN: true }), (n, busy) => {
        const a = n * busy;
        expect(erlangA(n, a, 300, 1e-4).abandon).toBeCloseTo(erlangB(n, a), 4);
        expect(erlangA(n, a, 300, 3e8).wait).toBeCloseTo(erlangC(n, a, 300).wait, 4);
      }),
    );
  });

  it.each([
    [-1, 2, 'accepted: a whole number'],
    [1.5, 2, 'accepted: a whole number'],
    [2, -1, 'accepted: 0 or more'],
    [2, Number.NaN, 'accepted: 0 or more'],
  ])('refuse %d agents and %d erlangs', (n, a, message) => {
    expect(() => erlangB(n, a)).toThrow(message);
  });
});

describe('COMMON-41: agents for a target', () => {
  const answerRate = (share: number) => ({ type: 'answer-rate', share, patienceSeconds: 120 }) as const;
  const serviceLevel = (share: number) => ({ type: 'service-level', share, seconds: 20 }) as const;

  it('SAMPS-42: are those of the sheet, on a mean half-hour and at the peak', () => {
    // 3.7 erlangs: 5 agents answer 89 %, 6 answer 94.5 %; at the peak 5.9 erlangs: 6 answer 81 %, 7 answer 88 %.
    expect([0.85, 0.9, 0.95].map((share) => agentsNeeded(3.7, 300, answerRate(share)))).toEqual([5, 6, 7]);
    expect([0.8, 0.85].map((share) => agentsNeeded(5.9, 300, answerRate(share)))).toEqual([6, 7]);
    expect((1 - erlangA(6, 5.9, 300, 120).abandon).toFixed(2)).toBe('0.81');
    expect(agentsNeeded(10, 300, serviceLevel(0.6))).toBe(12);
    expect(agentsNeeded(0, 300, serviceLevel(0.8))).toBe(0);
  });

  it('are the fewest: one less does not keep it', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 0.5, max: 0.99, noNaN: true }), fc.boolean(), (a, share, patient) => {
        const target = patient ? serviceLevel(share) : answerRate(share);
        const n = agentsNeeded(a, 300, target);
        const kept = (count: number) =>
          target.type === 'answer-rate'
            ? 1 - erlangA(count, a, 300, 120).abandon
            : erlangC(count, a, 300).withinSeconds(20);
        expect(kept(n)).toBeGreaterThanOrEqual(share);
        expect(n === 1 ? 0 : kept(n - 1)).toBeLessThan(share);
      }),
    );
  });

  it('are refused for a target that nobody can keep', () => {
    expect(() => agentsNeeded(3, 300, answerRate(1))).toThrow('accepted: above 0 and below 1');
  });
});
