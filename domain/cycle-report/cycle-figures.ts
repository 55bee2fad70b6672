import type { ClosedState } from '../attempt/attempt-facts.ts';
import type { CyclePerson } from './cycle-facts.ts';
import { usefulAttempt } from './useful-attempt.ts';

/** Counts of one set of people of a cycle (REFLEX-32). Every person is in exactly one of the states from `useful` to `open`. */
export interface CycleFigures {
  /** Loaded in the cycle: the registered. */
  readonly people: number;
  /** With a number that may be dialled. */
  readonly callable: number;
  readonly attempted: number;
  /** Dials. */
  readonly attempts: number;
  /** Dials that count against the policy's maximum. */
  readonly counted: number;
  readonly answered: number;
  /** Answered, and no agent came within 2 s. */
  readonly complianceAbandons: number;
  /** Questionnaire passed whole: the contact that is paid for (REFLEX-16). */
  readonly useful: number;
  /** Of those, with somebody else about the person. */
  readonly byThirdParty: number;
  /** Useful contacts in which the person had rung us (REFLEX-34). */
  readonly byRingBack: number;
  readonly refused: number;
  /** All attempts made, nobody reached (REFLEX-21). */
  readonly unreachable: number;
  /** Not over: an attempt is still to come. */
  readonly open: number;
  /** Over for another reason, by state. */
  readonly otherwise: Readonly<Partial<Record<ClosedState, number>>>;
  /** Begun and never completed, whatever the state. */
  readonly partial: number;
}

export function cycleFigures(people: readonly CyclePerson[]): CycleFigures {
  const dials = people.flatMap(({ attempts }) => attempts.filter(({ n }) => n > 0));
  const inState = (state: ClosedState) => people.filter(({ closed }) => closed?.state === state);
  const useful = inState('useful');
  const otherwise: Partial<Record<ClosedState, number>> = {};
  for (const { closed } of people) {
    if (closed !== undefined && !named.has(closed.state)) {
      otherwise[closed.state] = (otherwise[closed.state] ?? 0) + 1;
    }
  }
  return {
    people: people.length,
    callable: count(people, ({ loaded }) => loaded.callable),
    attempted: count(people, ({ attempts }) => attempts.some(({ n }) => n > 0)),
    attempts: dials.length,
    counted: count(dials, ({ counts }) => counts),
    answered: count(dials, ({ answeredByCustomer }) => answeredByCustomer),
    complianceAbandons: count(dials, ({ complianceAbandon }) => complianceAbandon === true),
    useful: useful.length,
    byThirdParty: count(useful, (person) => usefulAttempt(person)?.byThirdParty === true),
    byRingBack: count(useful, (person) => usefulAttempt(person)?.n === 0),
    refused: inState('refused').length,
    unreachable: inState('unreachable').length,
    open: count(people, ({ closed }) => closed === undefined),
    otherwise,
    partial: count(
      people,
      ({ questionnaire, closed }) => questionnaire?.state === 'partial' && closed?.state !== 'useful',
    ),
  };
}

/** The same counts by something people have in common, by its name. */
export function figuresBy(
  people: readonly CyclePerson[],
  nameOf: (person: CyclePerson) => string,
): readonly { readonly name: string; readonly figures: CycleFigures }[] {
  const names = [...new Set(people.map(nameOf))].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
  return names.map((name) => ({ name, figures: cycleFigures(people.filter((person) => nameOf(person) === name)) }));
}

const named: ReadonlySet<ClosedState> = new Set<ClosedState>(['useful', 'refused', 'unreachable']);

function count<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.reduce((sum, item) => sum + (holds(item) ? 1 : 0), 0);
}
