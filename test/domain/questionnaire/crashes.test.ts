import { describe, expect, it } from 'vitest';
import type { AnswersForm } from '../../../domain/questionnaire/answers-form.ts';
import type { QuestionnairePorts } from '../../../domain/questionnaire/questionnaire-ports.ts';
import { saveAnswers } from '../../../domain/questionnaire/save-answers.ts';
import { heatWaveQuestionnaire as heat } from '../../../programmes/reflex/questionnaire.ts';
import { questionnaireWorld } from './memory-records.ts';

class Crash extends Error {}

/** The same ports, of which the n-th call dies, before it or after it is done. */
function dying(ports: QuestionnairePorts, n: number, when: 'before' | 'after') {
  const calls = { made: 0 };
  const fragile =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls.made += 1;
      const dies = calls.made === n;
      if (dies && when === 'before') throw new Crash();
      const answer = await call(...args);
      if (dies) throw new Crash();
      return answer;
    };
  const { records, catalogue, content, journal } = ports;
  const fragilePorts: QuestionnairePorts = {
    records: { find: fragile(records.find), keep: fragile(records.keep) },
    catalogue: { inForce: fragile(catalogue.inForce), ofVersion: fragile(catalogue.ofVersion) },
    content: { inForce: (...args) => fragile(() => content.inForce(...args))() },
    journal: { append: fragile((entries) => journal.append(entries)) },
    refer: fragile(ports.refer),
    referEmergency: fragile(ports.referEmergency),
  };
  return { calls, ports: fragilePorts };
}

const answers = Object.fromEntries(heat.questions.map(({ id, answers: all }) => [id, all[1]?.code ?? '']));
const forms: readonly AnswersForm[] = [
  { clientId: 'form-1', revision: 0, respondent: 'relative', adviceSaid: true, answers: { Q1: 'bien' } },
  { clientId: 'form-2', revision: 1, emergency: true, answers: {} },
  { clientId: 'form-3', revision: 2, leave: true, answers: {} },
  { clientId: 'form-4', revision: 3, respondent: 'person', answers },
];

/** Each form is sent until it is answered; the fourth in a later attempt. Answers what is left, and how many calls were made in all. */
async function played(n: number, when: 'before' | 'after') {
  const world = questionnaireWorld(heat);
  const { ports, calls } = dying(world.ports, n, when);
  for (const [index, form] of forms.entries()) {
    for (;;) {
      const scope = {
        programme: 'p',
        attemptId: `canicule_20260706T070000Z-1-r1-${index < 3 ? 1 : 2}`,
        channel: 'agent',
        at: new Date(Date.UTC(2026, 6, 6, 8, index * 10)).toISOString(),
      } as const;
      try {
        await saveAnswers(form, scope, ports);
        break;
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
    }
  }
  const left = {
    records: [...world.records.values()],
    entries: world.journal.all(),
    orders: [...world.orders.values()],
    emergencies: [...world.emergencies.values()],
  };
  return { left, calls: calls.made };
}

describe('answers, when a port dies', () => {
  it('REFLEX-16, REFLEX-20: nothing is lost or doubled, wherever it dies, once the desk sends its form again', async () => {
    const { left, calls } = await played(0, 'before');
    expect(calls).toBeGreaterThan(15);
    expect(left.entries.map((entry) => 'revision' in entry && entry.revision)).toEqual([2, 3, 4]);
    expect(left).toMatchObject({ orders: [{ level: 'rouge' }], emergencies: [{ byThirdParty: true }] });
    for (let n = 1; n <= calls; n += 1) {
      for (const when of ['before', 'after'] as const) {
        expect((await played(n, when)).left, `${when} call ${n}`).toEqual(left);
      }
    }
  });
});
