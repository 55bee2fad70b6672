import fc from 'fast-check';
import { assess } from '../../../domain/questionnaire/assess.ts';
import type { Question, Questionnaire } from '../../../domain/questionnaire/questionnaire.ts';
import { heatWaveQuestionnaire } from '../../../programmes/reflex/questionnaire.ts';
import { begun } from './replay.ts';

const codes = ['a', 'b', 'c'];

const questionArbitrary = fc.record({
  points: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 3 }),
  jump: fc.option(fc.record({ answer: fc.nat(2), by: fc.integer({ min: 2, max: 3 }) }), { nil: undefined, freq: 3 }),
  skip: fc.option(fc.record({ back: fc.integer({ min: 1, max: 3 }), answer: fc.nat(2) }), { nil: undefined, freq: 2 }),
});

/** Questionnaires small enough to try everything: up to five questions, jumps, skips, one hard rule over two questions, three levels. */
export const smallQuestionnaires: fc.Arbitrary<Questionnaire> = fc
  .record({
    parts: fc.array(questionArbitrary, { minLength: 2, maxLength: 5 }),
    thresholds: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    rule: fc.option(
      fc.record({
        first: fc.nat(1),
        second: fc.integer({ min: 1, max: 4 }),
        answers: fc.tuple(fc.nat(2), fc.nat(2)),
        level: fc.constantFrom('m', 'h'),
        stop: fc.boolean(),
      }),
      { nil: undefined, freq: 3 },
    ),
  })
  .map(({ parts, thresholds: [low, high], rule }) => {
    const questions = parts.map(({ points, jump, skip }, index): Question => {
      const target = jump && (index + jump.by < parts.length ? `Q${index + jump.by}` : 'end');
      return {
        id: `Q${index}`,
        kind: 'closed',
        text: 'Q ?',
        thirdPerson: 'Q ?',
        ...(skip &&
          index >= skip.back && {
            skipWhenAny: [{ question: `Q${index - skip.back}`, answers: [codes[skip.answer] ?? 'a'] }],
          }),
        answers: points.map((value, rank) => ({
          code: codes[rank] ?? 'a',
          label: `Réponse ${rank}`,
          points: value,
          ...(target && jump?.answer === rank && { next: target }),
        })),
      };
    });
    return {
      ...heatWaveQuestionnaire,
      questions: questions.map((question) => ({
        ...question,
        ...(question.skipWhenAny && {
          skipWhenAny: question.skipWhenAny.filter(({ question: id, answers }) =>
            questions.find((one) => one.id === id)?.answers.some(({ code }) => answers.includes(code)),
          ),
        }),
      })),
      hardRules:
        rule === undefined || rule.second >= parts.length || rule.first === rule.second
          ? []
          : [
              {
                alert: 'x',
                label: 'x',
                whenAll: [
                  { question: `Q${rule.first}`, answers: [codes[rule.answers[0]] ?? 'a'] },
                  { question: `Q${rule.second}`, answers: [codes[rule.answers[1]] ?? 'a'] },
                ],
                level: rule.level,
                stop: rule.stop,
              },
            ].filter(({ whenAll }) =>
              whenAll.every(({ question: id, answers }) =>
                questions.find((one) => one.id === id)?.answers.some(({ code }) => answers.includes(code)),
              ),
            ),
      levels: [
        { code: 'l', label: 'l', from: 0, to: low - 1, conduct: 'x', selfService: 'x', route: 'advice' },
        { code: 'm', label: 'm', from: low, to: low + high - 1, conduct: 'x', selfService: 'x', route: 'advice' },
        { code: 'h', label: 'h', from: low + high, conduct: 'x', selfService: 'x', route: 'advice' },
      ],
      referrals: [],
      emergency: { ...heatWaveQuestionnaire.emergency, level: 'h' },
    } satisfies Questionnaire;
  });

/** Every combination of answers to all questions, each with each worse answer to each question: the definition, without any cleverness. */
export function worstByHand(questionnaire: Questionnaire): string | undefined {
  const { questions, levels } = questionnaire;
  const level = (answers: Readonly<Record<string, string>>) =>
    levels.findIndex(({ code }) => code === assess(questionnaire, { ...begun, answers }).level);
  let combinations: Readonly<Record<string, string>>[] = [{}];
  for (const { id, answers } of questions) {
    combinations = combinations.flatMap((one) => answers.map(({ code }) => ({ ...one, [id]: code })));
  }
  for (const combination of combinations) {
    const before = level(combination);
    for (const { id, answers } of questions) {
      const points = answers.find(({ code }) => code === combination[id])?.points ?? 0;
      for (const worse of answers.filter((answer) => answer.points > points)) {
        if (level({ ...combination, [id]: worse.code }) < before) {
          return `${JSON.stringify(combination)} with ${id}=${worse.code}`;
        }
      }
    }
  }
  return undefined;
}
