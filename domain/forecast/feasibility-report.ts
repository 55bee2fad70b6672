import { clockName, shortMoment, typeset } from '../report/french.ts';
import type { Change, Feasibility } from './feasibility.ts';
import type { ListPlanInput } from './list-plan-input.ts';

export interface FeasibilityReport {
  readonly verdict: 'faisable' | 'infaisable';
  readonly title: string;
  /** One fact each, the gravest first; French typography. */
  readonly lines: readonly string[];
  /** What would make it feasible, the cheapest first, at most three; empty when it is, or when nothing would. */
  readonly changes: readonly string[];
}

/** What a person reads before a campaign is armed (REFLEX-31): can it be done, what is missing, what is the cheapest change. */
export function feasibilityReport(input: ListPlanInput, found: Feasibility): FeasibilityReport {
  const { isFeasible, changes } = found;
  return {
    verdict: isFeasible ? 'faisable' : 'infaisable',
    title: typeset(titleOf(input, isFeasible)),
    lines: [...worked(input, found), ...expected(input, found), ...shortages(input, found)].map(typeset),
    changes: changes.slice(0, 3).map((change) => typeset(changeText(change, input))),
  };
}

function titleOf({ callable }: ListPlanInput, isFeasible: boolean): string {
  if (callable === 0) {
    return 'Personne à appeler : importez la liste, ou vérifiez ses numéros.';
  }
  return isFeasible
    ? 'Campagne faisable : toutes les tentatives dues et l’objectif sont attendus.'
    : 'Campagne infaisable avec les moyens prévus.';
}

function worked({ agents, quotas, occupancy }: ListPlanInput, { plan, neededHours }: Feasibility): readonly string[] {
  const working = Math.min(agents, quotas.concurrentCalls);
  const limit =
    quotas.concurrentCalls < agents ? ` (${number(quotas.concurrentCalls)} lignes pour ${number(agents)})` : '';
  const given = `${plural(working, 'conseiller')}${limit} × ${number(plan.openHours, 1)} h ouvertes × ${percent(occupancy)} d’occupation = ${number(plan.agentHours)} heures de travail`;
  return [neededHours === undefined ? `${given}.` : `${given}, pour ${number(neededHours)} nécessaires.`];
}

function expected({ loaded, objective }: ListPlanInput, { forecast, owed, ceiling }: Feasibility): readonly string[] {
  const { mean, low, high } = forecast;
  const share = (people: number) => percent(loaded === 0 ? 0 : people / loaded);
  return [
    `Questionnaires complets attendus : ${number(mean)} (${share(mean)} des personnes chargées), entre ${number(low)} et ${number(high)} à 95 % ; objectif ${percent(objective)}, soit ${number(owed)}.`,
    ...(ceiling < owed - 0.5
      ? [
          `Même avec des conseillers sans compter, ${number(ceiling)} (${share(ceiling)}) sont à attendre : il faut d’autres numéros, d’autres heures ou un autre objectif.`,
        ]
      : []),
  ];
}

function shortages({ policy, calendar, window }: ListPlanInput, { plan, neededHours }: Feasibility): readonly string[] {
  const { people, byAttempts, byGroup } = plan.short;
  if (people < 0.5) {
    return [];
  }
  const attempts = byAttempts.flatMap((count, made) =>
    count < 0.5 ? [] : [`${number(count)} n’en auraient ${made === 0 ? 'aucune' : `que ${made}`}`],
  );
  const groups = Object.entries(byGroup).flatMap(([label, count]) =>
    count < 0.5 ? [] : [`${label} : ${number(count)}`],
  );
  const until = `${shortMoment(calendar.timeZone, window.until)} (${clockName(calendar.timeZone)})`;
  return [
    `${plural(people, 'personne')} risquent d’avoir moins de ${policy.maxAttempts} tentatives avant le ${until} : ${attempts.join(', ')}.`,
    ...(groups.length > 1 ? [`Par groupe : ${groups.join(' ; ')}.`] : []),
    ...(neededHours === undefined
      ? [
          'Les heures ouvertes avant l’échéance ne suffisent pas à toutes les tentatives, quel que soit le nombre de conseillers.',
        ]
      : []),
  ];
}

function changeText({ agents, lines, eveningMinutes, cost }: Change, input: ListPlanInput): string {
  const parts = [
    ...(agents > 0 ? [`${plural(agents, 'conseiller')} de plus (${number(input.agents + agents)} en tout)`] : []),
    ...(lines > 0
      ? [
          `${plural(lines, 'appel simultané', 'appels simultanés')} de plus à demander à AWS (${number(input.quotas.concurrentCalls + lines)} en tout)`,
        ]
      : []),
    ...(eveningMinutes > 0 ? [`fermer ${eveningMinutes} minutes plus tard chaque soir`] : []),
  ];
  return `${parts.join(' et ')} : coût estimé ${number(cost)}.`;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${Math.round(count) < 2 ? one : many}`;
}

function number(value: number, digits = 0): string {
  return value.toLocaleString('fr-FR', { maximumFractionDigits: digits });
}

function percent(share: number): string {
  return `${number(share * 100, 1)} %`;
}
