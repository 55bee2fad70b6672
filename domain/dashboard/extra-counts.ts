import { type DashboardFacts, keyOf, type Whose } from './dashboard-facts.ts';
import type { FactFilter, IndicatorDefinition } from './dashboard-rules.ts';

/** Counts of the indicators that the client added, by code (ARS-33). */
export function extraCounts(
  facts: DashboardFacts,
  indicators: readonly IndicatorDefinition[],
  holds: (whose: Whose) => boolean,
): Readonly<Record<string, { readonly count: number; readonly of: number }>> {
  return Object.fromEntries(
    indicators.map(({ code, count, of }) => [
      code,
      { count: counted(facts, count, holds), of: of === undefined ? 0 : counted(facts, of, holds) },
    ]),
  );
}

function counted(facts: DashboardFacts, filter: FactFilter, holds: (whose: Whose) => boolean): number {
  const found = factsOf(facts, filter).filter(
    (whose) => holds(whose) && (filter.moment === undefined || filter.moment.includes(whose.moment)),
  );
  return filter.people === true ? new Set(found.map(keyOf)).size : found.length;
}

function factsOf(facts: DashboardFacts, filter: FactFilter): readonly Whose[] {
  const among = (accepted: readonly string[] | undefined, value: string) =>
    accepted === undefined || accepted.includes(value);
  switch (filter.fact) {
    case 'follow-up':
      return facts.followUps.filter(({ change }) => among(filter.change, change.type));
    case 'attempt':
      return facts.attempts.filter(({ disposition }) => among(filter.disposition, disposition));
    case 'message':
      return facts.messages.filter(({ outcome }) => among(filter.outcome, outcome.change.type));
    case 'questionnaire':
      return facts.questionnaires.filter(
        ({ channel, answers, state }) =>
          state === 'complete' &&
          (filter.channel === undefined || (filter.channel === 'web') === (channel === 'web')) &&
          (filter.question === undefined || among(filter.answer, answers[filter.question] ?? '')),
      );
  }
}
