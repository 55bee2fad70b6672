import type { DraftDryRun, DraftMove } from '../../contracts/questionnaire-drafts.ts';
import { assess } from './assess.ts';
import type { Questionnaire } from './questionnaire.ts';

/** A complete questionnaire of the past, as the journal kept it. */
export interface PastAnswers {
  readonly answers: Readonly<Record<string, string>>;
  /** Code of the level it got then. */
  readonly level: string;
}

/** Answers are given again to the new version, advice said: its branches, weights, rules and thresholds decide. */
export function dryRun(next: Questionnaire, past: Iterable<PastAnswers>): DraftDryRun {
  const counts = new Map<string, DraftMove>();
  for (const { answers, level: from } of past) {
    const { state, level = 'incomplete' } = assess(next, { answers, adviceSaid: true });
    const to = state === 'complete' ? level : 'incomplete';
    const key = `${from} ${to}`;
    counts.set(key, { from, to, people: (counts.get(key)?.people ?? 0) + 1 });
  }
  const moves = [...counts.values()].sort((a, b) => b.people - a.people);
  const sum = (kept: readonly DraftMove[]) => kept.reduce((total, { people }) => total + people, 0);
  return {
    people: sum(moves),
    changed: sum(moves.filter(({ from, to }) => from !== to)),
    incomplete: sum(moves.filter(({ to }) => to === 'incomplete')),
    moves,
  };
}
