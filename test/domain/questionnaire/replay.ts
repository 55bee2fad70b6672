import { type Given, nothingGiven } from '../../../domain/questionnaire/given.ts';
import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.ts';
import { type Screen, screenOf } from '../../../domain/questionnaire/screen.ts';
import type { Step } from '../../../domain/questionnaire/walk.ts';

export const begun: Given = { ...nothingGiven, respondent: 'person', adviceSaid: true };

export interface Replayed {
  /** The last screen, or what the screens threw. */
  readonly last: Screen | Error;
  readonly seen: readonly string[];
}

/** Gives answers one by one, as a person would: each must be a choice of the screen that is shown. */
export function replay(questionnaire: Questionnaire, path: readonly Step[]): Replayed {
  let given = begun;
  const seen: string[] = [];
  for (const { question, answer } of path) {
    const screen = screenOf(questionnaire, given, 'agent');
    if (screen.type !== 'question' || screen.question !== question) {
      throw new Error(`the screen shows ${JSON.stringify(screen)} where the path answers ${question}`);
    }
    if (!screen.choices.some(({ code }) => code === answer)) {
      throw new Error(`${question} has no choice ${answer}: ${screen.choices.map(({ code }) => code).join(', ')}`);
    }
    seen.push(question);
    given = { ...given, answers: { ...given.answers, [question]: answer } };
  }
  try {
    return { last: screenOf(questionnaire, given, 'agent'), seen };
  } catch (error) {
    return { last: error instanceof Error ? error : new Error(String(error)), seen };
  }
}
