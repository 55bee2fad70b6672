import { levelOfScore, pointsOf } from './assess.ts';
import { answersKey, type Exploration } from './explore.ts';
import { advance, levelOf, type Moment } from './moment.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** Two people who answer alike, but for one question where the other one answers worse and ends at a lower level. */
export interface Lowering {
  readonly question: Question;
  readonly one: Moment;
  readonly other: Moment;
}

interface Pair {
  readonly question: Question;
  readonly one: Moment;
  readonly other: Moment;
}

/**
 * Looks for a worse answer that lowers the level (REFLEX-14), through every combination of the other answers: those of questions that only one of
 * the two is asked included. Not a sample: pairs are dropped only when nothing that follows can lower the other's level, because both go on alike
 * from there with no fewer points and no lesser alert. Needs levels in order and without gaps. One lowering at most for each question.
 */
export function findLowering(questionnaire: Questionnaire, { at }: Pick<Exploration, 'at'>): readonly Lowering[] {
  const { questions } = questionnaire;
  const buckets = Array.from({ length: questions.length + 1 }, () => new Map<string, Pair>());
  const found = new Map<Question, Lowering>();
  const meet = (question: Question, one: ReturnType<typeof advance>, other: ReturnType<typeof advance>): void => {
    if (typeof one === 'string' || typeof other === 'string' || isSafe(questionnaire, one, other)) {
      return;
    }
    const key = `${question.id} ${sideKey(one)} / ${sideKey(other)}`;
    const bucket = buckets[Math.min(one.position, other.position)];
    if (bucket !== undefined && !bucket.has(key)) {
      bucket.set(key, { question, one, other });
    }
  };
  for (const [position, question] of questions.entries()) {
    for (const moment of at[position] ?? []) {
      for (const [better, worse] of neighbours(question)) {
        meet(question, advance(questionnaire, moment, better), advance(questionnaire, moment, worse));
      }
    }
    for (const { question: changed, one, other } of buckets[position]?.values() ?? []) {
      for (const { code } of question.answers) {
        const next = (moment: Moment) => (moment.position === position ? advance(questionnaire, moment, code) : moment);
        meet(changed, next(one), next(other));
      }
    }
  }
  for (const pair of buckets.at(-1)?.values() ?? []) {
    if (!found.has(pair.question)) {
      found.set(pair.question, pair);
    }
  }
  return [...found.values()];
}

/** Nothing that follows can give the other one less than the first. */
function isSafe(questionnaire: Questionnaire, one: Moment, other: Moment): boolean {
  const end = questionnaire.questions.length;
  const goesAlike = one.position === other.position && answersKey(one) === answersKey(other);
  if (goesAlike && other.score >= one.score && other.alert >= one.alert) {
    return true;
  }
  // Points only add up: the level of the points so far is the least there will be.
  const least = Math.max(other.alert, indexOfScore(questionnaire, other.score));
  const highest = one.position === end ? levelOf(questionnaire, one) : questionnaire.levels.length - 1;
  return least >= highest;
}

function indexOfScore(questionnaire: Questionnaire, score: number): number {
  const level = levelOfScore(questionnaire, score);
  return level === undefined ? -1 : questionnaire.levels.indexOf(level);
}

/** Answers with the next worse ones: from these every worse answer follows step by step. */
function neighbours(question: Question): readonly (readonly [string, string])[] {
  const points = ({ code }: { readonly code: string }) => pointsOf(question, code);
  const ranks = [...new Set(question.answers.map(points))].sort((a, b) => a - b);
  return question.answers.flatMap((better) => {
    const worse = ranks[ranks.indexOf(points(better)) + 1];
    return question.answers
      .filter((answer) => points(answer) === worse)
      .map((answer): readonly [string, string] => [better.code, answer.code]);
  });
}

function sideKey(moment: Moment): string {
  return `${moment.position} ${moment.score} ${moment.alert} ${answersKey(moment)}`;
}
