import { describe, expect, it } from 'vitest';
import { assess } from '../../../domain/questionnaire/assess.ts';
import { checkCells } from '../../../domain/questionnaire/check-cells.ts';
import { validateQuestionnaire } from '../../../domain/questionnaire/validate-questionnaire.ts';
import { checkReferralRules } from '../../../domain/referral/check-referral-rules.ts';
import { heatWaveQuestionnaire } from '../../../programmes/reflex/questionnaire.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { begun } from '../../domain/questionnaire/replay.ts';
import { golden } from './golden.ts';

const answersOf = (ranks: string) =>
  Object.fromEntries(
    heatWaveQuestionnaire.questions.flatMap(({ id, answers }, index) => {
      const code = answers[Number(ranks[index])]?.code;
      return code === undefined ? [] : [[id, code]];
    }),
  );

/** Short names of the reasons, as in the golden table: `*` is the rule for those whom no other names, `salle` a wish. */
const short: Readonly<Record<string, string>> = {
  'Signes de mauvais état de santé': 'sanitaire',
  'Logement très chaud ou sans moyen de se rafraîchir': 'fraicheur',
  'Isolement, aide suspendue ou portage nécessaire': 'sociale',
  'Score élevé sans autre motif d’orientation': 'sanitaire*',
  'Souhaite aller dans une salle rafraîchie': 'salle',
  'Coordonnées ou codes d’accès à corriger': 'fichier',
};

describe('the heat-wave questionnaire', () => {
  it('REFLEX-14: is proven, and has at least fifty golden answer sets', () => {
    expect(validateQuestionnaire(heatWaveQuestionnaire)).toEqual([]);
    expect(golden.length).toBeGreaterThanOrEqual(50);
    expect(new Set(golden.map(([, , level]) => level))).toEqual(new Set(['vert', 'jaune', 'orange', 'rouge']));
  });

  it.each(golden)('REFLEX-14: %s scores %i, %s, %s', (ranks, score, level, reasons, callback) => {
    const result = assess(heatWaveQuestionnaire, { ...begun, answers: answersOf(ranks) });
    expect(result).toMatchObject({ state: 'complete', score, level, callback });
    expect(result.referrals.map(({ reason }) => short[reason]).join(' ')).toBe(reasons);
    expect(result.corrections).toEqual(ranks[14] === '1' ? ['Q15'] : []);
    expect(result.alerts).toEqual([
      ...(ranks[1] === '2' ? ['alerte-medicale'] : []),
      ...(ranks[2] === '2' ? ['detresse'] : []),
    ]);
  });

  it('REFLEX-18: names cells and levels that the rules of referrals have', () => {
    expect(checkCells(heatWaveQuestionnaire, referralRules)).toEqual([]);
    const codes = heatWaveQuestionnaire.levels.map(({ code }) => code);
    expect(checkReferralRules(referralRules, codes)).toEqual([]);
  });

  it('says nothing that a synthetic voice cannot read', () => {
    const { questions, opening, advice, emergency, levels } = heatWaveQuestionnaire;
    const texts = [
      ...questions.flatMap((one) => [
        one.text,
        one.thirdPerson,
        one.selfService ?? '',
        ...one.answers.map((a) => a.label),
      ]),
      ...advice.items,
      ...levels.map(({ selfService }) => selfService),
      opening.selfService,
      emergency.selfService,
    ];
    expect(texts.filter((text) => /[·/+–]|\d-\d/.test(text))).toEqual([]);
  });
});
