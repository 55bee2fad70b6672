import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scheduleAlert } from '../../../domain/alert/schedule-alert.ts';
import { saveDate } from '../../../domain/alert-date/change-date.ts';
import type { DateSheet } from '../../../domain/alert-date/date-form.ts';
import { alertWorld, tableNames } from '../../support/alertes/alert-world.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

const of = 'arbrisseau';
let embedded: EmbeddedTables;
beforeEach(async () => {
  embedded = await embeddedTables(...tableNames);
});
afterEach(() => embedded.stop());

/** Monday 23 November, 10:00 in Paris. */
async function centre() {
  const room = alertWorld(embedded, '2026-11-23T09:00:00.000Z');
  await room.group(of, 'rsa');
  await room.group(of, 'autres');
  await room.register(of, { memberId: 'alice', groups: ['rsa'], phone: { e164: '+33612345601', kind: 'mobile' } });
  await room.register(of, { memberId: 'bruno', groups: ['rsa'], phone: { e164: '+33612345602', kind: 'mobile' } });
  await room.fill(
    of,
    ['u', 'v', 'w'].map((memberId) => ({ memberId, groups: ['autres'] })),
  );
  return room;
}

const monthly: DateSheet = {
  ...{ kind: 'france-travail', day: '2026-12-03', recurrence: 'monthly', remindersBefore: [3, 1] },
  referent: { name: 'Mme Petit', phone: '03 20 12 34 56' },
};

async function at(room: Awaited<ReturnType<typeof centre>>, instant: string): Promise<void> {
  room.world.at = instant;
  await room.tick();
  await room.send();
}

describe('reminders of administrative dates', () => {
  it('ALERTES-26, ALERTES-29: leave at D-3 and D-1, month after month, with whom to ask, once each however often the clock runs', async () => {
    const room = await centre();
    const order = { dateId: 'alice.d1', memberId: 'alice', version: 0, sheet: monthly };
    const saved = await Promise.all([1, 2].map(() => saveDate(order, room.act(), room.ports(of))));
    expect(saved.map(({ type }) => type)).toContain('saved');
    await at(room, '2026-11-30T08:59:00.000Z');
    expect(room.taken).toEqual([]);
    for (const minute of ['00:10', '00:40', '01:10']) {
      await at(room, `2026-11-30T09:${minute}.000Z`);
    }
    await at(room, '2026-12-02T09:00:05.000Z');
    await at(room, '2026-12-31T09:00:05.000Z');
    expect(room.taken.map(({ e164, body }) => [e164, body.split('\nSTOP')[0]])).toEqual(
      ['03/12', '03/12', '03/01'].map((day) => [
        '+33612345601',
        `Bonjour alice, pensez a votre actualisation France Travail avant le ${day}. L'Arbrisseau\nContact : Mme Petit 03 20 12 34 56`,
      ]),
    );
  });

  it('ALERTES-26: a date that was changed or removed, a STOP, a member who was forgotten: nothing leaves', async () => {
    const room = await centre();
    const ports = room.ports(of);
    const save = async (memberId: string, id: string, sheet: DateSheet, version = 0) =>
      await saveDate({ dateId: `${memberId}.${id}`, memberId, version, sheet }, room.act(), ports);
    await save('alice', 'd1', monthly);
    await save('alice', 'd1', { ...monthly, day: '2026-12-10' }, 1);
    await save('alice', 'd2', monthly);
    await ports.dates.remove('alice.d2');
    await save('bruno', 'd3', monthly);
    await room.stop(of, 'bruno');
    expect(await save('alice', 'd1', { ...monthly, day: '2026-12-11' }, 1)).toEqual({ type: 'changed' });
    expect(await save('personne', 'd4', monthly)).toEqual({ type: 'unknown' });
    await at(room, '2026-11-30T09:00:05.000Z');
    expect(room.taken).toEqual([]);
    await at(room, '2026-12-07T09:00:05.000Z');
    expect(room.taken.map(({ body }) => /avant le (\S+)\./.exec(body)?.[1])).toEqual(['10/12']);
    expect(await ports.dates.removeOf('alice')).toBe(1);
    await at(room, '2026-12-09T09:00:05.000Z');
    expect(room.taken).toHaveLength(1);
    expect(await room.queue.due('2030', 10)).toEqual([
      expect.objectContaining({ at: expect.stringMatching(/^20(26-12-3|27)/) }),
    ]);
  });

  it('ALERTES-06: a message to groups says to each the date that they have', async () => {
    const room = await centre();
    const sheet: DateSheet = {
      kind: 'rdv-droits',
      day: '2026-12-15',
      time: '14:00',
      recurrence: 'none',
      remindersBefore: [],
    };
    await saveDate({ dateId: 'alice.d1', memberId: 'alice', version: 0, sheet }, room.act(), room.ports(of));
    const draft = {
      ...{ title: 'Rappel', category: 'droits', text: 'Votre rendez-vous : {date_rdv}. {structure}' },
      groups: [{ groupId: 'rsa', name: 'rsa' }],
    };
    await scheduleAlert({ alertId: 'a1', draft, version: 0 }, room.act(), room.ports(of));
    await at(room, '2026-11-23T09:01:00.000Z');
    expect(room.taken.map(({ body }) => body.split('\n')[0])).toEqual([
      "Votre rendez-vous : 15/12 à 14h. L'Arbrisseau",
    ]);
    expect((await room.ports(of).alerts.read('a1'))?.selection).toMatchObject({ chosen: 1, skipped: { 'no-date': 1 } });
  });
});
