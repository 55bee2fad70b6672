import { type ListPlan, planList, total } from './list-plan.ts';
import type { ListPlanInput } from './list-plan-input.ts';
import { eveningRoom, longerEvenings } from './longer-evenings.ts';
import { type UsefulForecast, usefulForecast } from './useful-interval.ts';

/** What changes cost, in one currency: live parameters of the client. */
export interface ChangeCosts {
  readonly agentHour: number;
  /** An hour of opening more, whoever is there. */
  readonly openHour: number;
  /** A call at once more, asked from AWS. */
  readonly line: number;
}

/** What to add so that the plan holds. */
export interface Change {
  readonly agents: number;
  readonly lines: number;
  /** Minutes of opening more each evening. */
  readonly eveningMinutes: number;
  readonly cost: number;
}

export interface Feasibility {
  readonly isFeasible: boolean;
  readonly forecast: UsefulForecast;
  readonly plan: ListPlan;
  /** Agent-hours that all attempts owed would take; absent when even without limits they do not fit the window. */
  readonly neededHours?: number;
  /** Complete questionnaires owed: the objective's share of the people loaded. */
  readonly owed: number;
  /** The most that can be expected with agents and lines without number: what the people and the window allow. */
  readonly ceiling: number;
  /** Changes that make it feasible, the cheapest first; none when it is, or when no number of agents, lines or evening hours would do. */
  readonly changes: readonly Change[];
}

/** Half a person: what means of fractions leave. */
const nobody = 0.5;
const eveningStep = 30;

/**
 * Whether a list can be called as promised (REFLEX-31): all attempts for everybody and the objective expected; else what is missing. A list of nobody
 * cannot: it was not imported, or nobody in it has a number.
 */
export function feasibility(input: ListPlanInput, costs: ChangeCosts): Feasibility {
  const plan = planList(input);
  const free = planList(withWorkers(input, Math.max(1, input.callable)));
  const isFeasible = holds(input, plan);
  return {
    isFeasible,
    forecast: usefulForecast(input, plan),
    plan,
    ...(free.short.people < nobody ? { neededHours: free.end.agentHours } : {}),
    owed: input.objective * input.loaded,
    ceiling: total(free.end.useful),
    changes: isFeasible ? [] : changesOf(input, plan.openHours, costs),
  };
}

function holds({ objective, loaded, callable }: ListPlanInput, { short, end }: ListPlan): boolean {
  return callable > 0 && short.people < nobody && total(end.useful) > objective * loaded - nobody;
}

function changesOf(input: ListPlanInput, openHours: number, costs: ChangeCosts): readonly Change[] {
  const changes: Change[] = [];
  let fewest: number | undefined;
  for (let minutes = 0; minutes <= eveningRoom(input); minutes += eveningStep) {
    const longer = longerEvenings(input, minutes);
    const workers = fewestWorkers(longer);
    // A longer evening that spares nobody is no change to propose.
    if (workers !== undefined && workers < (fewest ?? Number.POSITIVE_INFINITY)) {
      fewest = workers;
      const agents = Math.max(0, workers - input.agents);
      const lines = Math.max(0, workers - input.quotas.concurrentCalls);
      const hours = planList(longer).openHours;
      const cost =
        agents * hours * costs.agentHour +
        (hours - openHours) * (costs.openHour + input.agents * costs.agentHour) +
        lines * costs.line;
      changes.push({ agents, lines, eveningMinutes: minutes, cost });
    }
  }
  return changes.sort((a, b) => a.cost - b.cost || a.eveningMinutes - b.eveningMinutes);
}

/** The fewest agents, each on a line, that do; undefined when as many as people would not. */
function fewestWorkers(input: ListPlanInput): number | undefined {
  const enough = (workers: number) => holds(input, planList(withWorkers(input, workers)));
  let few = 0;
  let many = Math.max(1, input.callable);
  if (!enough(many)) {
    return undefined;
  }
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (enough(middle)) {
      many = middle;
    } else {
      few = middle;
    }
  }
  return many;
}

/** As many agents and lines; the rate at which calls may be placed stays what it is. */
function withWorkers(input: ListPlanInput, workers: number): ListPlanInput {
  return { ...input, agents: workers, quotas: { ...input.quotas, concurrentCalls: workers } };
}
