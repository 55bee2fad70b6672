import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { LiveMessage } from '../../../contracts/live.ts';
import { callFacts } from '../../../domain/call/call-facts.ts';
import { learn } from '../../../domain/callback/learn.ts';
import { isAnswerCall } from '../../../domain/question/answer-call.ts';
import type { Question } from '../../../domain/question/question.ts';
import type { ApiEvent } from '../../../lambdas/middleware/http.ts';
import { pendingQuestionsHandler } from '../../../lambdas/pending-questions/handler.ts';
import { wrapUpHandler } from '../../../lambdas/wrap-up/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { context } from '../../support/calls/events.ts';
import { MemoryContacts, MemoryContent, MemoryJournal, MemoryRegister } from '../../support/calls/memory-ports.ts';
import { at, record } from '../../support/calls/records.ts';

const clientId = '3f0c6a52-7c1d-4e9b-9a53-1d9f1b1c2d3e';

function request(
  body: unknown,
  path: Record<string, string>,
  changes: { groups?: string; method?: string } = {},
): ApiEvent {
  const { groups = 'samps:agent', method = 'POST' } = changes;
  const event = {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
    pathParameters: { programme: 'samps', ...path },
    requestContext: {
      http: { method },
      authorizer: { lambda: { groups, userName: groups === '' ? '' : 'malia.taofifenua' } },
    },
  };
  return event as unknown as ApiEvent;
}

function desk(now = at(600)) {
  const journal = new MemoryJournal();
  const register = new MemoryRegister();
  const contacts = new MemoryContacts();
  const content = new MemoryContent();
  const kept = new Map<string, Question>();
  const questions = {
    open: async (_p: string, question: Question) => {
      kept.set(question.questionId, kept.get(question.questionId) ?? question);
      return kept.get(question.questionId) ?? question;
    },
    change: async (_p: string, id: string, change: object) => {
      const question = kept.get(id);
      if (question !== undefined) kept.set(id, { ...change, ...question });
      return kept.get(id);
    },
    find: async (_p: string, id: string) => kept.get(id),
    list: async () => [...kept.values()],
  };
  const clock = { now };
  const pushed: LiveMessage[] = [];
  const parts = async () => ({
    ports: { journal, register, contacts, content, questions },
    programmes,
    now: () => clock.now,
    push: async (message: LiveMessage) => void pushed.push(message),
  });
  const answer = async (result: Promise<APIGatewayProxyStructuredResultV2>) => {
    const { statusCode, body } = await result;
    return { status: statusCode, body: JSON.parse(body ?? 'null') };
  };
  return {
    journal,
    register,
    contacts,
    clock,
    pushed,
    wrapUp: (body: unknown, changes?: { groups?: string }) =>
      answer(wrapUpHandler(parts)(request(body, { contactId: 'c' }, changes), context)),
    question: (body: unknown, path: Record<string, string> = {}, changes?: { groups?: string; method?: string }) =>
      answer(pendingQuestionsHandler(parts)(request(body, path, changes), context)),
  };
}

const inbound = {
  contactId: 'c',
  initialContactId: 'c',
  initiation: 'INBOUND',
  initiatedAt: at(0),
  agentConnectedAt: at(40),
};
const form = { clientId, scheme: 'BOURSES', motive: 'RENDEZ_VOUS' };

describe('wrap-up', () => {
  it('SAMPS-01, COMMON-37: files a wrap-up dated by its contact; sent again later, it is the same entry', async () => {
    const { wrapUp, contacts, journal, clock } = desk();
    contacts.known.set('c', inbound);
    expect(await wrapUp(form)).toMatchObject({ status: 200, body: { contactId: 'c', scheme: 'BOURSES' } });
    clock.now = at(9000);
    expect((await wrapUp(form)).status).toBe(200);
    expect(journal.all()).toEqual([
      {
        kind: 'wrap-up',
        programme: 'samps',
        day: '2025-07-04',
        time: at(40),
        id: `wrap-up#${clientId}`,
        contactId: 'c',
        scheme: 'BOURSES',
        motive: 'RENDEZ_VOUS',
        agent: 'malia.taofifenua',
        revision: 1,
      },
    ]);
  });

  it.each([
    [{ ...form, scheme: undefined }, 'Le champ « scheme » manque'],
    [
      { ...form, scheme: 'LOGEMENT' },
      'Le champ « scheme » vaut « LOGEMENT » ; valeurs acceptées : AIDE_MEDICALE (Aide médicale)',
    ],
    [{ ...form, motive: '' }, 'Le champ « motive » vaut ""'],
    [{ ...form, motive: 'METEO' }, 'valeurs acceptées : FORMULAIRE_EN_LIGNE'],
    [{ ...form, clientId: '1' }, 'Le champ « clientId » vaut "1" ; valeur acceptée : un identifiant UUID.'],
    ['{', 'n’est pas du JSON'],
  ])('SAMPS-01, COMMON-24: refuses %j in French, and files nothing', async (body, error) => {
    const { wrapUp, contacts, journal } = desk();
    contacts.known.set('c', inbound);
    const answer = await wrapUp(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain(error);
    expect(journal.all()).toEqual([]);
  });

  it('refuses who is not an agent of the programme, who is nobody, and a contact Connect does not know', async () => {
    const { wrapUp } = desk();
    expect((await wrapUp(form, { groups: 'reflex:agent samps:client' })).status).toBe(403);
    expect((await wrapUp(form, { groups: '' })).status).toBe(401);
    expect(await wrapUp(form, { groups: 'samps:supervisor' })).toMatchObject({ status: 404 });
  });

  it('a person dialled by hand and spoken to closes their callback', async () => {
    const { wrapUp, contacts, register, journal } = desk();
    const rules = { calendar: samps.calendar, callbackPolicy: samps.callbackPolicy };
    const told = callFacts(record('u', 0, 60), { startedAt: at(0), initiation: 'INBOUND' }, rules);
    await learn(register, 'samps', 'K', { ...told, channel: 'manual' }, rules);
    contacts.known.set('c', { ...inbound, initiation: 'OUTBOUND', initiatedAt: at(300), agentConnectedAt: at(310) });
    await wrapUp({ ...form, callbackId: 'cb-u', numberKey: 'K' });
    const changes = journal.all().flatMap((entry) => (entry.kind === 'callback' ? [entry.change] : []));
    expect(changes).toMatchObject([
      { type: 'resolved', resolution: 'reached' },
      { type: 'attempt', result: 'reached' },
    ]);
  });
});

describe('SAMPS-23: pending questions', () => {
  const question = { clientId, scheme: 'BOURSES', text: 'Quand ouvre la campagne ?' };

  it('opened, answered by the client, closed: three entries, each at its first moment however often it is sent', async () => {
    const { question: send, journal, clock } = desk(at(0));
    expect(await send(question)).toMatchObject({ status: 200, body: { questionId: clientId } });
    for (const [second, action, groups] of [
      [100, 'answer', 'samps:client'],
      [200, 'close', 'samps:agent'],
    ] as const) {
      clock.now = at(second);
      const path = { questionId: clientId, action };
      expect((await send({ text: 'En mai.' }, path, { groups })).status).toBe(200);
      clock.now = at(second + 50);
      await send({ text: 'En juin.' }, path, { groups });
    }
    await send(question);
    expect(journal.all().map((entry) => entry.kind === 'question' && [entry.change, entry.time])).toEqual([
      ['opened', at(0)],
      ['answered', at(100)],
      ['closed', at(200)],
    ]);
    expect((await send('', {}, { method: 'GET' })).body).toMatchObject({ questions: [] });
  });

  it('whoever waits for an answer is called back with it, once, however often it is answered', async () => {
    const { question: send, register, clock } = desk(at(0));
    await send({ ...question, numberKey: 'key-of-the-person', dueOn: '2025-07-04' });
    expect((await register.read('samps', 'key-of-the-person')).facts.sources).toEqual([]);
    const answer = { questionId: clientId, action: 'answer' };
    for (const second of [100, 150]) {
      clock.now = at(second);
      await send({ text: 'En mai.' }, answer, { groups: 'samps:client' });
    }
    const { facts, next } = await register.read('samps', 'key-of-the-person');
    expect(facts.sources).toMatchObject([{ reason: 'answer', scheme: 'BOURSES', startedAt: at(100) }]);
    expect(next).toMatchObject({ at: at(100) });
    expect(isAnswerCall(next?.callbackId ?? '')).toBe(true);
  });

  it('nobody is called with an answer they were told already, nor without wishing it', async () => {
    const { question: send, register } = desk(at(0));
    await send({ ...question, numberKey: 'told' });
    await send({}, { questionId: clientId, action: 'close' });
    await send({ text: 'En mai.' }, { questionId: clientId, action: 'answer' }, { groups: 'samps:client' });
    const another = '5a0c6a52-7c1d-4e9b-9a53-1d9f1b1c2d3e';
    await send({ ...question, clientId: another });
    await send({ text: 'En mai.' }, { questionId: another, action: 'answer' }, { groups: 'samps:client' });
    expect((await register.read('samps', 'told')).facts.sources).toEqual([]);
  });

  it('refuses an answer wished for a day that is over, or that does not exist', async () => {
    const { question: send } = desk(at(0));
    expect(await send({ ...question, dueOn: '2025-07-03' })).toMatchObject({ status: 400 });
    expect((await send({ ...question, dueOn: '2025-02-30' })).body.error).toContain('un jour, AAAA-MM-JJ');
  });

  it('COMMON-44: tells the pages that are open that a question came, and only then', async () => {
    const { question: send, pushed } = desk();
    await send({ ...question, text: 'Rappeler le 25 12 34' });
    expect(pushed).toEqual([]);
    await send(question);
    expect(pushed).toEqual([{ programme: 'samps', topic: 'questions', at: expect.any(String) }]);
  });

  it('refuses a phone number in the text, an unknown scheme, an unknown action and an unknown question', async () => {
    const { question: send } = desk();
    expect(await send({ ...question, text: 'Rappeler le 25 12 34' })).toMatchObject({ status: 400 });
    expect((await send({ ...question, scheme: 'LOGEMENT' })).body.error).toContain('valeurs acceptées : AIDE_MEDICALE');
    expect((await send({}, { questionId: clientId, action: 'sing' })).status).toBe(404);
    expect((await send({}, { questionId: clientId, action: 'close' })).status).toBe(404);
  });
});
