import type { Condition } from './condition.ts';
import type { DefinitionReader } from './definition-reader.ts';
import { type Answer, answerEffects, type Question } from './questionnaire.ts';

const questionMembers = 'id kind text thirdPerson observed selfService weight fact skipWhenAny answers'.split(' ');

/** A question as its author writes it. */
export function readQuestion(reader: DefinitionReader, value: unknown, place: string): Question {
  const members = reader.members(value, place, questionMembers);
  const kind = reader.oneOf(members['kind'] ?? 'closed', `${place}.kind`, ['closed', 'text'], 'closed');
  const observed = reader.flag(members['observed'], `${place}.observed`);
  const selfService = members['selfService'];
  const { weight, fact, skipWhenAny, answers } = members;
  return {
    id: reader.code(members['id'], `${place}.id`),
    kind,
    text: reader.text(members['text'], `${place}.text`),
    thirdPerson: reader.text(members['thirdPerson'], `${place}.thirdPerson`),
    ...(observed && { observed }),
    // Nobody observes who is alone before a page: the same thing must be asked.
    ...((observed || selfService !== undefined) && {
      selfService: reader.text(selfService, `${place}.selfService`),
    }),
    ...(weight !== undefined && { weight: reader.whole(weight, `${place}.weight`) }),
    ...(fact !== undefined && { fact: reader.code(fact, `${place}.fact`) }),
    ...(skipWhenAny !== undefined && {
      skipWhenAny: reader.list(skipWhenAny, `${place}.skipWhenAny`, (one, at) => readCondition(reader, one, at)),
    }),
    answers:
      kind === 'text' ? [] : reader.list(answers, `${place}.answers`, (one, at) => readAnswer(reader, one, at), 0),
  };
}

function readAnswer(reader: DefinitionReader, value: unknown, place: string): Answer {
  const { code, label, points, key, next, asks, effect } = reader.members(value, place, [
    'code',
    'label',
    'points',
    'key',
    'next',
    'asks',
    'effect',
  ]);
  return {
    code: reader.code(code, `${place}.code`),
    label: reader.text(label, `${place}.label`),
    points: reader.whole(points, `${place}.points`),
    ...(key !== undefined && {
      key: reader.oneOf(key, `${place}.key`, ['1', '2', '3', '4', '5', '6', '7', '8'], '1'),
    }),
    ...(next !== undefined && { next: reader.code(next, `${place}.next`) }),
    ...(asks !== undefined && {
      asks: reader.oneOf(asks, `${place}.asks`, ['correction', 'callback'], 'correction'),
    }),
    ...(effect !== undefined && { effect: reader.oneOf(effect, `${place}.effect`, answerEffects, 'symptomatic') }),
  };
}

export function readCondition(reader: DefinitionReader, value: unknown, place: string): Condition {
  const { question, answers } = reader.members(value, place, ['question', 'answers']);
  return {
    question: reader.code(question, `${place}.question`),
    answers: reader.list(answers, `${place}.answers`, (one, at) => reader.code(one, at)),
  };
}
