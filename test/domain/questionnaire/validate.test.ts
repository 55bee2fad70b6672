import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../domain/questionnaire/fault.ts';
import { parseQuestionnaire } from '../../../domain/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.ts';
import { validateQuestionnaire } from '../../../domain/questionnaire/validate-questionnaire.ts';
import { heatWaveQuestionnaire } from '../../../programmes/reflex/questionnaire.ts';
import { smallQuestionnaires, worstByHand } from './by-hand.ts';
import { type Defective, defective } from './defective.ts';
import { replay } from './replay.ts';

function refused({ json }: Defective): { readonly faults: readonly Fault[]; readonly read?: Questionnaire } {
  const read = parseQuestionnaire(json);
  return 'faults' in read ? read : { faults: validateQuestionnaire(read), read };
}

/** What a counter-example must show at its end. */
function shows(questionnaire: Questionnaire, { reason, place, path = [], worse = [] }: Fault): boolean {
  const { last, seen } = replay(questionnaire, path);
  const index = Number(/^questions\[(\d+)\]/.exec(place)?.[1]);
  const result = !(last instanceof Error) && 'result' in last ? last.result : undefined;
  const rank = (of: typeof last) =>
    'result' in of ? questionnaire.levels.findIndex(({ code }) => code === of.result.level) : Number.NaN;
  switch (reason) {
    case 'free-text':
      return 'choices' in last && last.choices.length === 0;
    case 'dead-end':
      return last instanceof Error
        ? last.name === 'BrokenQuestionnaire'
        : 'choices' in last && last.choices.length === 0;
    case 'cycle':
      return last instanceof Error && last.name === 'BrokenQuestionnaire';
    case 'unreachable':
      return result?.state === 'complete' && !seen.includes(questionnaire.questions[index]?.id ?? '');
    case 'gap':
      return result?.state === 'complete' && result.level === undefined;
    case 'overlap': {
      const score = result?.score ?? -1;
      return questionnaire.levels.filter(({ from, to }) => from <= score && score <= (to ?? score)).length > 1;
    }
    case 'no-route':
      return result?.referrals.every(({ reason: said }) => /Souhaite|corriger/.test(said)) === true;
    case 'lowers':
      return rank(replay(questionnaire, worse).last) < rank(last);
    case 'unused-level':
    case 'unused-rule':
      return result?.state === 'complete';
    default:
      return false;
  }
}

const withoutPath = ['form', 'twice', 'unknown', 'too-early', 'order'];

describe('the validator of questionnaires', () => {
  it('REFLEX-14: accepts the heat-wave questionnaire, over all its combinations, in well under a second', () => {
    const from = performance.now();
    expect(validateQuestionnaire(heatWaveQuestionnaire)).toEqual([]);
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('has at least thirty defective ones to refuse', () => {
    expect(defective.length).toBeGreaterThanOrEqual(30);
  });

  it.each(defective)('REFLEX-13, REFLEX-14: refuses $name ($reason)', (one) => {
    const { faults, read } = refused(one);
    const found = faults.find(({ reason, place }) => reason === one.reason && place.includes(one.place));
    expect(found, JSON.stringify(faults, undefined, 1)).toBeDefined();
    expect(new Set(faults.map(({ reason }) => reason))).toEqual(new Set([one.reason]));
    if (found === undefined || withoutPath.includes(found.reason)) return;
    expect(found.path).toBeDefined();
    expect(read && shows(read, found), JSON.stringify(found)).toBe(true);
  });

  it('REFLEX-15: says place, value and what is accepted, and everything that is wrong at once', () => {
    const read = parseQuestionnaire({ id: 'é', title: '', questions: 3 });
    const texts = 'faults' in read ? read.faults.map(({ text }) => text) : [];
    expect(texts).toContain(
      '« id » vaut "é" ; valeur acceptée : un code de lettres sans accent, chiffres et tirets, 40 au plus.',
    );
    expect(texts).toContain('« questions » vaut 3 ; valeur acceptée : une liste d’au moins 1.');
    expect(texts).toContain('« levels » manque ; valeur acceptée : une liste d’au moins 1.');
  });

  it('reads back what it is given', () => {
    expect(parseQuestionnaire(JSON.parse(JSON.stringify(heatWaveQuestionnaire)))).toEqual(heatWaveQuestionnaire);
  });

  it('REFLEX-14: finds a lowering exactly when giving every combination by hand finds one', () => {
    let lowered = 0;
    fc.assert(
      fc.property(smallQuestionnaires, (questionnaire) => {
        const faults = validateQuestionnaire(questionnaire);
        const others = faults.filter(({ reason }) => reason !== 'lowers');
        fc.pre(others.length === 0);
        const byHand = worstByHand(questionnaire);
        lowered += byHand === undefined ? 0 : 1;
        expect(faults.length > 0).toBe(byHand !== undefined);
        for (const fault of faults) expect(shows(questionnaire, fault)).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(lowered).toBeGreaterThan(10);
  });
});
