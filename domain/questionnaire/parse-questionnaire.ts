import { DefinitionReader } from './definition-reader.ts';
import type { Fault } from './fault.ts';
import { readOpening } from './parse-opening.ts';
import { readCondition, readQuestion } from './parse-question.ts';
import { readInstruction, readTerm } from './parse-words.ts';
import type { Advice, Emergency, HardRule, Level, Questionnaire, ReferralRule } from './questionnaire.ts';

/** Reads a definition from JSON that people write; answers every fault of form at once. What it means is checked by `validateQuestionnaire`. */
export function parseQuestionnaire(json: unknown): Questionnaire | { readonly faults: readonly Fault[] } {
  const reader = new DefinitionReader();
  const names =
    'id title opening advice emergency questions hardRules levels referrals terms instructions comment'.split(' ');
  const read = reader.members(json, '', names);
  const questionnaire: Questionnaire = {
    id: reader.code(read['id'], 'id'),
    title: reader.text(read['title'], 'title'),
    opening: readOpening(reader, read['opening']),
    advice: readAdvice(reader, read['advice']),
    emergency: readEmergency(reader, read['emergency']),
    questions: reader.list(read['questions'], 'questions', (one, place) => readQuestion(reader, one, place)),
    hardRules: reader.list(read['hardRules'], 'hardRules', (one, place) => readHardRule(reader, one, place), 0),
    levels: reader.list(read['levels'], 'levels', (one, place) => readLevel(reader, one, place)),
    referrals: reader.list(read['referrals'], 'referrals', (one, place) => readReferral(reader, one, place), 0),
    ...(read['terms'] !== undefined && {
      terms: reader.list(read['terms'], 'terms', (one, place) => readTerm(reader, one, place)),
    }),
    ...(read['instructions'] !== undefined && {
      instructions: reader.list(read['instructions'], 'instructions', (one, place) =>
        readInstruction(reader, one, place),
      ),
    }),
    comment: reader.text(read['comment'], 'comment'),
  };
  return reader.faults.length > 0 ? { faults: reader.faults } : questionnaire;
}

function readAdvice(reader: DefinitionReader, value: unknown): Advice {
  const names = ['before', 'text', 'items', 'said', 'read'];
  const { before, text, items, said, read } = reader.members(value, 'advice', names);
  return {
    ...(before !== undefined && { before: reader.code(before, 'advice.before') }),
    text: reader.text(text, 'advice.text'),
    items: reader.list(items, 'advice.items', (one, place) => reader.text(one, place)),
    said: reader.text(said, 'advice.said'),
    read: reader.text(read, 'advice.read'),
  };
}

function readEmergency(reader: DefinitionReader, value: unknown): Emergency {
  const members = reader.members(value, 'emergency', ['alert', 'level', 'cell', 'reason', 'text', 'selfService']);
  return {
    alert: reader.code(members['alert'], 'emergency.alert'),
    level: reader.code(members['level'], 'emergency.level'),
    cell: reader.cell(members['cell'], 'emergency.cell'),
    reason: reader.text(members['reason'], 'emergency.reason'),
    text: reader.text(members['text'], 'emergency.text'),
    selfService: reader.text(members['selfService'], 'emergency.selfService'),
  };
}

function readHardRule(reader: DefinitionReader, value: unknown, place: string): HardRule {
  const members = reader.members(value, place, ['alert', 'label', 'whenAll', 'level', 'stop']);
  return {
    alert: reader.code(members['alert'], `${place}.alert`),
    label: reader.text(members['label'], `${place}.label`),
    whenAll: reader.list(members['whenAll'], `${place}.whenAll`, (one, at) => readCondition(reader, one, at)),
    level: reader.code(members['level'], `${place}.level`),
    stop: reader.flag(members['stop'], `${place}.stop`),
  };
}

function readLevel(reader: DefinitionReader, value: unknown, place: string): Level {
  const members = reader.members(value, place, ['code', 'label', 'from', 'to', 'conduct', 'selfService', 'route']);
  const routes = ['advice', 'callback', 'referral'] as const;
  return {
    code: reader.code(members['code'], `${place}.code`),
    label: reader.text(members['label'], `${place}.label`),
    from: reader.whole(members['from'], `${place}.from`),
    ...(members['to'] !== undefined && { to: reader.whole(members['to'], `${place}.to`) }),
    conduct: reader.text(members['conduct'], `${place}.conduct`),
    selfService: reader.text(members['selfService'], `${place}.selfService`),
    route: reader.oneOf(members['route'], `${place}.route`, routes, 'advice'),
  };
}

function readReferral(reader: DefinitionReader, value: unknown, place: string): ReferralRule {
  const { cell, reason, whenAny, levels, otherwise } = reader.members(value, place, [
    'cell',
    'reason',
    'whenAny',
    'levels',
    'otherwise',
  ]);
  if (otherwise === true && whenAny !== undefined) {
    reader.refuse(
      `${place}.whenAny`,
      whenAny,
      'aucune avec « otherwise », qui est pour les réponses que rien d’autre ne nomme',
    );
  }
  return {
    cell: reader.cell(cell, `${place}.cell`),
    reason: reader.text(reason, `${place}.reason`),
    ...(whenAny !== undefined && {
      whenAny: reader.list(whenAny, `${place}.whenAny`, (one, at) => readCondition(reader, one, at)),
    }),
    ...(levels !== undefined && { levels: reader.list(levels, `${place}.levels`, (one, at) => reader.code(one, at)) }),
    ...(reader.flag(otherwise, `${place}.otherwise`) && { otherwise: true }),
  };
}
