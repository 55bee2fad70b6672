import type { ReferralReason } from '../referral/create-referrals.ts';
import { holds } from './condition.ts';
import type { Given } from './given.ts';
import type { AnswerEffect, Level, Question, Questionnaire, ReferralRule } from './questionnaire.ts';
import { answerTo, type Walk, walk } from './walk.ts';

/** What the answers come to (REFLEX-14): a function of the definition and the answers, and of nothing else. */
export interface Assessment {
  /** `complete`: every question on the way was answered, or a vital rule ended it (REFLEX-16). */
  readonly state: 'partial' | 'complete';
  /** Points so far. */
  readonly score: number;
  /** Code of the level; before completion only when an alert gives it. */
  readonly level?: string;
  /** Codes of hard rules that hold, and of the red button. */
  readonly alerts: readonly string[];
  /** Who is told: at completion, or as soon as there is an alert. */
  readonly referrals: readonly ReferralReason[];
  /** Questions by which the person asked for their data to be corrected. */
  readonly corrections: readonly string[];
  /** Effects of answers, in the order they were given. Absent when there is none. */
  readonly effects?: readonly TakenEffect[];
  /** Another call is due within 24 hours: by the level, or as wished. */
  readonly callback: boolean;
}

/** An effect, and the answer that it is of: a motive, or what ails. */
export interface TakenEffect {
  readonly effect: AnswerEffect;
  readonly question: string;
  readonly answer: string;
}

export function assess(questionnaire: Questionnaire, given: Given): Assessment {
  const walked = walk(questionnaire, given);
  const pressed = given.emergency === undefined ? undefined : questionnaire.emergency;
  const isComplete = isStopped(walked) || walked.at.type === 'end';
  const score = scoreOf(questionnaire, walked);
  const level = mostSerious(questionnaire, [
    ...walked.alerts.map((rule) => rule.level),
    ...(pressed === undefined ? [] : [pressed.level]),
    ...(isComplete ? [levelOfScore(questionnaire, score)?.code ?? ''] : []),
  ]);
  const asked = walked.steps.flatMap(({ question, answer }) => {
    const asks = answerTo(questionOf(questionnaire, question), answer)?.asks;
    return asks === undefined ? [] : [{ question, asks }];
  });
  const effects = walked.steps.flatMap(({ question, answer }): readonly TakenEffect[] => {
    const effect = answerTo(questionOf(questionnaire, question), answer)?.effect;
    return effect === undefined ? [] : [{ effect, question, answer }];
  });
  return {
    state: isComplete ? 'complete' : 'partial',
    score,
    ...(level !== undefined && { level: level.code }),
    alerts: [...walked.alerts, ...(pressed === undefined ? [] : [pressed])].map(({ alert }) => alert),
    referrals: level === undefined ? [] : referralsOf(questionnaire, given, walked, level, pressed),
    corrections: asked.filter(({ asks }) => asks === 'correction').map(({ question }) => question),
    ...(effects.length > 0 && { effects }),
    callback: level?.route === 'callback' || asked.some(({ asks }) => asks === 'callback'),
  };
}

/** A vital rule ended it: unlike the red button, that is a complete questionnaire. */
function isStopped({ alerts }: Walk): boolean {
  return alerts.some(({ stop }) => stop);
}

function scoreOf(questionnaire: Questionnaire, { steps }: Walk): number {
  return steps.reduce((sum, { question, answer }) => sum + pointsOf(questionOf(questionnaire, question), answer), 0);
}

export function pointsOf(question: Question, code: string): number {
  return (answerTo(question, code)?.points ?? 0) * (question.weight ?? 1);
}

export function levelOfScore({ levels }: Questionnaire, score: number): Level | undefined {
  return levels.find(({ from, to }) => from <= score && score <= (to ?? score));
}

function mostSerious({ levels }: Questionnaire, codes: readonly string[]): Level | undefined {
  return levels.findLast(({ code }) => codes.includes(code));
}

function referralsOf(
  { referrals }: Questionnaire,
  given: Given,
  { steps }: Walk,
  level: Level,
  pressed: ReferralReason | undefined,
): readonly ReferralReason[] {
  const answers = new Map(steps.map(({ question, answer }) => [question, answer]));
  const applies = ({ levels, whenAny }: ReferralRule) =>
    (levels === undefined || levels.includes(level.code)) &&
    (whenAny === undefined || whenAny.some((condition) => holds(condition, answers)));
  const matching = referrals.filter(applies);
  const found = matching.filter(({ otherwise }) => otherwise !== true);
  // A wish or a correction has its own cell, which does not take charge of what made the level serious.
  const isInCharge = pressed !== undefined || found.some(({ levels }) => levels !== undefined);
  const told = [...(pressed === undefined ? [] : [pressed]), ...(isInCharge ? found : matching)];
  return told.map(({ cell, reason }) => ({ cell: cellFor(cell, given, answers), reason }));
}

/** What the file says counts before its question comes up. A territory that nobody knows leaves the code as it is: createReferrals gives it to the cell for emergencies. */
function cellFor(cell: string, { known = [], answers: told }: Given, answers: ReadonlyMap<string, string>): string {
  return cell.replace(
    /\{([^{}]+)\}/,
    (place, question: string) =>
      answers.get(question) ?? (known.includes(question) ? told[question] : undefined) ?? place,
  );
}

export function questionOf({ questions }: Questionnaire, id: string): Question {
  const found = questions.find((question) => question.id === id);
  if (found === undefined) {
    throw new RangeError(`There is no question "${id}"; accepted: ${questions.map((one) => one.id).join(', ')}`);
  }
  return found;
}
