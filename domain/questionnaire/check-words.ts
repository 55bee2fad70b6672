import type { Condition } from './condition.ts';
import type { Fault } from './fault.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** What instructions, terms, variants of the opening and codes of cells name is there. */
export function checkWords(
  { questions, opening, instructions = [], terms = [], referrals, emergency }: Questionnaire,
  checkCondition: (questions: readonly Question[], condition: Condition, place: string) => readonly Fault[],
): readonly Fault[] {
  const named = (place: string, question: string, answers: readonly string[] = []) =>
    checkCondition(questions, { question, answers }, place);
  return [
    ...(opening.variants ?? []).flatMap(({ when }, index) =>
      checkCondition(questions, when, `opening.variants[${index}].when`),
    ),
    ...instructions.flatMap(({ whenAll }, index) =>
      whenAll.flatMap((one, at) => checkCondition(questions, one, `instructions[${index}].whenAll[${at}]`)),
    ),
    ...terms.flatMap(({ question, words }, index) => named(`terms[${index}]`, question, Object.keys(words))),
    ...[emergency, ...referrals].flatMap(({ cell }, index) => {
      const [, question] = /\{([^{}]+)\}/.exec(cell) ?? [];
      const place = index === 0 ? 'emergency.cell' : `referrals[${index - 1}].cell`;
      return question === undefined ? [] : named(place, question);
    }),
  ];
}
