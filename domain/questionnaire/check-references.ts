import { checkAdvice } from './check-advice.ts';
import { checkWords } from './check-words.ts';
import type { Condition } from './condition.ts';
import type { Fault, FaultReason } from './fault.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** Names that stand for nothing or for two things; conditions about what was not asked yet. */
export function checkReferences(questionnaire: Questionnaire): readonly Fault[] {
  const { questions, levels, hardRules, referrals, emergency } = questionnaire;
  const codes = levels.map(({ code }) => code);
  const level = (code: string, place: string) =>
    codes.includes(code) ? [] : [fault('unknown', place, code, `un niveau : ${codes.join(', ')}`)];
  return [
    ...repeats(
      questions,
      ({ id }) => id,
      (index) => `questions[${index}].id`,
    ),
    ...repeats(
      levels,
      ({ code }) => code,
      (index) => `levels[${index}].code`,
    ),
    ...repeats(
      [...hardRules, emergency],
      ({ alert }) => alert,
      (index) => (index < hardRules.length ? `hardRules[${index}].alert` : 'emergency.alert'),
    ),
    ...questions.flatMap((question, index) => checkQuestion(questionnaire, question, index)),
    ...hardRules.flatMap((rule, index) => [
      ...rule.whenAll.flatMap((one, at) => checkCondition(questions, one, `hardRules[${index}].whenAll[${at}]`)),
      ...level(rule.level, `hardRules[${index}].level`),
    ]),
    ...referrals.flatMap((rule, index) => [
      ...(rule.whenAny ?? []).flatMap((one, at) =>
        checkCondition(questions, one, `referrals[${index}].whenAny[${at}]`),
      ),
      ...(rule.levels ?? []).flatMap((code, at) => level(code, `referrals[${index}].levels[${at}]`)),
    ]),
    ...level(emergency.level, 'emergency.level'),
    ...checkWords(questionnaire, checkCondition),
    ...checkAdvice(questionnaire),
  ];
}

function checkQuestion({ questions }: Questionnaire, question: Question, index: number): readonly Fault[] {
  const place = `questions[${index}]`;
  const { answers, skipWhenAny = [] } = question;
  const keys = answers.map(({ key }, rank) => key ?? String(rank + 1));
  return [
    ...repeats(
      answers,
      ({ code }) => code,
      (at) => `${place}.answers[${at}].code`,
    ),
    ...repeats(
      keys,
      (key) => key,
      (at) => `${place}.answers[${at}].key`,
    ),
    ...(answers.length > 8
      ? [fault('form', `${place}.answers`, `${answers.length} réponses`, '8 réponses au plus, une par touche')]
      : []),
    ...skipWhenAny.flatMap((condition, at) => {
      const where = `${place}.skipWhenAny[${at}]`;
      const asked = questions.findIndex(({ id }) => id === condition.question);
      const accepted = questions.slice(0, index).map(({ id }) => id);
      return asked < index
        ? checkCondition(questions, condition, where)
        : [
            fault(
              'too-early',
              `${where}.question`,
              condition.question,
              `une question posée avant : ${accepted.join(', ')}`,
            ),
          ];
    }),
  ];
}

function checkCondition(
  questions: readonly Question[],
  { question, answers }: Condition,
  place: string,
): readonly Fault[] {
  const about = questions.find(({ id }) => id === question);
  if (about === undefined) {
    return [
      fault('unknown', `${place}.question`, question, `une question : ${questions.map(({ id }) => id).join(', ')}`),
    ];
  }
  const codes = about.answers.map(({ code }) => code);
  // A question without answers is a fault of its own.
  return answers.flatMap((code, at) =>
    codes.length === 0 || codes.includes(code)
      ? []
      : [fault('unknown', `${place}.answers[${at}]`, code, `une réponse à ${question} : ${codes.join(', ')}`)],
  );
}

function repeats<T>(
  list: readonly T[],
  nameOf: (one: T) => string,
  placeOf: (index: number) => string,
): readonly Fault[] {
  const names = list.map(nameOf);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [fault('twice', placeOf(index), name, 'une valeur qui ne sert qu’une fois')] : [],
  );
}

function fault(reason: FaultReason, place: string, value: string, accepted: string): Fault {
  return { reason, place, text: `« ${place} » vaut « ${value} » ; valeur acceptée : ${accepted}.` };
}
