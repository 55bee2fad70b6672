import type { Given } from './given.ts';
import type { Questionnaire } from './questionnaire.ts';
import { answerTo } from './walk.ts';

/**
 * Questions that the person's file answers are answered by it. Who began with a fact ends with it, as with the version of the questionnaire: an answer
 * that is kept already stays.
 */
export function withFacts(
  { questions }: Pick<Questionnaire, 'questions'>,
  given: Given,
  facts: Readonly<Record<string, string>> = {},
): Given {
  const found = questions.flatMap((question) => {
    const answer = question.fact === undefined ? undefined : answerTo(question, facts[question.fact]);
    return answer === undefined ? [] : [[question.id, answer.code] as const];
  });
  return found.length === 0
    ? given
    : {
        ...given,
        answers: { ...Object.fromEntries(found), ...given.answers },
        known: found.map(([id]) => id),
      };
}

/** What is told, but for what the file says: nobody changes that by answering. */
export function toldBeside({ known = [] }: Given, answers: Given['answers']): Given['answers'] {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !known.includes(id)));
}
