import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeAlert } from '../../../domain/alert/change-alert.ts';
import { countStates, followAlert } from '../../../domain/alert/follow-alert.ts';
import { scheduleAlert } from '../../../domain/alert/schedule-alert.ts';
import { ofKind } from '../../../domain/journal/of-kind.ts';
import { alertCentre, mobile, alertOrder as order } from '../../support/alertes/alert-centre.ts';
import { tableNames } from '../../support/alertes/alert-world.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

const structure = 'arbrisseau';

let embedded: EmbeddedTables;
beforeEach(async () => {
  embedded = await embeddedTables(...tableNames);
});
afterEach(() => embedded.stop());

const centre = (of: string) => alertCentre(embedded, of);
type Room = Awaited<ReturnType<typeof centre>>;

async function followed(room: Room, of: string) {
  const alert = await room.ports(of).alerts.read('a1');
  return alert === undefined ? [] : await followAlert(alert, room.ports(of), room.messages);
}

describe('a sending of a centre', () => {
  it('ALERTES-23, ALERTES-27, ALERTES-31, ALERTES-32: three groups that meet make one SMS a person and a number, and say who is left out', async () => {
    const of = `${structure}1`;
    const room = await centre(of);
    const scheduled = await scheduleAlert(order('a1', ['enfance', 'rsa', 'culture']), room.act(), room.ports(of));
    expect(scheduled.type).toBe('scheduled');
    room.world.at = '2026-11-23T09:01:00.000Z';
    expect(await room.tick()).toMatchObject({ alerts: 1, faults: [] });
    await room.send();
    expect(room.taken.map(({ e164 }) => e164).toSorted()).toEqual(['+33612345601', '+33612345602', '+33612345603']);
    expect(room.taken.map(({ body }) => body).find((body) => body.includes('alice'))).toMatch(
      /^Bonjour alice, sortie samedi\. Chemin Rouge\nSTOP : https:\/\//,
    );
    const lines = await followed(room, of);
    expect(Object.fromEntries(countStates(lines))).toEqual({
      planned: 3,
      'skipped:same-number': 1,
      'skipped:landline': 1,
      'skipped:no-number': 1,
      'skipped:no-consent': 1,
      'skipped:stopped': 1,
    });
    // The elder of the two children who share their mother's number is written to.
    expect(lines.find(({ line }) => line.memberId === 'lina')?.state).toEqual({
      type: 'skipped',
      reason: 'same-number',
    });
    for (const message of room.taken) {
      await room.receipt(message, message.e164.endsWith('2') ? 'invalid' : 'delivered');
    }
    const after = await followed(room, of);
    expect(Object.fromEntries(countStates(after))).toMatchObject({ delivered: 2, failed: 1 });
    expect(after.find(({ line }) => line.memberId === 'bruno')?.state).toEqual({ type: 'failed', cause: 'invalid' });
  });

  it('ALERTES-12: what is told of it stands in the journal of its structure and in no other', async () => {
    const of = `${structure}2`;
    const room = await centre(of);
    await scheduleAlert(order('a1', ['rsa']), room.act(), room.ports(of));
    room.world.at = '2026-11-23T09:01:00.000Z';
    await room.tick();
    await room.send();
    for (const message of room.taken) {
      await room.receipt(message);
    }
    const own = await room.journal.read(`alertes#${of}`, '2026-11-23');
    expect(ofKind(own, 'message').map(({ change }) => change.type)).toEqual(['delivered', 'delivered']);
    expect(ofKind(own, 'alert').map(({ change }) => change.type)).toEqual(['scheduled', 'selected']);
    expect(ofKind(own, 'consent').length).toBeGreaterThan(0);
    expect(await room.journal.read('alertes', '2026-11-23')).toEqual([]);
    expect(JSON.stringify(own)).not.toMatch(/\+33|DUPONT|1980-05-01/);
  });

  it('ALERTES-19: recipients are those of the moment it leaves: new ones in, STOP and forgotten ones out, a deleted group skipped', async () => {
    const of = `${structure}3`;
    const room = await centre(of);
    await scheduleAlert(order('a1', ['rsa', 'culture']), room.act(), room.ports(of));
    await room.register(of, { memberId: 'neuve', groups: ['rsa'], phone: mobile(7) });
    await room.stop(of, 'alice');
    await room.ungroup(of, 'culture');
    room.world.at = '2026-11-23T09:01:00.000Z';
    await room.tick();
    const alert = await room.ports(of).alerts.read('a1');
    expect(alert?.selection).toMatchObject({ chosen: 2, missingGroups: ['culture'], handedOver: true });
    const [bruno] = await room.membersOf(of).kept(['bruno']);
    if (bruno !== undefined) {
      await room.membersOf(of).remove(bruno);
    }
    await room.send();
    expect(room.taken.map(({ e164 }) => e164)).toEqual(['+33612345607']);
    const lines = await followed(room, of);
    expect(lines.find(({ line }) => line.memberId === 'bruno')?.state).toEqual({
      type: 'skipped',
      reason: 'erased',
    });
  });

  it('ALERTES-31, COMMON-12: a STOP after the choice and before the sending is kept, for all who share the number and in that structure only', async () => {
    const [of, other] = [`${structure}4`, `${structure}5`];
    const room = await centre(of);
    await room.group(other, 'enfance');
    await room.group(other, 'autres');
    await room.register(other, { memberId: 'noe-ailleurs', groups: ['enfance'], phone: mobile(3) });
    await room.register(other, { memberId: 'x', groups: ['autres'], phone: mobile(8) });
    await room.register(other, { memberId: 'y', groups: ['autres'], phone: mobile(9) });
    await scheduleAlert(order('a1', ['enfance']), room.act(), room.ports(of));
    await scheduleAlert(order('b1', ['enfance']), room.act(), room.ports(other));
    room.world.at = '2026-11-23T09:01:00.000Z';
    await room.tick();
    await room.stop(of, 'lina');
    await room.send();
    expect(room.taken.map(({ context, e164 }) => [context.messageId, e164]).toSorted()).toEqual([
      [`information-a1-${of}.alice`, '+33612345601'],
      [`information-b1-${other}.noe-ailleurs`, '+33612345603'],
    ]);
    const lines = await followed(room, of);
    expect(lines.find(({ line }) => line.memberId === 'noe')?.state).toEqual({ type: 'skipped', reason: 'stopped' });
  });

  it('ALERTES-06, COMMON-37: a double click, two users with one draft, and two users who write the same make one SMS a person', async () => {
    const of = `${structure}6`;
    const room = await centre(of);
    const ports = room.ports(of);
    const clicks = await Promise.all([1, 2, 3].map(() => scheduleAlert(order('a1', ['rsa']), room.act(), ports)));
    expect(clicks.map(({ type }) => type).toSorted()).toEqual(['already', 'already', 'scheduled']);
    const others = await Promise.all(
      ['b1', 'b2'].map((id) => scheduleAlert(order(id, ['rsa']), room.act('paul'), room.ports(of))),
    );
    expect(others).toEqual([
      { type: 'already', alertId: 'a1' },
      { type: 'already', alertId: 'a1' },
    ]);
    const [first, second] = await Promise.all(
      ['c1', 'c2'].map((id) => scheduleAlert(order(id, ['culture']), room.act(id), room.ports(of))),
    );
    expect([first?.type, second?.type].toSorted()).toEqual(['already', 'scheduled']);
    room.world.at = '2026-11-23T09:01:00.000Z';
    await Promise.all([room.tick(), room.tick()]);
    await room.tick();
    await Promise.all([room.send(), room.send()]);
    await room.send();
    expect(room.taken.map(({ e164 }) => e164).toSorted()).toEqual(['+33612345601', '+33612345602', '+33612345602']);
    expect(new Set(room.taken.map(({ context }) => context.messageId)).size).toBe(3);
  });

  it('ALERTES-28: all groups are refused to a user, and taken from an administrator with a reason, kept in the journal', async () => {
    const of = `${structure}7`;
    const room = await centre(of);
    const all = order('a1', ['enfance', 'rsa', 'culture', 'autres']);
    expect(await scheduleAlert(all, room.act(), room.ports(of))).toMatchObject({
      type: 'mass',
      judgement: { why: 'all-groups' },
    });
    expect(await scheduleAlert(all, room.act('chef', 'admin'), room.ports(of))).toMatchObject({
      fault: expect.stringMatching(/trop court/),
    });
    const reason = 'Fermeture du centre pour dégât des eaux';
    expect(await scheduleAlert({ ...all, reason }, room.act('chef', 'admin'), room.ports(of))).toMatchObject({
      type: 'scheduled',
    });
    const told = ofKind(await room.journal.read(`alertes#${of}`, '2026-11-23'), 'alert');
    expect(told.map(({ change }) => change)).toMatchObject([{ type: 'scheduled', by: 'chef', reason }]);
  });

  it('ALERTES-28: a group that swelled since is held for an administrator, who gives the reason', async () => {
    const of = `${structure}8`;
    const room = await centre(of);
    await scheduleAlert(order('a1', ['rsa']), room.act(), room.ports(of));
    await room.fill(
      of,
      Array.from({ length: 40 }, (_, n) => ({ memberId: `masse${n}`, groups: ['rsa'] })),
    );
    room.world.at = '2026-11-23T09:01:00.000Z';
    await room.tick();
    await room.send();
    expect(room.taken).toEqual([]);
    expect(await room.ports(of).alerts.read('a1')).toMatchObject({ state: 'held', held: { why: 'mass' } });
    const step = { type: 'release', reason: 'Nouveau droit pour toutes ces personnes' } as const;
    expect(await changeAlert('a1', step, room.act(), room.ports(of))).toMatchObject({ type: 'refused' });
    expect(await changeAlert('a1', step, room.act('chef', 'admin'), room.ports(of))).toMatchObject({ type: 'changed' });
    await room.tick();
    await room.send();
    expect(room.taken).toHaveLength(2);
  });

  it('ALERTES-06: cancelled before, nothing leaves, and it can be restored; cancelled on its way, what has not left is taken back', async () => {
    const of = `${structure}9`;
    const room = await centre(of);
    const later = '2026-11-24T09:00:00.000Z';
    await scheduleAlert(order('a1', ['rsa'], { sendAt: later }), room.act(), room.ports(of));
    await changeAlert('a1', { type: 'cancel' }, room.act(), room.ports(of));
    expect(await changeAlert('a1', { type: 'cancel' }, room.act('paul'), room.ports(of))).toMatchObject({
      type: 'same',
    });
    await changeAlert('a1', { type: 'restore' }, room.act(), room.ports(of));
    room.world.at = '2026-11-24T09:00:30.000Z';
    await room.tick();
    await changeAlert('a1', { type: 'cancel' }, room.act(), room.ports(of));
    await room.tick();
    await room.send();
    expect(room.taken).toEqual([]);
    expect(await room.ports(of).alerts.read('a1')).toMatchObject({ state: 'cancelled' });
    const lines = await followed(room, of);
    expect(countStates(lines).get('skipped:withdrawn')).toBe(2);
    expect(await changeAlert('a1', { type: 'restore' }, room.act(), room.ports(of))).toMatchObject({ type: 'refused' });
  });

  it('COMMON-35: at 21:30 on a Saturday it waits for Monday 08:00, and for who is chosen then', async () => {
    const of = `${structure}10`;
    const room = await centre(of);
    room.world.at = '2026-11-28T20:30:00.000Z';
    const scheduled = await scheduleAlert(order('a1', ['rsa']), room.act(), room.ports(of));
    expect(scheduled).toMatchObject({ alert: { sendAt: '2026-11-30T07:00:00.000Z' } });
    await room.tick();
    await room.send();
    expect(room.taken).toEqual([]);
    room.world.at = '2026-11-30T07:00:00.000Z';
    await room.tick();
    await room.send();
    expect(room.taken).toHaveLength(2);
  });
});
