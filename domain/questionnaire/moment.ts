import { levelOfScore, pointsOf } from './assess.ts';
import { holds } from './condition.ts';
import type { Question, Questionnaire } from './questionnaire.ts';
import { answerTo, fires, isSkipped, type Step, targetOf } from './walk.ts';

/**
 * A class of people for whom everything from here on is the same: where they are, their points, and the answers that later branches and rules
 * still look at. Millions of combinations of answers are a few thousand moments, which is what makes proofs exact and quick.
 */
export interface Moment {
  /** Index of the question to answer; the number of questions at the end. */
  readonly position: number;
  /** Answers that still matter. */
  readonly answers: ReadonlyMap<string, string>;
  readonly score: number;
  /** Index of the most serious level that hard rules gave, -1 when none. */
  readonly alert: number;
  /** Indexes of the levels that a referral rule would take charge of. */
  readonly charged: ReadonlySet<number>;
  /** How one of these people came here. */
  readonly trail: Trail | undefined;
}

export interface Trail {
  readonly step: Step;
  readonly before: Trail | undefined;
}

export function pathOf({ trail }: Pick<Moment, 'trail'>): readonly Step[] {
  const steps: Step[] = [];
  for (let at = trail; at !== undefined; at = at.before) {
    steps.unshift(at.step);
  }
  return steps;
}

export function firstMoment(questionnaire: Questionnaire): Moment {
  const answers = new Map<string, string>();
  return {
    position: landing(questionnaire, 0, answers),
    answers,
    score: 0,
    alert: -1,
    charged: new Set(),
    trail: undefined,
  };
}

/** The moment after an answer; `dead-end` and `cycle` when it leads nowhere or back. */
export function advance(questionnaire: Questionnaire, moment: Moment, code: string): Moment | 'dead-end' | 'cycle' {
  const { questions, hardRules, levels } = questionnaire;
  const question = questions[moment.position];
  const answer = question && answerTo(question, code);
  if (question === undefined || answer === undefined) {
    return 'dead-end';
  }
  const answers = new Map(moment.answers).set(question.id, code);
  const fired = hardRules.filter((rule) => fires(rule, answers));
  const target = fired.some(({ stop }) => stop) ? questions.length : targetOf(questionnaire, moment.position, answer);
  if (target <= moment.position) {
    return target < 0 ? 'dead-end' : 'cycle';
  }
  const position = landing(questionnaire, target, answers);
  return {
    position,
    answers: mattering(questionnaire, position, answers),
    score: moment.score + pointsOf(question, code),
    alert: Math.max(moment.alert, ...fired.map(({ level }) => levels.findIndex((one) => one.code === level))),
    charged: new Set([...moment.charged, ...chargedBy(questionnaire, question, answers)]),
    trail: { step: { question: question.id, answer: code }, before: moment.trail },
  };
}

/** Index of the level of those who end here, -1 when there is none. */
export function levelOf(questionnaire: Questionnaire, { score, alert }: Moment): number {
  const level = levelOfScore(questionnaire, score);
  return Math.max(alert, level === undefined ? -1 : questionnaire.levels.indexOf(level));
}

/** The first question from here that is not skipped. */
function landing({ questions }: Questionnaire, from: number, answers: ReadonlyMap<string, string>): number {
  const found = questions.findIndex((question, index) => index >= from && !isSkipped(question, answers));
  return found < 0 ? questions.length : found;
}

/** The answers that skips of later questions, or rules that may still come to hold, look at. */
function mattering({ questions, hardRules }: Questionnaire, position: number, answers: ReadonlyMap<string, string>) {
  const ahead = questions.slice(position).map(({ id }) => id);
  const wanted = new Set([
    ...questions.slice(position + 1).flatMap(({ skipWhenAny = [] }) => skipWhenAny.map(({ question }) => question)),
    ...hardRules
      .filter(({ whenAll }) => whenAll.some(({ question }) => ahead.includes(question)))
      .flatMap(({ whenAll }) => whenAll.map(({ question }) => question)),
  ]);
  return new Map([...answers].filter(([id]) => wanted.has(id)));
}

function chargedBy({ referrals, levels }: Questionnaire, { id }: Question, answers: ReadonlyMap<string, string>) {
  const codes = referrals
    .filter((rule) => rule.otherwise !== true)
    .filter(({ whenAny }) => whenAny?.some((one) => one.question === id && holds(one, answers)) ?? true)
    .flatMap((rule) => rule.levels ?? []);
  return new Set(codes.map((code) => levels.findIndex((level) => level.code === code)));
}
