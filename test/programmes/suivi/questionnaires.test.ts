import { describe, expect, it } from 'vitest';
import { assess } from '../../../domain/questionnaire/assess.ts';
import { explore } from '../../../domain/questionnaire/explore.ts';
import { withFacts } from '../../../domain/questionnaire/known-facts.ts';
import { elementsIn, withElements } from '../../../domain/questionnaire/language-element.ts';
import { pathOf } from '../../../domain/questionnaire/moment.ts';
import { parseQuestionnaire } from '../../../domain/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.ts';
import { type Screen, screenOf } from '../../../domain/questionnaire/screen.ts';
import { validateQuestionnaire } from '../../../domain/questionnaire/validate-questionnaire.ts';
import { languageElements } from '../../../programmes/suivi/language-elements.ts';
import { questionnaireJ2 } from '../../../programmes/suivi/questionnaire-j2.ts';
import { questionnaireJ4 } from '../../../programmes/suivi/questionnaire-j4.ts';
import { questionnaireJ7 } from '../../../programmes/suivi/questionnaire-j7.ts';
import { questionnaireJ9 } from '../../../programmes/suivi/questionnaire-j9.ts';

const all = [questionnaireJ2, questionnaireJ4, questionnaireJ7, questionnaireJ9];
const facts = { statut: 'contact', departement: '83', mineur: 'non' };

/** Screens met by someone who gives these answers, and who takes the first answer to what is not named. */
function meet(
  definition: Questionnaire,
  answers: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>> = facts,
): readonly Screen[] {
  const questionnaire = withElements(definition, languageElements);
  let given = withFacts(questionnaire, { answers: {} }, known);
  const screens: Screen[] = [];
  for (let met = 0; met < 40; met += 1) {
    const screen = screenOf(questionnaire, given, 'self');
    screens.push(screen);
    if (screen.type === 'opening') given = { ...given, respondent: 'person' };
    else if (screen.type === 'advice') given = { ...given, adviceSaid: true };
    else if (screen.type === 'question') {
      const code = answers[screen.question] ?? screen.choices[0]?.code ?? '';
      given = { ...given, answers: { ...given.answers, [screen.question]: code } };
    } else return screens;
  }
  throw new Error('the screens do not end');
}

const asked = (screens: readonly Screen[]) =>
  screens.flatMap((screen) => (screen.type === 'question' ? [screen.question] : [screen.type]));
const lastOf = (screens: readonly Screen[]) => {
  const last = screens.at(-1);
  if (last?.type !== 'end' && last?.type !== 'emergency') throw new Error(`it ends in ${last?.type}`);
  return last;
};
const told = (screens: readonly Screen[]) => {
  const last = lastOf(screens);
  return last.type === 'end' ? [last.text, ...(last.instructions ?? [])].join(' ') : last.text;
};

describe('the scripts of the follow-up', () => {
  it.each(all.map((one) => [one.id, one] as const))('%s is proven, and is what its JSON says', (_id, questionnaire) => {
    expect(validateQuestionnaire(questionnaire)).toEqual([]);
    expect(parseQuestionnaire(JSON.parse(JSON.stringify(questionnaire)))).toEqual(questionnaire);
    const codes = languageElements.map(({ code }) => code);
    expect(elementsIn(questionnaire).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('ARS-45: every instruction can be met, and every block of text is inserted somewhere', () => {
    for (const questionnaire of all) {
      const paths = explore(questionnaire).ends.map(
        (end) => new Map(pathOf(end).map((one) => [one.question, one.answer])),
      );
      for (const { whenAll } of questionnaire.instructions ?? []) {
        // A moment is one of many ways to the same place: the answers of the instruction are given by hand.
        const wanted = new Map(whenAll.map(({ question, answers }) => [question, answers[0] ?? '']));
        const status = questionnaire.id === 'j2' && wanted.has('medecin') ? 'case' : 'contact';
        const screens = meet(questionnaire, Object.fromEntries(wanted), { ...facts, statut: status });
        expect(asked(screens)).toEqual(expect.arrayContaining([...wanted.keys()]));
      }
      expect(paths.length).toBeGreaterThan(1);
    }
    const used = new Set(all.flatMap(elementsIn));
    expect(languageElements.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([]);
  });

  it('ARS-17: J2 asks consent first, then has its five steps in order, the fifth by status', () => {
    const hard = { respect: 'difficile', besoin: 'logement', vulnerabilite: 'travail' };
    const steps = ['opening', 'consentement', 'signes', 'advice', 'respect', 'besoin', 'vulnerabilite'];
    expect(asked(meet(questionnaireJ2, hard))).toEqual([...steps, 'test', 'end']);
    const asCase = meet(questionnaireJ2, hard, { ...facts, statut: 'case' });
    expect(asked(asCase)).toEqual([...steps, 'medecin', 'end']);
    const advice = (screens: readonly Screen[]) => screens.find(({ type }) => type === 'advice');
    expect(advice(asCase)).toMatchObject({ text: 'Les consignes de l’isolement :' });
    expect(advice(meet(questionnaireJ2, hard))).toMatchObject({ text: 'Les consignes de la quarantaine :' });
  });

  it('ARS-22: whoever refuses gives a motive of the closed list, and is asked and told nothing else', () => {
    for (const questionnaire of all) {
      const screens = meet(questionnaire, { consentement: 'non', 'motif-refus': 'mefiance' });
      expect(asked(screens)).toEqual(['opening', 'consentement', 'motif-refus', 'end']);
      expect(lastOf(screens).result).toMatchObject({
        state: 'complete',
        level: 'simple',
        effects: [{ effect: 'refused', question: 'motif-refus', answer: 'mefiance' }],
        referrals: [],
      });
      expect(told(screens)).toContain('vous ne recevrez plus ni message ni appel');
    }
  });

  it('ARS-51: severe signs end every script at once with the 15, and the mobile team of the département is told', () => {
    for (const questionnaire of all) {
      const screens = meet(questionnaire, { signes: 'oui' });
      expect(asked(screens)).toEqual(['opening', 'consentement', 'signes', 'emergency']);
      expect(told(screens)).toContain('Appelez le 15 maintenant');
      expect(lastOf(screens).result).toMatchObject({
        state: 'complete',
        level: 'urgence',
        alerts: ['signes-graves'],
        referrals: [{ cell: 'equipe-mobile-83' }],
      });
    }
  });

  it.each(['04', '05', '06', '13', '83', '84'])('ARS-21: a need goes to the cell of département %s', (departement) => {
    const known = { ...facts, departement };
    const j2 = meet(questionnaireJ2, { respect: 'non', besoin: 'courses' }, known);
    expect(lastOf(j2).result.referrals).toEqual([
      { cell: `ctai-${departement}`, reason: 'Besoin de courses ou de repas' },
    ]);
    const j4 = meet(questionnaireJ4, { besoin: 'plusieurs' }, known);
    expect(lastOf(j4).result.referrals.map(({ cell }) => cell)).toEqual([
      `ctai-${departement}`,
      `ctai-${departement}`,
      `equipe-mobile-${departement}`,
    ]);
  });

  it('ARS-08: vulnerability has its reason, and the definition is before the agent', () => {
    const screens = meet(questionnaireJ2, { vulnerabilite: 'personne-a-charge' });
    expect(lastOf(screens).result.effects).toEqual([
      { effect: 'vulnerable', question: 'vulnerabilite', answer: 'personne-a-charge' },
    ]);
    const given = {
      respondent: 'person',
      adviceSaid: true,
      answers: { consentement: 'oui', signes: 'non', respect: 'oui' },
    };
    const questionnaire = withElements(questionnaireJ2, languageElements);
    const screen = screenOf(
      questionnaire,
      withFacts(questionnaire, { ...given, respondent: 'person' }, facts),
      'agent',
    );
    expect(screen).toMatchObject({ text: expect.stringContaining('ne permet pas de respecter la quarantaine') });
  });

  it('ARS-18: J4 says the 15 and the doctor to whom is worse', () => {
    const screens = meet(questionnaireJ4, { etat: 'moins-bien' });
    expect(lastOf(screens).result.level).toBe('medecin');
    expect(told(screens)).toContain('Si vous respirez mal, appelez le 15');
  });

  it.each([
    [
      'negative without symptoms',
      { resultat: 'negatif', symptomes: 'non' },
      'simple',
      'Votre quarantaine se termine',
      [],
    ],
    [
      'negative with symptoms',
      { resultat: 'negatif', symptomes: 'oui' },
      'medecin',
      'joignez un médecin',
      ['symptomatic'],
    ],
    ['positive', { resultat: 'positif' }, 'medecin', 'Restez isolé', []],
    ['not received', { resultat: 'pas-recu' }, 'simple', 'Nous ne vous rappellerons pas', []],
    ['not done', { resultat: 'pas-fait' }, 'simple', 'Nous reprendrons contact', ['not-tested']],
  ])('ARS-19, ARS-32: J7, %s', (_branch, answers, level, words, effects) => {
    const screens = meet(questionnaireJ7, answers);
    const { result } = lastOf(screens);
    expect(result.level).toBe(level);
    expect(told(screens)).toContain(words);
    expect((result.effects ?? []).map(({ effect }) => effect)).toEqual(effects);
    expect(told(screens).includes('7 jours encore')).toBe(words === 'Votre quarantaine se termine');
  });

  it('ARS-20: J9 ends isolation, or sends whoever still has symptoms to a doctor and flags them', () => {
    const asCase = { ...facts, statut: 'case' };
    expect(told(meet(questionnaireJ9, {}, asCase))).toContain('Pendant 7 jours encore');
    const still = lastOf(meet(questionnaireJ9, { symptomes: 'oui' }, asCase));
    expect(still.result).toMatchObject({ level: 'medecin', effects: [{ effect: 'symptomatic' }] });
  });

  it('A-27: of a child the parent is asked who answers, and the questions are in the third person', () => {
    const screens = meet(questionnaireJ9, {}, { ...facts, mineur: 'oui' });
    expect(screens[0]).toMatchObject({ text: 'Ce suivi concerne un enfant. Qui répond à ces questions ?' });
    const parent = { respondent: 'relative', answers: {} } as const;
    expect(screenOf(questionnaireJ9, withFacts(questionnaireJ9, parent, facts), 'self')).toMatchObject({
      text: expect.stringContaining('cette personne'),
    });
  });

  it('asks what the file does not say, and counts only what is asked', () => {
    const unknown = meet(questionnaireJ9, {}, {});
    expect(asked(unknown)).toEqual([
      'opening',
      'consentement',
      'signes',
      'statut',
      'departement',
      'mineur',
      'advice',
      'symptomes',
      'end',
    ]);
    const last = meet(questionnaireJ9, {}).find(
      (screen) => screen.type === 'question' && screen.question === 'symptomes',
    );
    expect(last).toMatchObject({ number: 3, of: 3, previous: 'signes' });
    expect(assess(questionnaireJ9, withFacts(questionnaireJ9, { answers: {} }, facts)).state).toBe('partial');
  });
});
