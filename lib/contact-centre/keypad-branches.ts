import { keypadAttributes } from '../../domain/questionnaire/keypad-answers.ts';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import { adviceIndex, answerTo, targetOf } from '../../domain/questionnaire/walk.ts';
import type { FlowBlocks } from './flow-blocks.ts';

/** Blocks from the moment a question comes up to that of asking it: it may be skipped, or answered already. */
export function entered(blocks: FlowBlocks, questionnaire: Questionnaire, index: number): void {
  const question = questionnaire.questions[index];
  if (question === undefined) {
    return;
  }
  const { id, skipWhenAny = [], answers } = question;
  const known = `${id}-deja`;
  for (const [rank, condition] of skipWhenAny.entries()) {
    const skipped = condition.answers.map((code): readonly [string, string] => [
      code,
      entryOf(questionnaire, index + 1),
    ]);
    const next = rank + 1 < skipWhenAny.length ? `${id}-sauf-${rank + 1}` : known;
    blocks.compare(`${id}-sauf-${rank}`, keypadAttributes.answer(condition.question), skipped, next);
  }
  const given = answers.map(({ code }): readonly [string, string] => [code, afterOf(questionnaire, index, code)]);
  blocks.compare(known, keypadAttributes.answer(id), given, `${id}-qui`);
}

/** Blocks that look whether an answer stops the questionnaire; answers the first of them, or the next question. */
export function answered(blocks: FlowBlocks, questionnaire: Questionnaire, index: number, code: string): string {
  const rules = stopsOf(questionnaire, index, code);
  for (const [rank, others] of rules.entries()) {
    const next =
      rank + 1 < rules.length ? ruleOf(questionnaire, index, code, rank + 1) : leadOf(questionnaire, index, code);
    for (const [at, { question, answers }] of others.entries()) {
      const holds = at + 1 < others.length ? `${ruleOf(questionnaire, index, code, rank)}-${at + 1}` : 'urgence';
      const block = ruleOf(questionnaire, index, code, rank);
      blocks.compare(
        at === 0 ? block : `${block}-${at}`,
        keypadAttributes.answer(question),
        answers.map((one): readonly [string, string] => [one, holds]),
        next,
      );
    }
  }
  return afterOf(questionnaire, index, code);
}

function afterOf(questionnaire: Questionnaire, index: number, code: string): string {
  const rules = stopsOf(questionnaire, index, code);
  if (rules.some((others) => others.length === 0)) {
    return 'urgence';
  }
  return rules.length > 0 ? ruleOf(questionnaire, index, code, 0) : leadOf(questionnaire, index, code);
}

/** Of each hard rule that stops and that this answer is part of, the other answers it asks for. */
function stopsOf({ hardRules, questions }: Questionnaire, index: number, code: string) {
  const id = questions[index]?.id;
  return hardRules
    .filter(({ stop, whenAll }) => stop && whenAll.some(({ question }) => question === id))
    .filter(({ whenAll }) => whenAll.every((one) => one.question !== id || one.answers.includes(code)))
    .map(({ whenAll }) => whenAll.filter(({ question }) => question !== id));
}

function ruleOf({ questions }: Questionnaire, index: number, code: string, rank: number): string {
  return `${questions[index]?.id}-alerte-${code}-${rank}`;
}

function leadOf(questionnaire: Questionnaire, index: number, code: string): string {
  const question = questionnaire.questions[index];
  const answer = question && answerTo(question, code);
  return answer === undefined ? 'fin' : entryOf(questionnaire, targetOf(questionnaire, index, answer));
}

/** The first block of a question, of the advice said before it, or of the end. */
export function entryOf(questionnaire: Questionnaire, index: number): string {
  return index === adviceIndex(questionnaire) ? 'conseils-dits' : questionEntryOf(questionnaire, index);
}

export function questionEntryOf({ questions }: Questionnaire, index: number): string {
  const question = questions[index];
  if (question === undefined) {
    return 'fin';
  }
  const { id, skipWhenAny = [] } = question;
  return skipWhenAny.length === 0 ? `${id}-deja` : `${id}-sauf-0`;
}
