import type { Given } from './given.ts';
import type { Question } from './questionnaire.ts';

/** Who puts the questions: an agent, or the person alone before a page or a keypad. */
export type Voice = 'agent' | 'self';

/** The words of a question for who puts it and who answers it. */
export function wordingOf(question: Question, voice: Voice, respondent: Given['respondent']): string {
  const { text, thirdPerson, observed, selfService } = question;
  if (respondent === 'relative') {
    return thirdPerson;
  }
  return voice === 'self' && observed === true ? (selfService ?? text) : text;
}
