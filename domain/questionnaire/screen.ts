import { type Assessment, assess, questionOf } from './assess.ts';
import { holds } from './condition.ts';
import { inTheirWords } from './fill-words.ts';
import type { Given } from './given.ts';
import type { Instruction, Opening, OpeningVariant, Question, Questionnaire } from './questionnaire.ts';
import { isSkipped, type Walk, walk } from './walk.ts';
import { type Voice, wordingOf } from './wording.ts';

/** What is shown next, as data: the desk, the page and the tests render this and nothing else (COMMON-39). */
export type Screen =
  | { readonly type: 'opening'; readonly text: string; readonly choices: readonly Choice[] }
  | { readonly type: 'advice'; readonly text: string; readonly items: readonly string[]; readonly tick: string }
  | QuestionScreen
  | { readonly type: 'wrong-number' }
  | { readonly type: 'emergency'; readonly text: string; readonly result: Assessment }
  | {
      readonly type: 'end';
      readonly text: string;
      /** What is to be known beside. Absent when nothing. */
      readonly instructions?: readonly string[];
      readonly result: Assessment;
    };

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
export function screenOf(definition: Questionnaire, given: Given, voice: Voice, back?: string): Screen {
  const questionnaire = inTheirWords(definition, given);
  const walked = walk(questionnaire, given);
  const { at } = walked;
  const returned = asked(given, walked.steps).find(({ question }) => question === back);
  if (returned !== undefined && (at.type === 'question' || at.type === 'end' || at.type === 'emergency')) {
    return questionScreen(questionnaire, given, voice, walked, questionOf(questionnaire, returned.question));
  }
  switch (at.type) {
    case 'opening': {
      const opening = openingFor(questionnaire, given);
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
      const instructions = instructionsFor(questionnaire, walked).map((one) =>
        voice === 'agent' ? one.conduct : one.selfService,
      );
      const text = (voice === 'agent' ? level?.conduct : level?.selfService) ?? '';
      return { type: 'end', text, ...(instructions.length > 0 && { instructions }), result };
    }
  }
}

/** Name of the field that a form of this screen asks for; none where it asks for nothing. */
export function askedBy(screen: Screen): string | undefined {
  switch (screen.type) {
    case 'opening':
      return 'respondent';
    case 'advice':
      return 'adviceSaid';
    case 'question':
      return screen.question;
    default:
      return undefined;
  }
}

/** Steps that the person was asked, and may come back to. */
function asked({ known = [] }: Given, steps: Walk['steps']): Walk['steps'] {
  return steps.filter(({ question }) => !known.includes(question));
}

function openingFor({ opening }: Questionnaire, { answers }: Given): Opening | OpeningVariant {
  return opening.variants?.find(({ when }) => when.answers.includes(answers[when.question] ?? '')) ?? opening;
}

function instructionsFor({ instructions = [] }: Questionnaire, { steps }: Walk): readonly Instruction[] {
  const answers = new Map(steps.map(({ question, answer }) => [question, answer]));
  return instructions.filter(({ whenAll }) => whenAll.every((one) => holds(one, answers)));
}

function questionScreen(
  questionnaire: Questionnaire,
  given: Given,
  voice: Voice,
  walked: Walk,
  question: Question,
): QuestionScreen {
  const { answers, respondent } = given;
  const steps = asked(given, walked.steps);
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
    of: before.length + ahead(questionnaire, given, walked.steps, question),
  };
}

/** Questions from this one to the end that the answers so far do not skip. */
function ahead({ questions }: Questionnaire, given: Given, steps: Walk['steps'], question: Question): number {
  const { known = [] } = given;
  const facts = known.map((id): readonly [string, string] => [id, given.answers[id] ?? '']);
  const answers = new Map([...facts, ...steps.map((step): readonly [string, string] => [step.question, step.answer])]);
  const isAhead = (one: Question) => !known.includes(one.id) && !isSkipped(one, answers);
  return questions.slice(questions.indexOf(question)).filter((one) => one === question || isAhead(one)).length;
}
