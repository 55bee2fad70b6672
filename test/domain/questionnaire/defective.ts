import type { FaultReason } from '../../../domain/questionnaire/fault.ts';
import { heatWaveQuestionnaire } from '../../../programmes/reflex/questionnaire.ts';

export interface Defective {
  readonly name: string;
  readonly reason: FaultReason;
  /** What the place of the fault must contain. */
  readonly place: string;
  readonly json: unknown;
}

type Path = readonly (string | number)[];

/** Q1 is at 0: `['questions', 8, 'answers', 0]` is the first answer of Q9. */
function edited(...edits: readonly (readonly [Path, unknown])[]): unknown {
  const json: unknown = JSON.parse(JSON.stringify(heatWaveQuestionnaire));
  for (const [path, value] of edits) {
    let target: unknown = json;
    for (const key of path.slice(0, -1)) target = at(target, key);
    const last = path.at(-1);
    if (typeof target !== 'object' || target === null || last === undefined) throw new Error(`no ${path.join('.')}`);
    if (value === undefined) Reflect.deleteProperty(target, last);
    else Reflect.set(target, last, value);
  }
  return json;
}

function at(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

const question = (n: number, ...rest: Path): Path => ['questions', n - 1, ...rest];
const answer = (n: number, rank: number, ...rest: Path): Path => question(n, 'answers', rank, ...rest);
const bad = (
  name: string,
  reason: FaultReason,
  place: string,
  ...edits: readonly (readonly [Path, unknown])[]
): Defective => ({ name, reason, place, json: edited(...edits) });
const to = (n: number, target: string) =>
  heatWaveQuestionnaire.questions[n - 1]?.answers.map((_, rank) => [answer(n, rank, 'next'), target] as const) ?? [];
const rule = (whenAll: unknown, level = 'rouge', stop = false) => ({
  alert: 'essai',
  label: 'Essai',
  whenAll,
  level,
  stop,
});

export const defective: readonly Defective[] = [
  bad('a question that asks for words', 'free-text', 'questions[4].kind', [question(5, 'kind'), 'text']),
  bad('words asked for behind a branch', 'free-text', 'questions[9].kind', [question(10, 'kind'), 'text']),
  bad('a question without answers', 'dead-end', 'questions[6].answers', [question(7, 'answers'), []]),
  bad('a branch to a question that does not exist', 'dead-end', 'questions[3].answers[3].next', [
    answer(4, 3, 'next'),
    'Q99',
  ]),
  bad('a branch to itself', 'cycle', 'questions[5].answers[0].next', [answer(6, 0, 'next'), 'Q6']),
  bad('a branch back', 'cycle', 'questions[10].answers[1].next', [answer(11, 1, 'next'), 'Q4']),
  bad('a branch back from the last question', 'cycle', 'questions[15].answers[1].next', [answer(16, 1, 'next'), 'Q1']),
  bad('every answer jumps over a question', 'unreachable', 'questions[1]', ...to(1, 'Q3')),
  bad('a skip that always holds', 'unreachable', 'questions[9]', [
    question(10, 'skipWhenAny'),
    [{ question: 'Q9', answers: ['non', 'oui-visite', 'oui-personne'] }],
  ]),
  bad('every answer ends before the last questions', 'unreachable', 'questions[13]', ...to(13, 'end')),
  bad('a gap between two levels', 'gap', 'levels[1].to', [['levels', 1, 'to'], 17]),
  bad('a gap below the first level', 'gap', 'levels[0].from', [['levels', 0, 'from'], 1]),
  bad('a gap above the last level', 'gap', 'levels[3].to', [['levels', 3, 'to'], 50]),
  bad('two levels for a score', 'overlap', 'levels', [['levels', 2, 'from'], 19]),
  bad('a level in the middle without an end', 'overlap', 'levels', [['levels', 1, 'to'], undefined]),
  bad('no level at all', 'form', 'levels', [['levels'], []]),
  bad('levels from the most to the least serious', 'order', 'levels[1].from', [
    ['levels'],
    heatWaveQuestionnaire.levels.toReversed(),
  ]),
  bad(
    'a level above every score',
    'unused-level',
    'levels[3]',
    [['levels', 2, 'to'], 349],
    [['levels', 3, 'from'], 350],
    [['hardRules'], []],
    [['emergency', 'level'], 'orange'],
  ),
  bad(
    'a serious level without a cell for some',
    'no-route',
    'referrals',
    [['referrals', 3], undefined],
    [['referrals'], heatWaveQuestionnaire.referrals.filter(({ otherwise }) => otherwise !== true)],
  ),
  bad('a level referred to nobody', 'no-route', 'referrals', [['levels', 1, 'route'], 'referral']),
  bad('a wish taken for a referral', 'no-route', 'referrals', [
    ['referrals'],
    heatWaveQuestionnaire.referrals.filter(({ levels }) => levels === undefined),
  ]),
  bad('a worse answer that skips a question', 'lowers', 'questions[8]', [answer(9, 2, 'next'), 'Q11']),
  bad('a worse answer that jumps to the end', 'lowers', 'questions[0]', [answer(1, 2, 'next'), 'Q14']),
  bad('an alert for the milder answer', 'lowers', 'questions[2]', [
    ['hardRules', 1, 'whenAll', 0, 'answers'],
    ['doute'],
  ]),
  bad('a stop at a level that is too low', 'lowers', 'questions[1]', [['hardRules', 0, 'level'], 'jaune']),
  bad('an alert that a worse answer takes away', 'lowers', 'questions[0]', [
    ['hardRules', 0],
    rule([
      { question: 'Q1', answers: ['moyen'] },
      { question: 'Q12', answers: ['non'] },
    ]),
  ]),
  bad(
    'a skip that a worse answer earns',
    'lowers',
    'questions[4]',
    [question(12, 'skipWhenAny'), [{ question: 'Q5', answers: ['presque-pas'] }]],
    [answer(12, 2, 'points'), 9],
  ),
  bad('a referral for all others with a condition', 'form', 'referrals[3].whenAny', [
    ['referrals', 3, 'whenAny'],
    [{ question: 'Q1', answers: ['mal'] }],
  ]),
  bad('points below zero', 'form', 'questions[0].answers[0].points', [answer(1, 0, 'points'), -2]),
  bad('points that are not whole', 'form', 'questions[0].answers[1].points', [answer(1, 1, 'points'), 2.5]),
  bad('a weight in letters', 'form', 'questions[3].weight', [question(4, 'weight'), 'double']),
  bad('a member with a typing mistake', 'form', 'questions[3].wieght', [question(4, 'wieght'), 2]),
  bad('an observation that nobody alone can be asked', 'form', 'questions[2].selfService', [
    question(3, 'selfService'),
    undefined,
  ]),
  bad('two questions of one id', 'twice', 'questions[7].id', [question(8, 'id'), 'Q7']),
  bad('two answers of one code', 'twice', 'questions[7].answers[1].code', [answer(8, 1, 'code'), 'oui']),
  bad('two answers on one key', 'twice', 'questions[7].answers[1].key', [answer(8, 1, 'key'), '1']),
  bad('a rule about no question', 'unknown', 'hardRules[0].whenAll[0].question', [
    ['hardRules', 0, 'whenAll', 0, 'question'],
    'Q20',
  ]),
  bad('a skip about no answer', 'unknown', 'questions[9].skipWhenAny[0].answers[0]', [
    question(10, 'skipWhenAny', 0, 'answers'),
    ['jamais'],
  ]),
  bad('a referral at no level', 'unknown', 'referrals[0].levels[0]', [['referrals', 0, 'levels'], ['violet']]),
  bad('a skip about a later question', 'too-early', 'questions[9].skipWhenAny[0].question', [
    question(10, 'skipWhenAny', 0, 'question'),
    'Q12',
  ]),
  bad('an alert that nobody can raise', 'unused-rule', 'hardRules[2].whenAll', [
    ['hardRules', 2],
    rule([
      { question: 'Q9', answers: ['non'] },
      { question: 'Q10', answers: ['non'] },
    ]),
  ]),
];
