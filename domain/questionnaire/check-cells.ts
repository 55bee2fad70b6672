import type { ReferralRules } from '../referral/referral-rules.ts';
import type { Fault } from './fault.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Every cell that a questionnaire names can be told (REFLEX-18), and every level it refers has its delays. */
export function checkCells(
  { questions, referrals, emergency, levels }: Questionnaire,
  rules: Pick<ReferralRules, 'cells' | 'levels'>,
): readonly Fault[] {
  const unknown = (place: string, value: string, what: string, accepted: readonly { readonly code: string }[]) =>
    accepted.some(({ code }) => code === value)
      ? []
      : [
          {
            reason: 'unknown',
            place,
            text: `« ${place} » vaut « ${value} » ; valeur acceptée : ${what} (${accepted.map(({ code }) => code).join(', ')}).`,
          } as const,
        ];
  return [
    ...referrals.flatMap(({ cell }, index) =>
      cellsNamed(cell, questions).flatMap((code) =>
        unknown(`referrals[${index}].cell`, code, 'une cellule', rules.cells),
      ),
    ),
    ...cellsNamed(emergency.cell, questions).flatMap((code) =>
      unknown('emergency.cell', code, 'une cellule', rules.cells),
    ),
    ...levels.flatMap(({ code, route }, index) =>
      route === 'referral' ? unknown(`levels[${index}].code`, code, 'un niveau de signalement', rules.levels) : [],
    ),
  ];
}

/** The cell of each answer that may stand in its code. */
function cellsNamed(cell: string, questions: Questionnaire['questions']): readonly string[] {
  const [place, id] = /\{([^{}]+)\}/.exec(cell) ?? [];
  const question = questions.find((one) => one.id === id);
  return place === undefined || question === undefined
    ? [cell]
    : question.answers.map(({ code }) => cell.replace(place, code));
}
