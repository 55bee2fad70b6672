import { describe, expect, it } from 'vitest';
import type { DeskContext, DeskDraft } from '../../../contracts/desk-context.ts';
import { ApiError } from '../../../web/api/api-client.ts';
import type { DeskApi } from '../../../web/desk/desk-api.ts';
import { DeskStore } from '../../../web/desk/desk-store.ts';
import type { Softphone, SoftphoneContact } from '../../../web/softphone/softphone.ts';
import { SoftphoneStore } from '../../../web/softphone/softphone-store.ts';

/** Time that passes when the test says so. */
function clock() {
  const tasks: { at: number; task: () => void }[] = [];
  let now = 0;
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    later: (ms: number, task: () => void) => {
      const entry = { at: now + ms, task };
      tasks.push(entry);
      return () => void tasks.splice(tasks.indexOf(entry), tasks.includes(entry) ? 1 : 0);
    },
    async pass(ms: number) {
      await settle();
      for (const end = now + ms; ; ) {
        const next = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) {
          now = end;
          return;
        }
        tasks.splice(tasks.indexOf(next), 1);
        now = next.at;
        next.task();
        await settle();
      }
    },
  };
}

function openDesk() {
  const store = new SoftphoneStore();
  const done: string[] = [];
  const phone = {
    get state() {
      return store.state;
    },
    subscribe: (listener: () => void) => store.subscribe(listener),
    async completeAfterCallWork() {
      done.push('complete');
      line(undefined);
    },
  } as Softphone;
  const line = (state: SoftphoneContact['state'] | undefined, contactId = 'c-1') => {
    const { contact: _gone, ...rest } = store.state;
    const contact = { contactId, state, attributes: { programme: 'samps' } } as unknown as SoftphoneContact;
    store.set(state === undefined ? rest : { ...rest, contact });
  };
  const drafts: DeskDraft[] = [];
  const wrapUps: object[] = [];
  const questions: object[] = [];
  const network = { fault: undefined as ApiError | undefined };
  const sent = <T>(list: T[], one: T) => {
    if (network.fault !== undefined) throw network.fault;
    list.push(one);
  };
  const person = { numberKey: 'n-1', known: true };
  const context = {
    person,
    scheme: 'BOURSES',
    schemes: [],
    motives: [],
    history: [],
    questions: [],
  } as unknown as DeskContext;
  const api = {
    context: async () => {
      sent([], undefined);
      return context;
    },
    saveDraft: async (_p: string, _c: string, draft: DeskDraft) => sent(drafts, draft),
    wrapUp: async (_p: string, _c: string, form: object) => sent(wrapUps, form),
    openQuestion: async (_p: string, form: object) => sent(questions, form),
  } as unknown as DeskApi;
  const { later, pass } = clock();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const desk = new DeskStore(phone, ['samps'], { api, later, newId });
  return { desk, line, pass, network, drafts, wrapUps, questions, done };
}

const offline = new ApiError(0, 'Le centre ne répond pas.');

describe('COMMON-22: what an agent types at the desk', () => {
  it('is at the centre within a second, once for a burst of keys', async () => {
    const { desk, line, pass, drafts } = openDesk();
    line('connected');
    await pass(0);
    desk.shown?.keeper.change({ comment: 'a' });
    await pass(100);
    desk.shown?.keeper.change({ comment: 'ab' });
    expect(desk.isUnsaved).toBe(true);
    await pass(700);
    expect(drafts).toEqual([{ revision: 2, comment: 'ab' }]);
    expect(desk.isUnsaved).toBe(false);
  });

  it('is sent again when the network is back, with what was typed meanwhile', async () => {
    const { desk, line, pass, network, drafts } = openDesk();
    line('connected');
    await pass(0);
    network.fault = offline;
    desk.shown?.keeper.change({ comment: 'perdu ?' });
    await pass(5_000);
    expect(desk.shown?.keeper).toMatchObject({ state: 'waiting', fault: 'Le centre ne répond pas.' });
    expect(desk.isUnsaved).toBe(true);
    network.fault = undefined;
    desk.shown?.keeper.change({ motive: 'AUTRE' });
    await pass(9_000);
    expect(drafts.at(-1)).toEqual({ revision: 2, comment: 'perdu ?', motive: 'AUTRE' });
    expect(desk.isUnsaved).toBe(false);
  });

  it('waits as well for whoever has to sign in again, and says what the centre refuses', async () => {
    const { desk, line, pass, network, drafts } = openDesk();
    line('connected');
    await pass(0);
    network.fault = new ApiError(401, 'Votre session a pris fin.');
    desk.shown?.keeper.change({ comment: 'x' });
    await pass(2_000);
    expect(desk.shown?.keeper).toMatchObject({ state: 'waiting', isSignedOut: true });
    network.fault = new ApiError(400, 'Trop long.');
    await pass(9_000);
    expect(desk.shown?.keeper).toMatchObject({ state: 'refused', fault: 'Trop long.' });
    network.fault = undefined;
    desk.shown?.keeper.change({ comment: 'y' });
    await pass(1_000);
    expect(drafts.at(-1)?.comment).toBe('y');
  });
});

describe('COMMON-24: the wrap-up', () => {
  it('asks for the motive, files with the question before it, then frees the agent', async () => {
    const { desk, line, pass, wrapUps, questions, done, drafts } = openDesk();
    line('incoming');
    line('connected');
    await pass(0);
    const work = desk.shown;
    if (work === undefined) throw new Error('no contact on screen');
    expect(work.missing).toBe('Choisissez le motif.');
    work.keeper.change({ motive: 'AUTRE', question: 'Quel bail ?', questionDue: '2025-07-09' });
    expect(work.missing).toBeUndefined();
    line('after-call-work');
    await desk.finish(work);
    const asked = { clientId: 'id-2', scheme: 'BOURSES', text: 'Quel bail ?', contactId: 'c-1' };
    expect(questions).toEqual([{ ...asked, dueOn: '2025-07-09', numberKey: 'n-1' }]);
    expect(wrapUps).toMatchObject([{ clientId: 'id-1', scheme: 'BOURSES', motive: 'AUTRE' }]);
    expect(done).toEqual(['complete']);
    await pass(1_000);
    expect(drafts.at(-1)).toMatchObject({ wrappedUp: true, questionId: 'id-2' });
    expect(desk.shown).toBeUndefined();
  });

  it('is never lost: the contact stays on screen until the centre has it, the same form each time', async () => {
    const { desk, line, pass, network, wrapUps } = openDesk();
    line('connected');
    await pass(0);
    const work = desk.shown;
    work?.keeper.change({ motive: 'AUTRE' });
    line('after-call-work');
    network.fault = offline;
    if (work !== undefined) void desk.finish(work);
    // Connect ends after-call work by itself, and the next call rings.
    line(undefined);
    await pass(4_000);
    expect(work?.filing).toBe('waiting');
    line('incoming', 'c-2');
    await pass(0);
    expect(desk.shown?.contactId).toBe('c-2');
    expect(desk.unfinished).toEqual([work]);
    network.fault = undefined;
    await pass(10_000);
    expect(wrapUps).toHaveLength(1);
    expect(desk.unfinished).toEqual([]);
  });

  it('is not asked of a call that nobody took', async () => {
    const { desk, line, pass } = openDesk();
    line('incoming');
    await pass(0);
    line('missed');
    line(undefined);
    expect(desk.shown).toBeUndefined();
    expect(desk.unfinished).toEqual([]);
  });
});
