import { advance, firstMoment, type Moment } from './moment.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Everything that answers can lead to. */
export interface Exploration {
  /** Moments at each question, by its index. */
  readonly at: readonly (readonly Moment[])[];
  readonly ends: readonly Moment[];
  /** Answers that lead nowhere or back, from the moment they are given at. */
  readonly broken: readonly {
    readonly moment: Moment;
    readonly answer: string;
    readonly fault: 'dead-end' | 'cycle';
  }[];
  /** There was more to explore than `most` moments. */
  readonly isCut: boolean;
}

/** Some seconds of exploring: a questionnaire whose branches look at more answers together cannot be understood either. */
const most = 200_000;

/** All the moments of a questionnaire. Answers only lead further, so questions are taken in order and each moment is met once. */
export function explore(questionnaire: Questionnaire): Exploration {
  const { questions } = questionnaire;
  const buckets = Array.from({ length: questions.length + 1 }, () => new Map<string, Moment>());
  const broken: { moment: Moment; answer: string; fault: 'dead-end' | 'cycle' }[] = [];
  let count = 0;
  const meet = (moment: Moment): void => {
    const bucket = buckets[moment.position];
    const key = keyOf(moment);
    if (bucket !== undefined && !bucket.has(key)) {
      bucket.set(key, moment);
      count += 1;
    }
  };
  meet(firstMoment(questionnaire));
  for (const [position, { answers }] of questions.entries()) {
    for (const moment of buckets[position]?.values() ?? []) {
      for (const { code } of count > most ? [] : answers) {
        const next = advance(questionnaire, moment, code);
        if (typeof next === 'string') {
          broken.push({ moment, answer: code, fault: next });
        } else {
          meet(next);
        }
      }
    }
  }
  const found = buckets.map((bucket) => [...bucket.values()]);
  return { at: found.slice(0, -1), ends: found.at(-1) ?? [], broken, isCut: count > most };
}

function keyOf({ score, alert, charged, answers }: Moment): string {
  return `${score} ${alert} ${[...charged].sort().join()} ${answersKey({ answers })}`;
}

/** The answers that still matter, as text: they are in the order they were given, which is that of the questions. */
export function answersKey({ answers }: Pick<Moment, 'answers'>): string {
  return [...answers].map(([question, answer]) => `${question}=${answer}`).join(' ');
}
