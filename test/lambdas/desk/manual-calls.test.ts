import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { callbackEntries } from '../../../domain/callback/callback-entries.ts';
import { dispatch } from '../../../domain/callback/dispatch.ts';
import { learn } from '../../../domain/callback/learn.ts';
import { noFacts } from '../../../domain/callback/number-facts.ts';
import { manualHoldMs } from '../../../domain/manual-call/claim-manual-call.ts';
import { callbackLives } from '../../../domain/report/callback-lives.ts';
import { manualCallsHandler } from '../../../lambdas/manual-calls/handler.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import {
  keyOf,
  MemoryContacts,
  MemoryContent,
  MemoryJournal,
  MemoryRegister,
  memoryPeople,
} from '../../support/calls/memory-ports.ts';
import { apiEvent, context } from '../report/api-event.ts';

const number = '+687751234';
// Friday 4 July 2025, 9:00 in Nouméa.
const nine = '2025-07-03T22:00:00.000Z';
const url = '/api/samps/appels-a-composer';

function openRoom() {
  const [register, journal, content, people] = [
    new MemoryRegister(),
    new MemoryJournal(),
    new MemoryContent(),
    memoryPeople(),
  ];
  const clock = { now: nine };
  const ports = { register, lock: register, people: people.people, content, journal };
  const handler = manualCallsHandler(async () => ({ ports, programmes: { samps }, now: () => clock.now }));
  const { calendar, callbackPolicy } = samps;
  if (callbackPolicy === undefined) throw new Error('samps has a policy');
  const source = {
    ...{ callId: 'call-1', startedAt: '2025-07-03T21:00:00.000Z', endedAt: '2025-07-03T21:05:00.000Z' },
    ...({ day: '2025-07-04', scheme: 'BOURSES', reason: 'abandoned', deadline: '2025-07-07T05:00:00.000Z' } as const),
    ...({ maxAttempts: 3, certainty: 'recorded', revision: '' } as const),
  };
  const dialled: string[] = [];
  return {
    ...{ clock, register, journal, dialled, callbackPolicy },
    /** A call that nobody answered, from where voice is not confirmed; then the dispatcher's minute. */
    async missed() {
      await people.people.add('samps', keyOf(number), number, 'call-1');
      const told = { ...noFacts, sources: [source] };
      const known = await learn(register, 'samps', keyOf(number), told, { calendar, callbackPolicy });
      await journal.append(callbackEntries('samps', keyOf(number), told, known));
    },
    tick: () =>
      dispatch(
        { programme: 'samps', at: clock.now, owner: clock.now, voiceReach: { '+687': 'unconfirmed' } },
        {
          ...{ ...ports, contacts: new MemoryContacts(), turn: { take: async () => true } },
          queues: { now: async () => ({ agentsAvailable: 5, contactsWaiting: 0 }) },
          dialler: {
            async dial({ e164 }) {
              dialled.push(e164);
              return { type: 'dialled', contactId: 'c' };
            },
          },
        },
      ),
    life: () =>
      callbackLives(
        journal.all().filter((entry) => entry.kind === 'callback'),
        clock.now,
      )[0],
    async ask(action?: string, body?: object, userName = 'malia', groups = 'samps:agent') {
      const path = action === undefined ? url : `${url}/${keyOf(number)}/${action}`;
      const pathParameters = { programme: 'samps', ...(action && { action, numberKey: keyOf(number) }) };
      const method = action === undefined ? 'GET' : 'POST';
      const { statusCode, body: said } = await handler(
        apiEvent(path, { method, userName, groups, pathParameters, ...(body && { body: JSON.stringify(body) }) }),
        context,
      );
      return { status: statusCode, answer: JSON.parse(String(said)) };
    },
  };
}

let room: ReturnType<typeof openRoom>;
beforeEach(async () => {
  room = openRoom();
  await room.missed();
  expect((await room.tick()).manual).toBe(1);
});
const end = (attemptId: string, result: string, more: object = {}) => ({
  ...{ attemptId, result, clientId: randomUUID(), ...more },
});

describe('SAMPS-04: a number whose voice reach is not confirmed is dialled by a person (design decision 18)', () => {
  test('it is in the list without its number, is given to one agent only, who alone sees the number', async () => {
    const { answer } = await room.ask();
    expect(answer.calls).toEqual([
      {
        ...{ numberKey: keyOf(number), scheme: 'BOURSES', calls: 1, tries: 0 },
        ...{ since: '2025-07-03T21:00:00.000Z', deadline: '2025-07-07T05:00:00.000Z' },
      },
    ]);
    const both = await Promise.all([room.ask('prendre'), room.ask('prendre', {}, 'leilani')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const taken = both.find(({ status }) => status === 200)?.answer;
    expect(taken.number.replaceAll(/\D/g, '')).toBe('687751234');
    const [winner, loser] = both[0].status === 200 ? ['malia', 'leilani'] : ['leilani', 'malia'];
    expect((await room.ask(undefined, undefined, winner)).answer.calls[0].mine).toEqual(taken);
    expect((await room.ask(undefined, undefined, loser)).answer.calls).toEqual([]);
    expect((await room.ask('issue', end(taken.attemptId, 'busy'), loser)).status).toBe(409);
    expect((await room.ask('prendre', {}, winner, 'samps:client')).status).toBe(403);
  });

  test('an attempt without an answer is journalled, waits the gap of the policy, and three of them are the end', async () => {
    for (const n of [1, 2, 3]) {
      const { answer } = await room.ask('prendre');
      const filed = end(answer.attemptId, 'no-answer');
      expect((await room.ask('issue', filed)).answer).toEqual({ filed: true });
      expect((await room.ask('issue', filed)).status).toBe(200);
      expect((await room.ask()).answer.calls).toEqual([]);
      const told = room.journal.all().filter(({ id }) => id.endsWith('#ended'));
      expect(told).toHaveLength(n);
      room.clock.now = new Date(
        Date.parse(room.clock.now) + room.callbackPolicy.minimumGapMinutes * 60_000,
      ).toISOString();
      expect((await room.ask()).answer.calls).toHaveLength(n === 3 ? 0 : 1);
    }
    expect(room.life()?.state).toBe('not-reached');
    await room.tick();
    expect(room.dialled).toEqual([]);
  });

  test('a person who answers is a callback that reached them, with its motive; without one it is refused', async () => {
    const { answer } = await room.ask('prendre');
    const refused = await room.ask('issue', end(answer.attemptId, 'reached', { scheme: 'BOURSES', motive: 'x' }));
    expect([refused.status, refused.answer.error]).toEqual([409, expect.stringContaining('Le motif vaut « x »')]);
    const motive = samps.motives?.[0]?.code ?? '';
    expect((await room.ask('issue', end(answer.attemptId, 'reached', { scheme: 'BOURSES', motive }))).status).toBe(200);
    expect(room.life()).toMatchObject({ state: 'reached' });
    expect(room.journal.all().filter(({ kind }) => kind === 'wrap-up')).toMatchObject([
      { motive, scheme: 'BOURSES', agent: 'malia', contactId: answer.attemptId },
    ]);
    expect((await room.ask()).answer.calls).toEqual([]);
    expect(JSON.stringify(room.journal.all())).not.toContain('751234');
  });

  test('left in hand too long, it is given to another; at night and past its deadline it is given to nobody', async () => {
    await room.ask('prendre');
    room.clock.now = new Date(Date.parse(nine) + manualHoldMs + 1000).toISOString();
    const { answer, status } = await room.ask('prendre', {}, 'leilani');
    expect(status).toBe(200);
    expect((await room.ask('issue', end(answer.attemptId, 'vanished'), 'leilani')).status).toBe(400);
    room.clock.now = '2025-07-04T12:00:00.000Z';
    expect((await room.ask('prendre')).answer.error).toContain('trop tôt ou trop tard');
    expect((await room.ask()).answer.calls).toEqual([]);
    room.clock.now = '2025-07-07T06:00:00.000Z';
    expect((await room.ask()).answer.calls).toEqual([]);
    expect(await room.register.manualUntil('samps', '2026-01-01T00:00:00.000Z')).toEqual([]);
  });
});
