import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswersForm } from '../../domain/questionnaire/answers-form.ts';
import type { Given } from '../../domain/questionnaire/given.ts';
import { attributesOf, keypadAttributes } from '../../domain/questionnaire/keypad-answers.ts';
import { withFacts } from '../../domain/questionnaire/known-facts.ts';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import type { Channel } from '../../domain/questionnaire/questionnaire-record.ts';
import { saveAnswers } from '../../domain/questionnaire/save-answers.ts';
import { validateQuestionnaire } from '../../domain/questionnaire/validate-questionnaire.ts';
import { checkedFlow } from '../../lib/contact-centre/flow-check.ts';
import { FlowFileError } from '../../lib/contact-centre/flow-file.ts';
import { keypadModule } from '../../lib/contact-centre/keypad-module.ts';
import { heatWaveQuestionnaire as heat } from '../../programmes/reflex/questionnaire.ts';
import { questionnaires } from '../../programmes/suivi/questionnaires.ts';
import { smallQuestionnaires } from '../domain/questionnaire/by-hand.ts';
import { questionnaireWorld } from '../domain/questionnaire/memory-records.ts';
import { byAgent, byKeypad, byWeb, type Person } from './channels.ts';

/** What the journal keeps of answers given through a channel, but for the channel's name. */
async function recordOf(questionnaire: Questionnaire, given: Given, channel: Channel) {
  const { ports, journal, orders } = questionnaireWorld(questionnaire);
  const { respondent, adviceSaid = false, answers } = given;
  const told = { ...(respondent !== undefined && { respondent }), adviceSaid, answers };
  const form: AnswersForm = { clientId: 'form-1', revision: 0, leave: true, ...told };
  const scope = {
    programme: 'p',
    attemptId: 'canicule_20260706T070000Z-1-r1-1',
    channel,
    at: '2026-07-06T08:00:00.000Z',
  };
  await saveAnswers(form, scope, ports);
  return { orders: [...orders.values()], entries: journal.all().map((entry) => ({ ...entry, channel: 'any' })) };
}

const anyPerson = (questionnaire: Questionnaire): fc.Arbitrary<Person> =>
  fc
    .record({
      respondent: fc.constantFrom('person' as const, 'relative' as const),
      ranks: fc.array(fc.nat(5), { minLength: 16, maxLength: 16 }),
      leavesAt: fc.option(fc.nat(15), { nil: undefined, freq: 2 }),
    })
    .map(({ respondent, ranks, leavesAt }) => ({
      respondent,
      answer: (id) => {
        const index = questionnaire.questions.findIndex((one) => one.id === id);
        const answers = questionnaire.questions[index]?.answers ?? [];
        return index === leavesAt ? undefined : answers[(ranks[index] ?? 0) % answers.length]?.code;
      },
    }));

const nobody: Given = { answers: {} };
const always = (codes: Readonly<Record<string, string>>): Person => ({
  respondent: 'person',
  answer: (id) => codes[id] ?? heat.questions.find((one) => one.id === id)?.answers[0]?.code,
});

/** What a call starts with when the file answers some questions. */
const attributesOfFacts = ({ answers }: Given) =>
  Object.fromEntries(Object.entries(answers).map(([id, code]) => [keypadAttributes.answer(id), code]));

describe('COMMON-39: one questionnaire, three channels', () => {
  it('gives the same record for the same answers, whoever answers and wherever they stop', async () => {
    await fc.assert(
      fc.asyncProperty(anyPerson(heat), async (person) => {
        const agent = await recordOf(heat, byAgent(heat, person, nobody), 'agent');
        expect(await recordOf(heat, byWeb(heat, person, nobody), 'web')).toEqual(agent);
        expect(await recordOf(heat, byKeypad(heat, person).given, 'keypad')).toEqual(agent);
        expect(agent.entries).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('does so for questionnaires with jumps, skips and rules over two questions', async () => {
    const anything = smallQuestionnaires
      .filter((questionnaire) => validateQuestionnaire(questionnaire).length === 0)
      .chain((questionnaire) => anyPerson(questionnaire).map((person) => ({ questionnaire, person })));
    await fc.assert(
      fc.asyncProperty(anything, async ({ questionnaire, person }) => {
        const agent = await recordOf(questionnaire, byAgent(questionnaire, person, nobody), 'agent');
        const { given } = byKeypad(questionnaire, person);
        expect(await recordOf(questionnaire, byWeb(questionnaire, person, nobody), 'web')).toEqual(agent);
        expect(await recordOf(questionnaire, given, 'keypad')).toEqual(agent);
      }),
      { numRuns: 60 },
    );
  });

  it('does so for the scripts of the follow-up, whatever their files say (ARS-13)', async () => {
    const known = fc.subarray([
      ['statut', 'case'],
      ['departement', '83'],
      ['mineur', 'oui'],
    ] as const);
    const anyone = fc
      .constantFrom(...questionnaires)
      .chain((questionnaire) =>
        fc.record({ person: anyPerson(questionnaire), known, questionnaire: fc.constant(questionnaire) }),
      );
    await fc.assert(
      fc.asyncProperty(anyone, async ({ questionnaire, person, known }) => {
        const start = withFacts(questionnaire, nobody, Object.fromEntries(known));
        const agent = await recordOf(questionnaire, byAgent(questionnaire, person, start), 'agent');
        const { given } = byKeypad(questionnaire, person, attributesOfFacts(start));
        expect(await recordOf(questionnaire, byWeb(questionnaire, person, start), 'web')).toEqual(agent);
        expect(await recordOf(questionnaire, given, 'keypad')).toEqual(agent);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [true, 'emergency', 'Q9'],
    [false, 'complete', 'Q16'],
  ])(
    'REFLEX-14: an alert over two questions that stops (%s) ends by keypad in %s after %s, as elsewhere',
    async (stop, end, last) => {
      const whenAll = [
        { question: 'Q1', answers: ['mal'] },
        { question: 'Q9', answers: ['oui-personne'] },
      ];
      const questionnaire = {
        ...heat,
        hardRules: [...heat.hardRules, { alert: 'seule-et-mal', label: 'Seule et mal', whenAll, level: 'rouge', stop }],
      };
      const person = always({ Q1: 'mal', Q9: 'oui-personne' });
      const { given, attributes } = byKeypad(questionnaire, person);
      expect(attributes['questionnaireEnd']).toBe(end);
      expect(Object.keys(given.answers).at(-1)).toBe(last);
      const agent = await recordOf(questionnaire, byAgent(questionnaire, person, nobody), 'agent');
      expect(agent.entries).toMatchObject([{ alerts: ['seule-et-mal'], level: 'rouge', state: 'complete' }]);
      expect(await recordOf(questionnaire, given, 'keypad')).toEqual(agent);
      expect(await recordOf(questionnaire, byWeb(questionnaire, person, nobody), 'web')).toEqual(agent);
    },
  );

  it('REFLEX-16: what one channel left, another finishes, without asking again', () => {
    fc.assert(
      fc.property(anyPerson(heat), fc.nat(12), (person, rank) => {
        const leaving = {
          ...person,
          answer: (id: string) => (id === heat.questions[rank]?.id ? undefined : person.answer(id)),
        };
        const begun = byAgent(heat, leaving, nobody);
        const { attributes, heard, given } = byKeypad(heat, person, attributesOf(heat, begun));
        expect(given.answers).toEqual(byAgent(heat, person, begun).answers);
        expect(attributes['questionnaireEnd']).not.toBe(undefined);
        const asked = heat.questions.filter(({ thirdPerson, text, selfService = text }) =>
          heard.some((words) => [thirdPerson, selfService].some((one) => words.startsWith(one.replaceAll('’', "'")))),
        );
        expect(asked.filter(({ id }) => id in begun.answers)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the keypad module', () => {
  it('is what Amazon Connect accepts, and fits in a flow', () => {
    const file = keypadModule('reflex', heat);
    expect(file.name).toBe('reflex/questionnaire-canicule');
    expect(checkedFlow(file).actions.size).toBeLessThan(250);
    expect(JSON.stringify(file.content).length).toBeLessThan(200_000);
  });

  it('says how it ended', () => {
    expect(byKeypad(heat, always({})).attributes['questionnaireEnd']).toBe('complete');
    const urgent = byKeypad(heat, always({ Q2: 'plusieurs' }));
    expect(urgent.attributes['questionnaireEnd']).toBe('emergency');
    expect(urgent.heard.at(-1)).toContain('Appelez le 15 ou le 112 maintenant.');
    const wrong = byKeypad(heat, always({}), {}, (block) => (block === 'qui-repond' ? undefined : '7'));
    expect(wrong.attributes['questionnaireEnd']).toBe('partial');
  });

  it('says a question again at 9 and after a silence, and gives up after three misunderstandings', () => {
    const repeated = byKeypad(heat, always({}), {}, (block, visit) =>
      block === 'Q4-personne' && visit < 2 ? (['9', 'silence'] as const)[visit] : undefined,
    );
    expect(repeated.heard.filter((words) => words.startsWith("Combien de verres d'eau"))).toHaveLength(3);
    expect(repeated.attributes['questionnaireEnd']).toBe('complete');
    const lost = byKeypad(heat, always({}), {}, (block) => (block === 'Q4-personne' ? '7' : undefined));
    expect(lost.heard.filter((words) => words.startsWith("Combien de verres d'eau"))).toHaveLength(3);
    expect(lost.attributes).toMatchObject({ questionnaireEnd: 'partial', questionnaireAnswer_Q3: 'non' });
  });

  it('REFLEX-14: is not made from a questionnaire that is not proven', () => {
    expect(() => keypadModule('p', { ...heat, levels: heat.levels.slice(1) })).toThrow(FlowFileError);
  });
});
