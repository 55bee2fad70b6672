import { describe, expect, it } from 'vitest';
import { type AnswersForm, parseAnswersForm } from '../../../domain/questionnaire/answers-form.ts';
import { deskView } from '../../../domain/questionnaire/desk-view.ts';
import { saveAnswers } from '../../../domain/questionnaire/save-answers.ts';
import { standingOf } from '../../../domain/questionnaire/standing.ts';
import { heatWaveQuestionnaire as heat } from '../../../programmes/reflex/questionnaire.ts';
import { questionnaireWorld } from './memory-records.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 6, 6, 8, minute)).toISOString();
const attempt = (n: number) => `canicule_20260706T070000Z-1-r1-${n}`;
const firstAnswers = Object.fromEntries(heat.questions.map(({ id, answers }) => [id, answers[0]?.code ?? '']));
const only = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, firstAnswers[id] ?? '']));
const eight = only('Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8');

let forms = 0;
const form = (revision: number, told: Partial<AnswersForm> = {}): AnswersForm => {
  forms += 1;
  const clientId = `00000000-0000-4000-8000-${String(forms).padStart(12, '0')}`;
  return { clientId, revision, answers: {}, ...told };
};

function world() {
  const made = questionnaireWorld(heat);
  const scope = (minute: number, n = 1) =>
    ({ programme: 'p', attemptId: attempt(n), channel: 'agent', at: at(minute) }) as const;
  return {
    ...made,
    scope,
    save: (told: AnswersForm, minute: number, n = 1) => saveAnswers(told, scope(minute, n), made.ports),
    view: async (n = 1) => {
      const standing = await standingOf(scope(0, n), made.ports);
      if (standing === undefined) throw new Error('no standing');
      return deskView(standing);
    },
  };
}

describe('answers of a person in a cycle', () => {
  it('REFLEX-16: interrupted at question 9 it is partial; resumed there at the next attempt, complete once', async () => {
    const { save, view, journal, orders } = world();
    await save(form(0, { respondent: 'person', adviceSaid: true, answers: eight }), 0);
    expect(journal.all()).toEqual([]);
    await save(form(1, { leave: true }), 1);
    expect(journal.all()).toMatchObject([{ kind: 'questionnaire', state: 'partial', revision: 2, answers: eight }]);
    expect(journal.all()[0]).not.toHaveProperty('level');
    expect(await view(2)).toMatchObject({ revision: 2, screen: { type: 'opening' } });
    await save(form(2, { respondent: 'person' }), 300, 2);
    expect(await view(2)).toMatchObject({ screen: { type: 'question', question: 'Q9', number: 9 } });
    const rest = Object.fromEntries(Object.entries(firstAnswers).filter(([id]) => !(id in eight)));
    await save(form(3, { answers: rest }), 301, 2);
    expect(journal.all().map((entry) => 'state' in entry && entry.state)).toEqual(['partial', 'partial', 'complete']);
    expect(journal.all().at(-1)).toMatchObject({
      id: 'questionnaire#canicule_20260706T070000Z-1-r1#4',
      day: '2026-07-07',
      subject: 'r1',
      campaign: 'canicule_20260706T070000Z',
      cycle: 1,
      attemptId: attempt(2),
      score: 0,
      level: 'vert',
      alerts: [],
      byThirdParty: false,
    });
    expect([...orders.values()]).toMatchObject([{ level: 'vert', reasons: [] }]);
  });

  it('COMMON-37: a form sent again, even after the next ones failed, changes nothing', async () => {
    const { save, ports, journal, orders, records } = world();
    const all = form(0, { respondent: 'person', adviceSaid: true, answers: { ...firstAnswers, Q15: 'non' } });
    const { journal: kept, ...others } = ports;
    const broken = { ...others, journal: { append: async () => Promise.reject(new Error('journal away')) } };
    const scope = { programme: 'p', attemptId: attempt(1), channel: 'agent', at: at(0) } as const;
    await expect(saveAnswers(all, scope, broken)).rejects.toThrow('journal away');
    await save(all, 5);
    await save(all, 9);
    expect(journal.all()).toHaveLength(1);
    expect(journal.all()).toMatchObject([{ time: at(0), corrections: ['Q15'] }]);
    expect(orders.size).toBe(1);
    expect([...records.values()]).toMatchObject([{ revision: 1, savedAt: at(0) }]);
    expect(kept).toBe(journal);
  });

  it('REFLEX-33: a form whose first sending was kept, and its answer lost, is kept once', async () => {
    const { ports, journal, scope } = world();
    const { records } = ports;
    // What the SDK does when the connection breaks: the same write again, whose condition no longer holds.
    const keep: typeof records.keep = async (...write) => (await records.keep(...write)) && records.keep(...write);
    const told = form(0, { respondent: 'person', adviceSaid: true, answers: only('Q1'), leave: true });
    const answer = await saveAnswers(told, scope(0), { ...ports, records: { ...records, keep } });
    expect(answer).toMatchObject({ type: 'saved', standing: { record: { revision: 1 } } });
    expect(journal.all()).toHaveLength(1);
  });

  it('refuses a form written over an older revision, and shows what there is', async () => {
    const { save } = world();
    await save(form(0, { respondent: 'person', adviceSaid: true, answers: only('Q1') }), 0);
    const late = await save(form(0, { answers: { Q1: 'mal' } }), 1);
    expect(late).toMatchObject({ type: 'outrun', standing: { record: { revision: 1, answers: { Q1: 'bien' } } } });
  });

  it('REFLEX-20: the red button at question 2 refers at once, once, without the rest', async () => {
    const { save, emergencies, orders, journal } = world();
    await save(form(0, { respondent: 'person', adviceSaid: true, answers: only('Q1') }), 0);
    const pressed = await save(form(1, { emergency: true }), 1);
    expect(pressed).toMatchObject({ type: 'saved', created: [{ cell: 'sanitaire', level: 'rouge' }] });
    await save(form(2, { answers: only('Q2') }), 2);
    expect([...emergencies.values()]).toMatchObject([{ subject: 'r1', contactId: attempt(1), at: at(1) }]);
    expect(orders.size).toBe(0);
    expect(journal.all()[0]).toMatchObject({ state: 'partial', level: 'rouge', alerts: ['urgence-vitale'] });
  });

  it('REFLEX-16, REFLEX-34: who rings back again after the red button of another ring-back can complete it', async () => {
    const { save, journal } = world();
    const pressed = { respondent: 'person', adviceSaid: true, emergency: true, contactId: 'first-ring' } as const;
    await save(form(0, pressed), 0, 0);
    const again = { respondent: 'person', adviceSaid: true, answers: firstAnswers, contactId: 'second-ring' } as const;
    await save(form(1, again), 300, 0);
    expect(journal.all().map((entry) => 'state' in entry && entry.state)).toEqual(['partial', 'complete']);
  });

  it('REFLEX-14: an alert ends it and names its cell; answers of a third party are marked', async () => {
    const { save, orders, journal } = world();
    const answers = { ...only('Q1'), Q2: 'plusieurs' };
    await save(form(0, { respondent: 'relative', adviceSaid: true, answers }), 0);
    expect([...orders.values()]).toMatchObject([
      { level: 'rouge', score: 12, byThirdParty: true, reasons: [{ cell: 'sanitaire' }] },
    ]);
    expect(journal.all()).toMatchObject([{ state: 'complete', alerts: ['alerte-medicale'], byThirdParty: true }]);
  });

  it('REFLEX-14: who began with a version ends with it, whatever is published meanwhile', async () => {
    const { save, publish, view, journal } = world();
    await save(form(0, { respondent: 'person', adviceSaid: true, answers: eight }), 0);
    const { version } = (await view()).questionnaire;
    publish({ ...heat, title: 'Autre', questions: heat.questions.toReversed(), hardRules: [] });
    expect((await view()).questionnaire).toEqual({ id: 'canicule', version, title: heat.title });
    await save(form(1, { answers: { ...firstAnswers, Q8: 'non', Q4: 'aucun' } }), 1);
    expect(journal.all()).toMatchObject([{ version, score: 14, level: 'jaune', callback: true }]);
  });

  it('design decision 16: keeps the comment with the person, out of the record and the journal', async () => {
    const { save, ports, records, journal } = world();
    await save(form(0, { respondent: 'person', adviceSaid: true, comment: 'Parle peu.', answers: firstAnswers }), 0);
    const key = { campaign: 'canicule_20260706T070000Z', cycle: 1, recipientId: 'r1' };
    expect(await ports.comments?.of('p', key)).toBe('Parle peu.');
    // Neither in the journal nor in the record: it is forgotten with the person.
    expect(JSON.stringify([journal.all(), [...records]])).not.toContain('Parle');
  });

  it('knows no attempt that is of no campaign', async () => {
    const { ports } = world();
    const scope = { programme: 'p', attemptId: 'callback-1', channel: 'agent', at: at(0) } as const;
    expect(await saveAnswers(form(0), scope, ports)).toEqual({ type: 'unknown-attempt' });
  });

  it.each([
    [{ answers: { Q1: 'bof' } }, 'Le champ « answers.Q1 » vaut « bof » ; valeurs acceptées : bien (Bien), moyen'],
    [{ answers: { Q99: 'bien' } }, 'Le champ « answers.Q99 » n’est pas une question ; valeurs acceptées : Q1, Q2'],
  ])('refuses %j in French', async (told, fault) => {
    const { save, records } = world();
    expect(await save(form(0, told), 0)).toMatchObject({ type: 'refused', fault: expect.stringContaining(fault) });
    expect(records.size).toBe(0);
  });

  it.each([
    [{ revision: -1 }, 'Le champ « revision » vaut -1'],
    [{ revision: 0, respondent: 'voisin' }, 'valeur acceptée : person, relative, wrong-number'],
    [{ revision: 0, adviceSaid: 'oui' }, 'Le champ « adviceSaid » vaut "oui"'],
    [{ revision: 0, answers: { Q1: 2 } }, 'Le champ « answers.Q1 » vaut 2'],
    [{ revision: 0, comment: 'Appeler le 06 12 34 56 78' }, 'sans nom ni numéro'],
    [{ revision: 0, score: 3 }, 'Le champ « score » n’existe pas'],
  ])('reads %j as a fault', (told, fault) => {
    const read = parseAnswersForm({ clientId: '3f0c6a52-7c1d-4e9b-9a53-1d9f1b1c2d3e', ...told });
    expect(read).toMatchObject({ fault: expect.stringContaining(fault) });
  });
});
