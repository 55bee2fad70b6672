import { describe, expect, it } from 'vitest';
import type { NumberFacts } from '../../../domain/callback/number-facts.ts';
import { noFacts } from '../../../domain/callback/number-facts.ts';
import type { ContactOrigin } from '../../../domain/desk/contact-origin.ts';
import { type DeskNote, type DeskNotes, withNote } from '../../../domain/desk/desk-notes.ts';
import type { PersonPastPorts } from '../../../domain/desk/person-past.ts';
import type { Question } from '../../../domain/question/question.ts';
import { deskContextHandler } from '../../../lambdas/desk-context/handler.ts';
import type { ApiEvent } from '../../../lambdas/middleware/http.ts';
import { programmes } from '../../../programmes/index.ts';
import { context } from '../../support/calls/events.ts';
import { MemoryContent, MemoryRegister } from '../../support/calls/memory-ports.ts';

const before = '2025-07-03T21:00:00.000Z';
const rang = '2025-07-03T22:00:00.000Z';
const now = '2025-07-03T22:01:00.000Z';

function memoryNotes(): DeskNotes & { readonly kept: Map<string, readonly DeskNote[]> } {
  const kept = new Map<string, readonly DeskNote[]>();
  return {
    kept,
    of: async (programme, holder) => kept.get(`${programme} ${holder}`) ?? [],
    async keep(programme, holder, note) {
      const notes = withNote(kept.get(`${programme} ${holder}`) ?? [], note);
      kept.set(`${programme} ${holder}`, notes);
      return notes.find(({ contactId }) => contactId === note.contactId) ?? note;
    },
  };
}

function desk(attributes: Readonly<Record<string, string>> = {}, past: PersonPastPorts = {}) {
  const notes = memoryNotes();
  const register = new MemoryRegister();
  const questions = new Map<string, Question>();
  const origin = (callId: string): ContactOrigin => ({
    callId,
    initiatedAt: rang,
    attributes: { programme: 'samps', personId: 'p-1', numberKey: 'k-1', scheme: 'BOURSES', ...attributes },
  });
  const contacts = new Map([
    ['c-1', origin('c-1')],
    ['c-2', origin('c-2')],
  ]);
  const handler = deskContextHandler(async () => ({
    ports: {
      origins: async (id) => contacts.get(id),
      content: new MemoryContent(),
      notes,
      register,
      past,
      questions: { find: async (_programme, id) => questions.get(id) },
    },
    programmes,
    now: () => now,
  }));
  const ask = async (method: string, contactId: string | undefined, body?: unknown, groups = 'samps:agent') => {
    const event = {
      body: JSON.stringify(body),
      pathParameters: { programme: 'samps', ...(contactId !== undefined && { contactId }) },
      requestContext: { http: { method }, authorizer: { lambda: { groups, userName: 'malia.taofifenua' } } },
    };
    const answer = await handler(event as unknown as ApiEvent, context);
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? 'null') };
  };
  return { ask, notes, register, questions };
}

const facts: NumberFacts = {
  ...noFacts,
  sources: [
    {
      callId: 'earlier',
      startedAt: before,
      endedAt: before,
      day: '2025-07-04',
      scheme: 'BOURSES',
      reason: 'abandoned',
      deadline: '2025-07-05T05:00:00.000Z',
      maxAttempts: 3,
      certainty: 'recorded',
      revision: before,
    },
  ],
};

describe('COMMON-22: what the desk is told as a contact rings', () => {
  it('names the scheme, the closed lists, and nobody known', async () => {
    const { ask } = desk();
    const { status, body } = await ask('GET', 'c-1');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      contactId: 'c-1',
      scheme: 'BOURSES',
      person: { known: false },
      history: [],
      questions: [],
    });
    expect(body.motives.length).toBeGreaterThan(3);
    expect(body.schemes.at(-1).code).toBe('NON_QUALIFIE');
    expect(body.draft).toBeUndefined();
  });

  it('SAMPS-04: tells the unanswered calls before, and the callback that this call answers', async () => {
    const { ask, register } = desk({ knownPerson: 'yes' });
    await register.write('samps', 'k-1', { facts, version: 1 });
    const { body } = await ask('GET', 'c-1');
    expect(body.person.known).toBe(true);
    expect(body.history).toEqual([
      { at: before, kind: 'unanswered', what: 'A raccroché avant d’avoir un conseiller', scheme: 'Bourses' },
    ]);
    expect(body.callback).toEqual({ calls: 1, since: before, deadline: '2025-07-05T05:00:00.000Z' });
  });

  it('COMMON-22: tells of appointments and of SMS too, the last first, with what became of them', async () => {
    const asked: string[][] = [];
    const { ask } = desk(
      {},
      {
        appointments: {
          ofPerson: async (_, personId) => [
            {
              ...({ appointmentId: 'a', reference: 'r', kind: 'phone', siteId: 's', site: 'Téléphone' } as const),
              ...({ slotAt: '2025-07-04T23:00:00.000Z', minutes: 30, scheme: 'BOURSES', personId } as const),
              ...({ numberKey: 'k-1', state: 'cancelled', texts: false, takenAt: before, takenBy: 'm' } as const),
              revision: 2,
            },
          ],
        },
        texts: {
          log: { of: async () => [{ messageId: 'sms-1', code: 'fiche.bourses-pieces.1', at: rang }] },
          messages: {
            async read(_, ids) {
              asked.push([...ids]);
              return [];
            },
          },
        },
      },
    );
    const { body } = await ask('GET', 'c-1');
    expect(body.history).toEqual([
      { at: rang, kind: 'text', what: 'SMS : pièces à fournir', detail: 'En attente d’envoi' },
      {
        ...{ at: before, kind: 'appointment', what: 'Rendez-vous annulé' },
        ...{ slotAt: '2025-07-04T23:00:00.000Z', detail: 'Téléphone' },
      },
    ]);
    expect(asked).toEqual([['sms-1']]);
  });

  it('COMMON-24: shows in the next call what was written in this one, and SAMPS-23: the answer to tell', async () => {
    const { ask, questions } = desk();
    const written = {
      revision: 2,
      scheme: 'BOURSES',
      motive: 'FORMULAIRE_EN_LIGNE',
      comment: 'Enfant en 3e',
      questionId: 'q-1',
    };
    expect(await ask('PUT', 'c-1', written)).toEqual({ status: 200, body: { revision: 2, savedAt: now } });
    questions.set('q-1', {
      questionId: 'q-1',
      scheme: 'BOURSES',
      text: 'Quel bail ?',
      opened: { at: before, by: 'malia.taofifenua' },
      answered: { at: now, by: 'client', text: 'Celui du parent.' },
    });
    const { body } = await ask('GET', 'c-2');
    expect(body.history[0]).toMatchObject({ kind: 'conversation', comment: 'Enfant en 3e', agent: 'malia.taofifenua' });
    expect(body.history[0].motive).not.toBe('FORMULAIRE_EN_LIGNE');
    expect(body.questions).toEqual([
      { questionId: 'q-1', text: 'Quel bail ?', openedAt: before, answer: 'Celui du parent.' },
    ]);
    expect((await ask('GET', 'c-1')).body.draft).toEqual(written);
  });
});

describe('COMMON-22: what an agent types', () => {
  it('is kept once, whatever the order in which a broken network brings it', async () => {
    const { ask } = desk();
    await ask('PUT', 'c-1', { revision: 3, comment: 'trois' });
    expect((await ask('PUT', 'c-1', { revision: 2, comment: 'deux' })).body.revision).toBe(3);
    expect((await ask('PUT', 'c-1', { revision: 3, comment: 'autre' })).body.revision).toBe(3);
    expect((await ask('GET', 'c-1')).body.draft).toEqual({ revision: 3, comment: 'trois' });
  });

  it('is the next caller’s business only when they are the same person', async () => {
    const { ask, notes } = desk({ numberKey: '' });
    await ask('PUT', 'c-1', { revision: 1, comment: 'numéro masqué' });
    expect([...notes.kept.keys()]).toEqual(['samps call#c-1']);
    expect((await ask('GET', 'c-2')).body.history).toEqual([]);
  });

  it.each([
    [{ revision: 0 }, 'revision'],
    [{ revision: 1, comment: 'x'.repeat(2001) }, 'comment'],
    [{ revision: 1, note: 'x' }, 'note'],
    [{ revision: 1, motive: 4 }, 'motive'],
  ])('is refused in French when it is not a draft: %j', async (body, named) => {
    const { status, body: said } = await desk().ask('PUT', 'c-1', body);
    expect(status).toBe(400);
    expect(said.error).toContain(`« ${named} »`);
  });

  it('COMMON-19: stays in the programme and with its agents', async () => {
    const { ask } = desk({ programme: 'autre' });
    expect((await ask('GET', 'c-1')).status).toBe(404);
    expect((await ask('PUT', 'c-1', { revision: 1 })).status).toBe(404);
    expect((await desk().ask('GET', 'c-1', undefined, 'samps:client')).status).toBe(403);
    expect((await desk().ask('GET', 'inconnu')).status).toBe(404);
  });
});

describe('SAMPS-45: training', () => {
  it('has an invented caller for each reason of the tender, over the lists in force, and keeps nothing', async () => {
    const { ask, notes } = desk();
    const { status, body } = await ask('GET', undefined);
    expect(status).toBe(200);
    const codes = body.motives.map(({ code }: { code: string }) => code);
    const schemes = body.schemes.map(({ code }: { code: string }) => code);
    expect(body.calls.map(({ motive }: { motive: string }) => motive).sort()).toEqual(
      codes.filter((code: string) => code !== 'AUTRE').sort(),
    );
    for (const call of body.calls) expect(schemes).toContain(call.scheme);
    expect(notes.kept.size).toBe(0);
    expect((await ask('GET', undefined, undefined, 'samps:client')).status).toBe(403);
  });
});
