import { type Assessment, assess, questionOf } from './assess.ts';
import type { Given } from './given.ts';
import type { Question, Questionnaire } from './questionnaire.ts';
import { isSkipped, type Walk, walk } from './walk.ts';
import { type Voice, wordingOf } from './wording.ts';

/** What is shown next, as data: the desk, the page and the tests render this and nothing else (COMMON-39). */
export type Screen =
  | { readonly type: 'opening'; readonly text: string; readonly choices: readonly Choice[] }
  | { readonly type: 'advice'; readonly text: string; readonly items: readonly string[]; readonly tick: string }
  | QuestionScreen
  | { readonly type: 'wrong-number' }
  | { readonly type: 'emergency'; readonly text: string; readonly result: Assessment }
  | { readonly type: 'end'; readonly text: string; readonly result: Assessment };

export interface QuestionScreen {
  readonly type: 'question';
  readonly question: string;
  readonly text: string;
  /** The agent answers from what they hear and does not ask. */
  readonly observed: boolean;
  readonly choices: readonly Choice[];
  /** The answer given before, when one comes back to it. */
  readonly chosen?: string;
  /** The question answered before this one, to go back to. */
  readonly previous?: string;
  /** Rank of the question, and how many there are at most on the way. */
  readonly number: number;
  readonly of: number;
}

export interface Choice {
  readonly code: string;
  readonly label: string;
}

/** The next screen; with `back`, that of a question already answered on the way (ignored when it is not). */
export function screenOf(questionnaire: Questionnaire, given: Given, voice: Voice, back?: string): Screen {
  const walked = walk(questionnaire, given);
  const { at } = walked;
  const returned = walked.steps.find(({ question }) => question === back);
  if (returned !== undefined && (at.type === 'question' || at.type === 'end' || at.type === 'emergency')) {
    return questionScreen(questionnaire, given, voice, walked, questionOf(questionnaire, returned.question));
  }
  switch (at.type) {
    case 'opening': {
      const { opening } = questionnaire;
      const choices = Object.entries(opening.answers).map(([code, label]) => ({ code, label }));
      return { type: 'opening', text: voice === 'agent' ? opening.text : opening.selfService, choices };
    }
    case 'advice': {
      const { text, items, said, read } = questionnaire.advice;
      return { type: 'advice', text, items, tick: voice === 'agent' ? said : read };
    }
    case 'question':
      return questionScreen(questionnaire, given, voice, walked, at.question);
    case 'wrong-number':
      return { type: 'wrong-number' };
    case 'emergency': {
      const { text, selfService } = questionnaire.emergency;
      return { type: 'emergency', text: voice === 'agent' ? text : selfService, result: assess(questionnaire, given) };
    }
    case 'end': {
      const result = assess(questionnaire, given);
      const level = questionnaire.levels.find(({ code }) => code === result.level);
      return { type: 'end', text: (voice === 'agent' ? level?.conduct : level?.selfService) ?? '', result };
    }
  }
}

function questionScreen(
  questionnaire: Questionnaire,
  { answers, respondent }: Given,
  voice: Voice,
  { steps }: Walk,
  question: Question,
): QuestionScreen {
  const answered = steps.findIndex((step) => step.question === question.id);
  const before = answered < 0 ? steps : steps.slice(0, answered);
  const previous = before.at(-1)?.question;
  const chosen = answers[question.id];
  return {
    type: 'question',
    question: question.id,
    text: wordingOf(question, voice, respondent),
    observed: voice === 'agent' && question.observed === true,
    choices: question.answers.map(({ code, label }) => ({ code, label })),
    ...(chosen !== undefined && { chosen }),
    ...(previous !== undefined && { previous }),
    number: before.length + 1,
    of: before.length + ahead(questionnaire, steps, question),
  };
}

/** Questions from this one to the end that the answers so far do not skip. */
function ahead({ questions }: Questionnaire, steps: Walk['steps'], question: Question): number {
  const answers = new Map(steps.map((step) => [step.question, step.answer]));
  return questions.slice(questions.indexOf(question)).filter((one) => one === question || !isSkipped(one, answers))
    .length;
}
