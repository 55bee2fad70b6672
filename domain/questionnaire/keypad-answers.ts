import type { Given } from './given.ts';
import { type Questionnaire, respondents } from './questionnaire.ts';
import { answerTo, walk } from './walk.ts';

/** Contact attributes of the keypad module: it sets them, and takes answers already in them as given, so that a call resumes another. */
export const keypadAttributes = {
  /** `partial` from its start on, then `complete` or `emergency`. */
  end: 'questionnaireEnd',
  respondent: 'questionnaireRespondent',
  /** `true` once heard. */
  advice: 'questionnaireAdvice',
  answer: (question: string): string => `questionnaireAnswer_${question}`,
} as const;

/** Attributes to start a call with: answers that count, so that only what is missing is asked. */
export function attributesOf(questionnaire: Questionnaire, given: Given): Readonly<Record<string, string>> {
  return {
    ...(given.adviceSaid === true && { [keypadAttributes.advice]: 'true' }),
    ...Object.fromEntries(
      walk(questionnaire, given).steps.map(({ question, answer }) => [keypadAttributes.answer(question), answer]),
    ),
  };
}

/** What the attributes of a call say was given. */
export function keypadAnswers(questionnaire: Questionnaire, attributes: Readonly<Record<string, string>>): Given {
  const respondent = respondents.find((one) => one === attributes[keypadAttributes.respondent]);
  const answers = questionnaire.questions.flatMap((question) => {
    const answer = answerTo(question, attributes[keypadAttributes.answer(question.id)]);
    return answer === undefined ? [] : [[question.id, answer.code]];
  });
  return {
    ...(respondent !== undefined && { respondent }),
    adviceSaid: attributes[keypadAttributes.advice] === 'true',
    answers: Object.fromEntries(answers),
  };
}
