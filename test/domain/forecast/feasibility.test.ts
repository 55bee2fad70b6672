import { describe, expect, it } from 'vitest';
import { feasibility } from '../../../domain/forecast/feasibility.ts';
import { feasibilityReport } from '../../../domain/forecast/feasibility-report.ts';
import type { ListPlanInput } from '../../../domain/forecast/list-plan-input.ts';
import { exampleList } from '../../../simulation/finite-list/example-list.ts';

const costs = { agentHour: 30, openHour: 60, line: 1 };
const judge = (change: Partial<ListPlanInput>) => feasibility({ ...exampleList, ...change }, costs);
const report = (change: Partial<ListPlanInput>) => {
  const input = { ...exampleList, ...change };
  return feasibilityReport(input, feasibility(input, costs));
};

describe('REFLEX-31: feasibility before launch', () => {
  it('10 500 people with 55 agents: feasible', () => {
    expect(judge({})).toMatchObject({ isFeasible: true, changes: [] });
  });

  it('with 20 agents: infeasible, 340 agent-hours against about 900, and 33 agents are missing', () => {
    const found = judge({ agents: 20 });
    expect(found).toMatchObject({ isFeasible: false, neededHours: expect.closeTo(884, 0), plan: { agentHours: 340 } });
    expect(found.forecast.mean / 10_500).toBeLessThan(0.3);
    expect(found.changes[0]).toMatchObject({ agents: expect.any(Number), lines: 0 });
    const sameHours = found.changes.find(({ eveningMinutes }) => eveningMinutes === 0);
    expect(sameHours?.agents).toBe(33);
  });

  it('each change makes it feasible, one agent less does not, and the first is the cheapest', () => {
    const { changes } = judge({ agents: 20 });
    for (const { agents, eveningMinutes } of changes.filter((change) => change.eveningMinutes === 0)) {
      expect(judge({ agents: 20 + agents }).isFeasible, `${eveningMinutes}`).toBe(true);
      expect(judge({ agents: 20 + agents - 1 }).isFeasible, `${eveningMinutes}`).toBe(false);
    }
    expect(changes.map(({ cost }) => cost)).toEqual(changes.map(({ cost }) => cost).toSorted((a, b) => a - b));
    const byEvening = changes.toSorted((a, b) => a.eveningMinutes - b.eveningMinutes);
    expect(byEvening[0]?.eveningMinutes).toBe(0);
    expect(byEvening.length).toBeGreaterThan(1);
    for (const [index, { agents }] of byEvening.entries())
      expect(agents).toBeLessThan(byEvening[index - 1]?.agents ?? Number.POSITIVE_INFINITY);
  });

  it('COMMON-50: ten calls at once are not enough for 55 agents: lines are missing, not agents', () => {
    const { isFeasible, changes } = judge({ quotas: { concurrentCalls: 10, dialsPerSecond: 2 } });
    expect(isFeasible).toBe(false);
    expect(changes.find(({ eveningMinutes }) => eveningMinutes === 0)).toMatchObject({ agents: 0, lines: 43 });
  });

  it('REFLEX-07: 15 000 people need more agents, said in numbers', () => {
    const { changes } = judge({ loaded: 15_000, callable: 15_000 });
    expect(changes.find(({ eveningMinutes }) => eveningMinutes === 0)).toMatchObject({ agents: 20, lines: 0 });
  });

  it('an objective that the people do not allow is not made by agents', () => {
    const found = judge({ objective: 0.8 });
    expect(found).toMatchObject({ isFeasible: false, changes: [], ceiling: expect.closeTo(6_825, -1) });
    expect(report({ objective: 0.8 }).lines.join(' ')).toContain('Même avec des conseillers sans compter');
  });

  it('a window too short for four attempts is not made by agents either', () => {
    const window = { from: '2026-07-06T07:00:00.000Z', until: '2026-07-06T12:00:00.000Z' };
    const found = judge({ window });
    expect(found).toMatchObject({ isFeasible: false, changes: [] });
    expect(found.neededHours).toBeUndefined();
  });

  it('nobody to call is told as such, not as a plan that holds', () => {
    expect(judge({ loaded: 0, callable: 0 })).toMatchObject({
      isFeasible: false,
      changes: [],
      forecast: { mean: 0, low: 0, high: 0 },
    });
    expect(report({ callable: 0 })).toMatchObject({
      verdict: 'infaisable',
      title: expect.stringContaining('Personne à appeler'),
    });
  });

  it('is told in French: what there is, what is expected, who is short, what to change', () => {
    const { verdict, title, lines, changes } = report({ agents: 20 });
    expect(verdict).toBe('infaisable');
    expect(title).toBe('Campagne infaisable avec les moyens prévus.');
    const text = [...lines, ...changes].join('\n').replace(/[\u00a0\u202f]/g, ' ');
    expect(text).toMatch(
      /^20 conseillers × 20 h ouvertes × 85 % d’occupation = 340 heures de travail, pour 884 nécessaires\./,
    );
    expect(text).toMatch(
      /Questionnaires complets attendus : 2 8\d\d \(27,\d % des personnes chargées\), entre 2 \d{3} et 2 \d{3} à 95 % ; objectif 65 %, soit 6 825\./,
    );
    expect(text).toMatch(
      /7 6\d\d personnes risquent d’avoir moins de 4 tentatives avant le 08\/07\/2026 à 09:00 \(heure de Paris\)/,
    );
    expect(text).toMatch(/33 conseillers de plus \(53 en tout\)/);
    expect(report({}).lines).toHaveLength(2);
  });
});
