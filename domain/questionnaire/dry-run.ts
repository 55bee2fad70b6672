import { assess } from './assess.ts';
import type { Questionnaire } from './questionnaire.ts';

/** A complete questionnaire of the past, as the journal kept it. */
export interface PastAnswers {
  readonly answers: Readonly<Record<string, string>>;
  /** Code of the level it got then. */
  readonly level: string;
}

/** What a new version would have made of past answers (REFLEX-15). */
export interface DryRun {
  readonly people: number;
  /** Those whose level would have been another, or whose answers no longer lead to one. */
  readonly changed: number;
  /** Those whom the new version would ask something more. */
  readonly incomplete: number;
  /** By level then and level now (`incomplete` when more would be asked), most people first; unchanged ones included. */
  readonly moves: readonly Move[];
}

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly people: number;
}

/** Answers are given again to the new version, advice said: its branches, weights, rules and thresholds decide. */
export function dryRun(next: Questionnaire, past: Iterable<PastAnswers>): DryRun {
  const counts = new Map<string, Move>();
  for (const { answers, level: from } of past) {
    const { state, level = 'incomplete' } = assess(next, { answers, adviceSaid: true });
    const to = state === 'complete' ? level : 'incomplete';
    const key = `${from} ${to}`;
    counts.set(key, { from, to, people: (counts.get(key)?.people ?? 0) + 1 });
  }
  const moves = [...counts.values()].sort((a, b) => b.people - a.people);
  const sum = (kept: readonly Move[]) => kept.reduce((total, { people }) => total + people, 0);
  return {
    people: sum(moves),
    changed: sum(moves.filter(({ from, to }) => from !== to)),
    incomplete: sum(moves.filter(({ to }) => to === 'incomplete')),
    moves,
  };
}
