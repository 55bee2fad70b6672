import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../domain/questionnaire/assess.ts';
import { dryRun } from '../../../domain/questionnaire/dry-run.ts';
import type { Given } from '../../../domain/questionnaire/given.ts';
import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.ts';
import { type Screen, screenOf } from '../../../domain/questionnaire/screen.ts';
import { heatWaveQuestionnaire as heat } from '../../../programmes/reflex/questionnaire.ts';
import { begun } from './replay.ts';

const firstAnswers = Object.fromEntries(heat.questions.map(({ id, answers }) => [id, answers[0]?.code ?? '']));
const screen = (answers: Readonly<Record<string, string>>, changes: Partial<Given> = {}) =>
  screenOf(heat, { ...begun, ...changes, answers }, 'agent');
const asked = (shown: Screen) => (shown.type === 'question' ? shown.question : shown.type);
const only = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, firstAnswers[id] ?? '']));

/** Any answer to any question, some missing. */
const anyAnswers = fc.record(
  Object.fromEntries(
    heat.questions.map(({ id, answers }) => [id, fc.constantFrom(...answers.map(({ code }) => code))]),
  ),
  { requiredKeys: [] },
);

describe('passing a questionnaire', () => {
  it('REFLEX-12: asks who is there, then has the advice ticked as said, then asks the questions', () => {
    const opening = screenOf(heat, { answers: {} }, 'agent');
    expect(opening).toMatchObject({
      type: 'opening',
      choices: [{ code: 'person' }, { code: 'relative' }, { code: 'wrong-number' }],
    });
    const advice = screenOf(heat, { respondent: 'person', answers: firstAnswers }, 'agent');
    expect(advice).toMatchObject({ type: 'advice', tick: 'Les conseils ont été dits' });
    expect(advice.type === 'advice' && advice.items.length).toBeGreaterThan(5);
    expect(assess(heat, { respondent: 'person', answers: firstAnswers }).state).toBe('partial');
    expect(asked(screen({}))).toBe('Q1');
    expect(screenOf(heat, { respondent: 'wrong-number', answers: {} }, 'agent')).toEqual({ type: 'wrong-number' });
  });

  it('REFLEX-12: puts the questions about the person to a relative, and observations to the agent', () => {
    expect(screen({}, { respondent: 'relative' })).toMatchObject({
      text: 'Comment se sent cette personne aujourd’hui ?',
    });
    expect(screen(only('Q1', 'Q2'))).toMatchObject({ question: 'Q3', observed: true });
    const alone = screenOf(heat, { ...begun, answers: only('Q1', 'Q2') }, 'self');
    expect(alone).toMatchObject({ observed: false, text: 'Avez-vous du mal à respirer, ou les idées confuses ?' });
  });

  it('follows branches and counts the questions left', () => {
    expect(screen({})).toMatchObject({ number: 1, of: 16 });
    const before = only('Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8');
    expect(screen({ ...before, Q9: 'non' })).toMatchObject({ question: 'Q11', number: 10, of: 15, previous: 'Q9' });
    expect(screen({ ...before, Q9: 'oui-visite' })).toMatchObject({ question: 'Q10', number: 10, of: 16 });
  });

  it('REFLEX-16: resumes at the question where the last attempt stopped, once it is known who answers', () => {
    const eight = only('Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8');
    const resumed: Given = { adviceSaid: true, answers: eight };
    expect(screenOf(heat, resumed, 'agent').type).toBe('opening');
    expect(asked(screenOf(heat, { ...resumed, respondent: 'person' }, 'agent'))).toBe('Q9');
    expect(assess(heat, resumed)).toMatchObject({ state: 'partial', referrals: [] });
  });

  it('ignores answers that a change of mind leaves aside, and finds them again', () => {
    const serious = { ...firstAnswers, Q9: 'oui-personne', Q10: 'non' };
    expect(assess(heat, { ...begun, answers: serious }).score).toBe(8);
    expect(assess(heat, { ...begun, answers: { ...serious, Q9: 'non' } }).score).toBe(0);
    expect(assess(heat, { ...begun, answers: { ...serious, Q9: 'oui-visite' } }).score).toBe(5);
    expect(assess(heat, { ...begun, answers: { ...serious, Q1: 'inconnu' } }).state).toBe('partial');
  });

  it('goes back to an answered question, and shows what was chosen', () => {
    expect(screenOf(heat, { ...begun, answers: only('Q1', 'Q2') }, 'agent', 'Q1')).toMatchObject({
      question: 'Q1',
      chosen: 'bien',
      number: 1,
    });
    expect(asked(screenOf(heat, { ...begun, answers: only('Q1') }, 'agent', 'Q7'))).toBe('Q2');
  });

  it('REFLEX-14, REFLEX-20: an alert stops it with the emergency text, whatever the sum', () => {
    const stopped = screen({ ...firstAnswers, Q2: 'plusieurs' });
    expect(stopped).toMatchObject({
      type: 'emergency',
      text: 'Urgence vitale : faites appeler le 15 ou le 112, ou transférez l’appel. Restez en ligne.',
      result: {
        state: 'complete',
        score: 12,
        level: 'rouge',
        alerts: ['alerte-medicale'],
        referrals: [{ cell: 'sanitaire' }],
      },
    });
  });

  it('REFLEX-20: the red button at the second question gives the gravest level, and leaves the rest to be asked', () => {
    expect(screen(only('Q1'), { emergency: 'now' }).type).toBe('emergency');
    const pressed: Given = { ...begun, answers: only('Q1'), emergency: 'now' };
    expect(assess(heat, pressed)).toMatchObject({
      state: 'partial',
      level: 'rouge',
      alerts: ['urgence-vitale'],
      referrals: [{ cell: 'sanitaire', reason: 'Urgence vitale signalée pendant l’appel' }],
    });
    expect(asked(screen(only('Q1'), { emergency: 'before' }))).toBe('Q2');
  });

  it('REFLEX-14: whatever the answers and their order, the screens end, and end in a level and a route', () => {
    fc.assert(
      fc.property(anyAnswers, fc.array(fc.nat(3), { minLength: 16, maxLength: 16 }), (kept, ranks) => {
        let answers: Readonly<Record<string, string>> = Object.fromEntries(
          Object.entries(kept).flatMap(([id, code]) => (code === undefined ? [] : [[id, code]])),
        );
        let shown = screen(answers);
        for (let asks = 0; shown.type === 'question'; asks += 1) {
          expect(asks).toBeLessThan(17);
          const choice = shown.choices[(ranks[asks] ?? 0) % shown.choices.length];
          answers = { ...answers, [shown.question]: choice?.code ?? '' };
          shown = screen(answers);
        }
        const result = assess(heat, { ...begun, answers });
        expect(result.state).toBe('complete');
        const level = heat.levels.find(({ code }) => code === result.level);
        expect(level).toBeDefined();
        if (level?.route === 'referral') expect(result.referrals.length).toBeGreaterThan(0);
        if (level?.route === 'callback') expect(result.callback).toBe(true);
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        expect(assess(heat, { ...begun, answers: reversed })).toEqual(result);
      }),
    );
  });
});

describe('REFLEX-15: dry run of a new version on past answers', () => {
  const change = (
    id: string,
    changed: (one: Questionnaire['questions'][number]) => Questionnaire['questions'][number],
  ) => ({
    ...heat,
    questions: heat.questions.map((one) => (one.id === id ? changed(one) : one)),
  });
  const past = [0, 1, 2, 3].map((rank) => {
    const answers = { ...firstAnswers, Q4: heat.questions[3]?.answers[rank]?.code ?? '', Q12: 'non' };
    return { answers, level: assess(heat, { ...begun, answers }).level ?? '' };
  });

  it('shows who would change level when a weight changes', () => {
    expect(past.map(({ level }) => level)).toEqual(['vert', 'vert', 'jaune', 'jaune']);
    expect(dryRun(heat, past)).toMatchObject({ people: 4, changed: 0 });
    const heavier = dryRun(
      change('Q4', (one) => ({ ...one, weight: 3 })),
      past,
    );
    // Scores 5, 7, 10 and 13 become 5, 11, 20 and 29.
    expect(heavier).toEqual({
      people: 4,
      changed: 3,
      incomplete: 0,
      moves: [
        { from: 'jaune', to: 'orange', people: 2 },
        { from: 'vert', to: 'vert', people: 1 },
        { from: 'vert', to: 'jaune', people: 1 },
      ],
    });
  });

  it('tells apart those who would be asked something more', () => {
    const more = change('Q13', (one) => ({ ...one, id: 'Q13b' }));
    expect(dryRun(more, past)).toMatchObject({ people: 4, changed: 4, incomplete: 4 });
  });
});
