import { effectOf } from '../attempt/dispositions.ts';
import type { CyclePerson } from './cycle-facts.ts';

/** A person whom nobody reached, for those who search (REFLEX-21): the most at risk first. */
export interface Unreached {
  readonly recipientId: string;
  readonly sector: string;
  readonly ageBand: string;
  readonly riskRank: number;
  readonly attemptsAt: readonly string[];
}

/** Something of the register that a call found wrong (REFLEX-24). The value itself is in the person's file. */
export interface Correction {
  readonly recipientId: string;
  /** What is wrong: a field of a disposition, or the code of the question answered. */
  readonly what: string;
  readonly at: string;
  readonly by?: string;
}

export function unreachedOf(people: readonly CyclePerson[]): readonly Unreached[] {
  return people
    .filter(({ closed }) => closed?.state === 'unreachable')
    .map(({ recipientId, loaded: { sector, ageBand, riskRank }, attempts }) => ({
      recipientId,
      sector,
      ageBand,
      riskRank,
      attemptsAt: attempts.map(({ startedAt }) => startedAt),
    }))
    .sort((a, b) => a.riskRank - b.riskRank || (a.recipientId < b.recipientId ? -1 : 1));
}

export function correctionsOf({ recipientId, attempts, questionnaire }: CyclePerson): readonly Correction[] {
  const told = attempts.flatMap(({ disposition, endedAt, agent }) => {
    const what = effectOf(disposition).correction;
    return what === undefined ? [] : { recipientId, what, at: endedAt, ...(agent === undefined ? {} : { by: agent }) };
  });
  const asked = (questionnaire?.corrections ?? []).map((what) => {
    const by = attempts.find(({ attemptId }) => attemptId === questionnaire?.attemptId)?.agent;
    return { recipientId, what, at: questionnaire?.time ?? '', ...(by === undefined ? {} : { by }) };
  });
  return [...told, ...asked];
}
