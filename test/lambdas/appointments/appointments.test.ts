import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { handDueAppointments } from '../../../domain/appointment/hand-due-appointments.ts';
import { dispatch } from '../../../domain/callback/dispatch.ts';
import { learn } from '../../../domain/callback/learn.ts';
import { noFacts } from '../../../domain/callback/number-facts.ts';
import { identify } from '../../../domain/caller/identify.ts';
import { daily } from '../../../domain/report/daily.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { appointmentRoom } from '../../support/appointment/appointment-room.ts';
import { keyOf, MemoryContacts, MemoryRegister } from '../../support/calls/memory-ports.ts';

const url = '/api/samps/rendez-vous';
// Friday 4 July 2025 in Nouméa.
const [nine, ten] = ['2025-07-03T22:00:00.000Z', '2025-07-03T23:00:00.000Z'];
let room: ReturnType<typeof appointmentRoom>;
beforeEach(() => {
  room = appointmentRoom();
});
const form = (more: object = {}) => ({
  ...{ appointmentId: randomUUID(), siteId: 'cms-bourail', slotAt: nine, scheme: 'BOURSES', phone: '75 12 34' },
  ...{ lastName: 'WAMYTAN', firstName: 'Élie', texts: false, contactId: 'call-1', ...more },
});
const book = (more: object = {}) => room.ask(url, { post: form(more) });

describe('SAMPS-16, SAMPS-24, SAMPS-26: appointments at the desk', () => {
  test('both kinds are booked in one call, and the person has them', async () => {
    const site = await book();
    const phone = await book({ siteId: 'telephone', slotAt: ten });
    expect([site.status, phone.status]).toEqual([200, 200]);
    expect([site.answer.kind, phone.answer.kind]).toEqual(['on-site', 'phone']);
    const { answer } = await room.ask(url, { query: { numero: keyOf('+687751234') } });
    expect(answer.appointments.map(({ site: name }: { site: string }) => name)).toEqual([
      'Centre médico-social, Bourail',
      'Accompagnement numérique par téléphone',
    ]);
    expect([answer.from, answer.to]).toEqual(['2025-07-03', '2025-08-01']);
    // Nobody is named but under their own key.
    expect(JSON.stringify([...room.appointments.kept.values(), ...room.journal.all()])).not.toMatch(/WAMYTAN|751234/);
  });

  test('two agents on the last place at once: one success, one clear refusal; the same booking sent again is one', async () => {
    const answers = await Promise.all([book(), book({ phone: '75 12 35' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.answer.error).toContain('vient d’être pris');
    const again = form({ slotAt: ten });
    expect(await room.ask(url, { post: again })).toEqual(await room.ask(url, { post: again }));
    expect(room.journal.all()).toHaveLength(2);
    const { answer } = await room.ask('/api/samps/creneaux', { query: { site: 'cms-bourail', jour: '2025-07-04' } });
    expect(answer.slots.find(({ at }: { at: string }) => at === nine).free).toBe(0);
  });

  test('a slot that vanished, is too soon, too far or on a closed day is refused in French, and nothing is kept', async () => {
    for (const [more, words] of [
      [{ slotAt: '2025-07-03T22:10:00.000Z' }, 'n’existe plus'],
      [{ slotAt: '2025-07-02T22:15:00.000Z' }, 'moins de 30 minutes'],
      [{ slotAt: '2025-10-03T22:00:00.000Z' }, 'hors des 30 jours'],
      [{ slotAt: '2025-07-04T22:00:00.000Z' }, 'n’existe plus'],
      [{ siteId: 'ailleurs' }, 'ne donne pas de rendez-vous'],
      [{ scheme: 'LOGEMENT' }, '« LOGEMENT » est inconnue'],
    ] as const) {
      const { status, answer } = await book(more);
      expect([status, String(answer.error).includes(words)], answer.error).toEqual([409, true]);
    }
    expect((await book({ phone: '12' })).status).toBe(400);
    expect((await book({ lastName: ' ' })).answer.error).toContain('Le nom et le prénom');
    expect((await room.ask(url, { post: form(), groups: 'samps:client' })).status).toBe(403);
    expect(room.journal.all()).toEqual([]);
  });

  test('is moved and cancelled: places are freed, and the workbook of the day counts them by place and scheme', async () => {
    const { answer } = await book();
    const to = (slotAt: string) =>
      room.ask(`${url}/${answer.appointmentId}/deplacer`, { post: { siteId: 'cms-bourail', slotAt } });
    expect((await to(ten)).answer.slotAt).toBe(ten);
    expect((await book({ phone: '75 12 35' })).status).toBe(200);
    expect((await to(nine)).status).toBe(409);
    room.clock.now = '2025-07-02T22:05:00.000Z';
    const cancel = () => room.ask(`${url}/${answer.appointmentId}/annuler`, { post: {} });
    expect((await cancel()).answer.state).toBe('cancelled');
    expect((await cancel()).status).toBe(200);
    await book({ siteId: 'telephone', slotAt: ten, scheme: 'AIDE_MEDICALE', phone: '75 12 36' });

    const subject = {
      programme: 'samps',
      title: '',
      calendar: samps.calendar,
      schemes: samps.schemes ?? [],
      motives: [],
      answerRateObjective: 0.8,
    };
    const report = daily(subject, '2025-07-03', room.journal.all(), room.clock.now, () => '');
    expect(report.appointments).toEqual([
      { place: 'Accompagnement numérique par téléphone', scheme: 'AIDE_MEDICALE', taken: 1, moved: 0, cancelled: 0 },
      { place: 'Centre médico-social, Bourail', scheme: 'BOURSES', taken: 2, moved: 1, cancelled: 1 },
    ]);
    expect([report.total.appointments, report.source.entries]).toEqual([3, 5]);
    expect(daily(subject, '2025-07-04', room.journal.all(), room.clock.now, () => '').appointments).toEqual([]);
  });
});

describe('SAMPS-26: a phone appointment at 10:00', () => {
  const register = new MemoryRegister();
  const dialled: { readonly at: string; readonly e164: string }[] = [];
  let isThrottled = false;

  const nothingBefore = new Map<string, number>();

  /** What the function does each minute, with this many free agents. */
  async function tick(at: string, agents: number) {
    const { appointments, content, people, journal } = room;
    await handDueAppointments({ programme: 'samps', at, nothingBefore }, { appointments, register, content });
    await dispatch(
      { programme: 'samps', at, owner: at, voiceReach: { '+687': 'confirmed' } },
      {
        ...{ register, lock: register, content, journal, people: people.people, contacts: new MemoryContacts() },
        appointments,
        turn: { take: async () => true },
        queues: { now: async () => ({ agentsAvailable: agents, contactsWaiting: 0 }) },
        dialler: {
          async dial({ e164, token }) {
            if (isThrottled) return { type: 'throttled' };
            dialled.push({ at, e164 });
            return { type: 'dialled', contactId: `contact-${token}` };
          },
        },
      },
    );
  }

  test('is rung at 10:00 Nouméa, before those who wait for a call since 7:40, and once', async () => {
    await book({ siteId: 'telephone', slotAt: ten });
    await book({ siteId: 'telephone', slotAt: ten, phone: '75 99 99' });
    const { answer } = await room.ask(url, { query: { numero: keyOf('+687759999') } });
    await room.ask(`${url}/${answer.appointments[0].appointmentId}/annuler`, { post: {} });
    // An unanswered call of 7:40 is owed a call as well.
    const startedAt = '2025-07-03T20:40:00.000Z';
    const missed = {
      callId: 'missed',
      startedAt,
      endedAt: startedAt,
      day: '2025-07-04',
      scheme: 'BOURSES',
      reason: 'abandoned',
      deadline: '2025-07-07T05:00:00.000Z',
      maxAttempts: 3,
      certainty: 'recorded',
      revision: '',
    } as const;
    await identify({ programme: 'samps', number: '75 55 55', defaultCountry: 'NC', callId: 'missed' }, room.people);
    const { calendar, callbackPolicy } = samps;
    if (callbackPolicy === undefined) throw new Error('samps has a policy');
    await learn(
      register,
      'samps',
      keyOf('+687755555'),
      { ...noFacts, sources: [missed] },
      { calendar, callbackPolicy },
    );

    await tick('2025-07-03T22:59:00.000Z', 0);
    expect(dialled).toEqual([]);
    await tick(ten, 1);
    expect(dialled).toEqual([{ at: ten, e164: '+687751234' }]);
    await tick('2025-07-03T23:01:00.000Z', 2);
    expect(dialled.map(({ e164 }) => e164)).toEqual(['+687751234', '+687755555']);
    await tick('2025-07-03T23:02:00.000Z', 3);
    expect(dialled).toHaveLength(2);
  });

  test('given up or moved once it was handed over, even on its way to the telephone, it is not rung; at its new hour it is', async () => {
    dialled.length = 0;
    nothingBefore.clear();
    const phones = ['75 61 01', '75 61 02', '75 61 03'];
    const ids: string[] = [];
    for (const phone of phones) {
      const slotAt = phone === '75 61 03' ? '2025-07-03T23:30:00.000Z' : ten;
      ids.push((await book({ siteId: 'telephone', slotAt, phone })).answer.appointmentId);
    }
    await tick(ten, 0);
    room.clock.now = '2025-07-03T23:05:00.000Z';
    expect((await room.ask(`${url}/${ids[0]}/annuler`, { post: {} })).status).toBe(200);
    const later = '2025-07-04T01:00:00.000Z';
    const moved = { siteId: 'telephone', slotAt: later };
    expect((await room.ask(`${url}/${ids[1]}/deplacer`, { post: moved })).status).toBe(200);
    await tick(room.clock.now, 3);
    await tick('2025-07-03T23:06:00.000Z', 3);
    expect(dialled).toEqual([]);

    isThrottled = true;
    await tick('2025-07-03T23:30:00.000Z', 1);
    isThrottled = false;
    room.clock.now = '2025-07-03T23:31:00.000Z';
    await room.ask(`${url}/${ids[2]}/annuler`, { post: {} });
    for (const minute of ['31', '32', '33', '40']) await tick(`2025-07-03T23:${minute}:00.000Z`, 3);
    expect(dialled).toEqual([]);
    await tick(later, 3);
    expect(dialled).toEqual([{ at: later, e164: '+687756102' }]);
  });

  test('is looked for when one can be due: an environment asks every five minutes, since none is given with less notice', async () => {
    const { appointments, content } = room;
    const asked: string[] = [];
    const watched = {
      ...appointments,
      dueUntil: (programme: string, until: string) => {
        asked.push(until);
        return appointments.dueUntil(programme, until);
      },
    };
    const seen = new Map<string, number>();
    for (let minute = 10; minute < 20; minute += 1) {
      const at = `2025-07-04T02:${minute}:00.000Z`;
      await handDueAppointments(
        { programme: 'samps', at, nothingBefore: seen },
        { appointments: watched, register, content },
      );
    }
    expect(asked).toEqual(['2025-07-04T02:15:00.000Z', '2025-07-04T02:20:00.000Z']);
  });
});
