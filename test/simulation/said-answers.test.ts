import { describe, expect, it } from 'vitest';
import { reflex } from '../../programmes/reflex/programme.ts';
import { saidAnswers } from '../../simulation/said-answers.ts';

const [questionnaire] = reflex.outbound?.questionnaires ?? [];

describe('what is said of a questionnaire', () => {
  it('REFLEX-15/16: whose patience ends with the last question has heard it all, resumed or not', () => {
    if (questionnaire === undefined) throw new Error('Programme reflex has no questionnaire');
    const nothing = { respondent: 'person', adviceSaid: true, answers: {} } as const;
    const first = (_question: string, codes: readonly string[]) => codes[0] ?? '';
    const whole = saidAnswers(questionnaire, nothing, first);
    const count = Object.keys(whole.told).length;
    expect(whole.ended).toBe(true);
    const cut = saidAnswers(questionnaire, nothing, first, count - 1);
    expect(cut.ended).toBe(false);
    expect(saidAnswers(questionnaire, nothing, first, count)).toEqual(whole);
    expect(saidAnswers(questionnaire, { ...nothing, answers: cut.told }, first, 1).ended).toBe(true);
  });
});
