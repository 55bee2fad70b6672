import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { ReferralRules } from './referral-rules.ts';

/** Levels that referrals of these questionnaires may have: those that refer by themselves, and those of a rule whose cell has no level of its own. */
export function levelsNeeded(
  questionnaires: readonly Questionnaire[],
  { cells }: Pick<ReferralRules, 'cells'>,
): readonly string[] {
  return questionnaires.flatMap(({ levels: all, referrals }) => [
    ...all.filter(({ route }) => route === 'referral').map(({ code }) => code),
    ...referrals.flatMap(({ cell, levels }) =>
      cells.some(({ code, ownLevel }) => ownLevel === undefined && isNamed(code, cell))
        ? (levels ?? all.map(({ code }) => code))
        : [],
    ),
  ]);
}

/** Whether a cell is the one named, or one of those where an answer stands for a part: `mobile-{departement}`. */
function isNamed(code: string, named: string): boolean {
  const [before = '', after] = named.split(/\{[^{}]+\}/);
  return after === undefined ? code === named : code.startsWith(before) && code.endsWith(after);
}
