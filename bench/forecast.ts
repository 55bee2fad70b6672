import { type Feasibility, feasibility } from '../domain/forecast/feasibility.ts';
import { planList, total } from '../domain/forecast/list-plan.ts';
import { staffingPlan } from '../domain/forecast/staffing-plan.ts';
import { usefulForecast } from '../domain/forecast/useful-interval.ts';
import { programmes } from '../programmes/index.ts';
import { exampleList, smallList } from '../simulation/finite-list/example-list.ts';
import { simulateList } from '../simulation/finite-list/simulate-list.ts';

/** Prints the planner of finite lists beside lists played person by person (REFLEX-31): means, spread, share of the interval that holds. */
const seeds = Number(process.argv[2] ?? 200);
/** Relative load of the half-hours from 07:30. */
const morningPeak = [0.7, 1.3, 1.7, 1.6, 1.5, 1.35, 1.2, 1.0, 0.75, 0.6, 0.7, 0.95, 1.05, 0.95, 0.75, 0.55, 0.35];
const costs = { agentHour: 30, openHour: 60, line: 1 };

console.log(`Lists of 100 people, ${seeds} seeds each`);
for (const occupancy of [0.85, 0.5, 0.43, 0.3, 0.2]) {
  const input = smallList(occupancy);
  const plan = planList(input);
  const { mean, low, high, overload } = usefulForecast(input, plan);
  const lived = Array.from({ length: seeds }, (_, seed) => simulateList(input, seed));
  const average = (of: (one: (typeof lived)[number]) => number) => lived.reduce((sum, one) => sum + of(one), 0) / seeds;
  const useful = average((one) => one.useful);
  const spread = Math.sqrt(average((one) => (one.useful - useful) ** 2));
  const held = lived.filter((one) => low <= one.useful && one.useful <= high).length / seeds;
  console.log(
    [
      `${plan.agentHours.toFixed(1)} agent-hours`,
      `planned ${mean.toFixed(1)} [${low}, ${high}]`,
      `lived ${useful.toFixed(1)} ± ${spread.toFixed(1)}`,
      `interval holds ${(held * 100).toFixed(1)} %`,
      `overload ${overload.toFixed(2)}`,
      `attempts ${total(plan.end.attempts).toFixed(0)} planned, ${average((one) => total(one.attempts)).toFixed(0)} lived`,
      `short ${plan.short.people.toFixed(1)} planned, ${average((one) => one.short).toFixed(1)} lived`,
    ].join(' | '),
  );
}

console.log('\nThe reference list: 10 500 people, 20 open hours');
for (const agents of [20, 40, 53, 55, 60]) {
  const started = performance.now();
  const found: Feasibility = feasibility({ ...exampleList, agents }, costs);
  const { mean, low, high } = found.forecast;
  const [cheapest] = found.changes;
  console.log(
    [
      `${agents} agents`,
      found.isFeasible ? 'feasible' : 'infeasible',
      `${found.plan.agentHours.toFixed(0)} of ${found.neededHours?.toFixed(0) ?? '?'} agent-hours`,
      `useful ${mean.toFixed(0)} [${low}, ${high}]`,
      `short ${found.plan.short.people.toFixed(0)}`,
      cheapest === undefined
        ? ''
        : `cheapest: +${cheapest.agents} agents, +${cheapest.lines} lines, +${cheapest.eveningMinutes} min an evening`,
      `${(performance.now() - started).toFixed(0)} ms`,
    ].join(' | '),
  );
}

console.log(
  '\nAgents by half-hour for 80 % answered (callers give up after 2 min on average), 8 000 and 12 000 calls a month',
);
const { calendar } = programmes['samps'] ?? { calendar: undefined };
if (calendar === undefined) throw new Error('There is no programme "samps"');
const staffed = (monthlyCalls: number) =>
  staffingPlan(calendar, '2025-07-04', {
    monthlyCalls,
    openDays: 21,
    halfHours: Object.fromEntries(morningPeak.map((weight, index) => [halfHour(index), weight])),
    weekdays: {},
    handlingSeconds: 300,
    target: { type: 'answer-rate', share: 0.8, patienceSeconds: 120 },
    shrinkage: 0.3,
  });
const more = staffed(12_000);
for (const [index, { from, calls, agents, scheduled }] of staffed(8_000).entries()) {
  const then = more[index];
  console.log(
    `${from} | ${calls.toFixed(0)} calls: ${agents} agents, ${scheduled} rostered | ${then?.calls.toFixed(0)} calls: ${then?.agents}, ${then?.scheduled} rostered`,
  );
}

function halfHour(index: number): string {
  return `${String(7 + Math.floor((index + 1) / 2)).padStart(2, '0')}:${index % 2 === 0 ? '30' : '00'}`;
}
