import { BrokenQuestionnaire } from './broken-questionnaire.ts';
import { holds } from './condition.ts';
import type { Given } from './given.ts';
import type { Answer, HardRule, Question, Questionnaire } from './questionnaire.ts';

export interface Step {
  readonly question: string;
  readonly answer: string;
}

/** Where the given answers lead. */
export interface Walk {
  /** Questions asked and answered, in order: the answers that count. */
  readonly steps: readonly Step[];
  /** Hard rules that hold, in the order they came to hold. */
  readonly alerts: readonly HardRule[];
  readonly at:
    | { readonly type: 'opening' | 'wrong-number' | 'advice' | 'emergency' | 'end' }
    | { readonly type: 'question'; readonly question: Question };
}

/**
 * Follows the answers through the branches (REFLEX-14: the same answers always lead to the same place). Throws `BrokenQuestionnaire` on a
 * branch that leads back or nowhere.
 */
export function walk(questionnaire: Questionnaire, given: Given): Walk {
  const { questions, hardRules } = questionnaire;
  const answers = new Map<string, string>();
  const steps: Step[] = [];
  const alerts: HardRule[] = [];
  let position = 0;
  for (let question = questions[0]; question !== undefined; question = questions[position]) {
    if (isSkipped(question, answers)) {
      position += 1;
      continue;
    }
    const answer = answerTo(question, given.answers[question.id]);
    if (answer === undefined) {
      break;
    }
    answers.set(question.id, answer.code);
    steps.push({ question: question.id, answer: answer.code });
    alerts.push(...hardRules.filter((rule) => !alerts.includes(rule) && fires(rule, answers)));
    if (alerts.some(({ stop }) => stop)) {
      return { steps, alerts, at: { type: 'emergency' } };
    }
    position = follow(questionnaire, position, answer);
  }
  return { steps, alerts, at: placeOf(questionnaire, given, steps, questions[position]) };
}

function placeOf(
  questionnaire: Questionnaire,
  { respondent, adviceSaid, emergency }: Given,
  steps: readonly Step[],
  question: Question | undefined,
): Walk['at'] {
  if (respondent === 'wrong-number') {
    return { type: 'wrong-number' };
  }
  if (emergency === 'now') {
    return { type: 'emergency' };
  }
  const owesAdvice = adviceSaid !== true && isAdviceDue(questionnaire, steps, question);
  if (!owesAdvice && question === undefined) {
    return { type: 'end' };
  }
  if (respondent === undefined) {
    return { type: 'opening' };
  }
  return owesAdvice || question === undefined ? { type: 'advice' } : { type: 'question', question };
}

/** Whoever ends before the question that the advice is said before owes none. */
function isAdviceDue(questionnaire: Questionnaire, steps: readonly Step[], question: Question | undefined): boolean {
  const from = adviceIndex(questionnaire);
  const { questions } = questionnaire;
  return question === undefined
    ? steps.some((step) => questions.findIndex(({ id }) => id === step.question) >= from)
    : questions.indexOf(question) >= from;
}

/** Index of the question that the advice is said before. */
export function adviceIndex({ advice, questions }: Pick<Questionnaire, 'advice' | 'questions'>): number {
  return advice.before === undefined ? 0 : questions.findIndex(({ id }) => id === advice.before);
}

export function answerTo({ answers }: Question, code: string | undefined): Answer | undefined {
  return answers.find((answer) => answer.code === code);
}

export function isSkipped({ skipWhenAny = [] }: Question, answers: ReadonlyMap<string, string>): boolean {
  return skipWhenAny.some((condition) => holds(condition, answers));
}

export function fires({ whenAll }: HardRule, answers: ReadonlyMap<string, string>): boolean {
  return whenAll.every((condition) => holds(condition, answers));
}

/** Position after an answer; that of the end is the number of questions. */
function follow(questionnaire: Questionnaire, position: number, answer: Answer): number {
  const target = targetOf(questionnaire, position, answer);
  if (target > position) {
    return target;
  }
  const { next, code } = answer;
  const fault = target < 0 ? 'does not exist' : 'is not after it';
  throw new BrokenQuestionnaire(
    `Question "${questionnaire.questions[position]?.id}", answer "${code}" leads to "${next}", which ${fault}; accepted: a later question, or end`,
  );
}

/** The same, as it is written: -1 when it leads to nothing, and not after `position` when it leads back. */
export function targetOf({ questions }: Questionnaire, position: number, { next }: Answer): number {
  if (next === undefined) {
    return position + 1;
  }
  return next === 'end' ? questions.length : questions.findIndex(({ id }) => id === next);
}
