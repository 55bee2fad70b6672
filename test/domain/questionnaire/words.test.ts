import { describe, expect, it } from 'vitest';
import { checkCells } from '../../../domain/questionnaire/check-cells.ts';
import { checkElements } from '../../../domain/questionnaire/check-elements.ts';
import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.ts';
import { validateQuestionnaire } from '../../../domain/questionnaire/validate-questionnaire.ts';
import { languageElements } from '../../../programmes/suivi/language-elements.ts';
import { questionnaireJ2 as j2 } from '../../../programmes/suivi/questionnaire-j2.ts';
import { referralRules } from '../../../programmes/suivi/referrals.ts';

const at = '2020-10-03T08:00:00.000Z';
const versions = (value: unknown) => ({
  versions: async () => [{ validFrom: '1970-01-01T00:00:00.000Z', hash: 'h', origin: 'seed' as const, value }],
});
const placesOf = (questionnaire: Questionnaire) => validateQuestionnaire(questionnaire).map(({ place }) => place);

describe('what is said of words, facts and territories before a script is published', () => {
  it('ARS-45: every block of text that it inserts is there', async () => {
    const scope = { programme: 'suivi', at };
    expect(await checkElements(j2, scope, versions(languageElements))).toEqual([]);
    const [fault, ...others] = await checkElements(j2, scope, versions(languageElements.slice(1)));
    expect(fault).toMatchObject({ place: '{element:rester-chez-soi}', reason: 'unknown' });
    expect(others).toEqual([]);
    const none = await checkElements(j2, scope, { versions: async () => [] });
    expect(none[0]?.text).toContain('aucune dans ce programme');
  });

  it('ARS-17: nobody jumps over the advice but to the end', () => {
    const jumping = j2.questions.map((one) =>
      one.id === 'signes' ? { ...one, answers: one.answers.map((answer) => ({ ...answer, next: 'besoin' })) } : one,
    );
    expect(placesOf({ ...j2, questions: jumping })).toContain('questions[2].answers[0].next');
    expect(placesOf({ ...j2, advice: { ...j2.advice, before: 'besoin' } })).toContain('advice.before');
    expect(placesOf({ ...j2, advice: { ...j2.advice, before: 'nulle-part' } })).toContain('advice.before');
  });

  it('ARS-21: every answer that stands in the code of a cell names one', () => {
    expect(checkCells(j2, referralRules)).toEqual([]);
    const fewer = { ...referralRules, cells: referralRules.cells.filter(({ code }) => code !== 'ctai-84') };
    expect(new Set(checkCells(j2, fewer).map(({ text }) => /« (ctai-84) »/.exec(text)?.[1]))).toEqual(
      new Set(['ctai-84']),
    );
    const referrals = j2.referrals.map((one) => ({ ...one, cell: 'ctai-{ville}' }));
    expect(placesOf({ ...j2, referrals })).toContain('referrals[0].cell.question');
  });

  it.each([
    ['terms', { terms: [{ name: 'x', question: 'statut', words: { malade: 'y' }, otherwise: 'z' }] }],
    [
      'instructions',
      { instructions: [{ whenAll: [{ question: 'statut', answers: ['x'] }], conduct: 'a', selfService: 'b' }] },
    ],
    [
      'opening.variants',
      { opening: { ...j2.opening, variants: [{ ...j2.opening, when: { question: 'age', answers: ['x'] } }] } },
    ],
  ])('names only questions and answers that are there: %s', (place, change) => {
    expect(placesOf({ ...j2, ...change }).some((one) => one.startsWith(place))).toBe(true);
  });
});
