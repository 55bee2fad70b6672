import type { Given } from './given.ts';
import { type Questionnaire, respondents } from './questionnaire.ts';
import { answerTo } from './walk.ts';

/** What the fields of a form, or of an address, say was given; what is no answer is left out. */
export function webAnswers(questionnaire: Questionnaire, fields: Readonly<Record<string, string | undefined>>): Given {
  const respondent = respondents.find((one) => one === fields['respondent']);
  const answers = questionnaire.questions.flatMap((question) => {
    const answer = answerTo(question, fields[question.id]);
    return answer === undefined ? [] : [[question.id, answer.code]];
  });
  return {
    ...(respondent !== undefined && { respondent }),
    ...(fields['adviceSaid'] === 'true' && { adviceSaid: true }),
    answers: Object.fromEntries(answers),
  };
}
