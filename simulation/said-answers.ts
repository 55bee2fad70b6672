import type { Given } from '../domain/questionnaire/given.ts';
import type { Questionnaire } from '../domain/questionnaire/questionnaire.ts';
import { screenOf } from '../domain/questionnaire/screen.ts';

/** What somebody answers to the questions that the desk shows, from what is known on: all of them, or as many as they have patience for. */
export function saidAnswers(
  questionnaire: Questionnaire,
  from: Given,
  answer: (question: string, codes: readonly string[]) => string,
  most = Number.POSITIVE_INFINITY,
): { readonly told: Readonly<Record<string, string>>; readonly ended: boolean } {
  const told: Record<string, string> = {};
  let given = from;
  for (;;) {
    const screen = screenOf(questionnaire, given, 'agent');
    // Patience that ends with the last answer cuts nothing short: the desk shows the end, and its agent sees it.
    if (screen.type !== 'question') return { told, ended: true };
    if (Object.keys(told).length >= most) return { told, ended: false };
    const codes = screen.choices.map((choice) => choice.code);
    const code = answer(screen.question, codes);
    told[screen.question] = code;
    given = { ...given, answers: { ...given.answers, [screen.question]: code } };
  }
}

/** What the desk shows of a questionnaire (DeskView). */
export function readDesk(view: unknown): {
  readonly questionnaireId: string;
  readonly isComplete: boolean;
  readonly revision: number;
  readonly answers: Readonly<Record<string, string>>;
} {
  const { revision, answered, state, questionnaire } = membersOf(view);
  const answers = Array.isArray(answered) ? answered.map(membersOf) : [];
  return {
    questionnaireId: String(membersOf(questionnaire)['id']),
    isComplete: state === 'complete',
    revision: Number(revision),
    answers: Object.fromEntries(answers.map(({ question, answer }) => [String(question), String(answer)])),
  };
}

export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
