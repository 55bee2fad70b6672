import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeAlert } from '../../../domain/alert/change-alert.ts';
import { freezeAlert } from '../../../domain/alert/freeze-alert.ts';
import { rescheduleAlert } from '../../../domain/alert/reschedule-alert.ts';
import { scheduleAlert } from '../../../domain/alert/schedule-alert.ts';
import { alertCentre, alertOrder as order } from '../../support/alertes/alert-centre.ts';
import { tableNames } from '../../support/alertes/alert-world.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

const structure = 'arbrisseau';
let embedded: EmbeddedTables;
beforeEach(async () => {
  embedded = await embeddedTables(...tableNames);
});
afterEach(() => embedded.stop());
const centre = (of: string) => alertCentre(embedded, of);

describe('a scheduled message that is changed', () => {
  it('ALERTES-06, COMMON-37: changed before it leaves, it says the new text to the new groups; an old page and a double click change nothing more', async () => {
    const of = `${structure}11`;
    const room = await centre(of);
    const later = { sendAt: '2026-11-24T09:00:00.000Z' };
    await scheduleAlert(order('a1', ['rsa'], later), room.act(), room.ports(of));
    const version = (await room.ports(of).alerts.read('a1'))?.version ?? 0;
    const changed = { ...order('a1', ['culture'], { ...later, text: 'Sortie {prenom} au musée' }), version };
    const clicks = await Promise.all([1, 2].map(() => rescheduleAlert(changed, room.act(), room.ports(of))));
    expect(clicks.map(({ type }) => type)).toEqual(['scheduled', 'scheduled']);
    expect(await rescheduleAlert({ ...order('a1', ['enfance']), version }, room.act('paul'), room.ports(of))).toEqual({
      type: 'changed',
    });
    // Its former text, groups and day are free again.
    expect(await scheduleAlert(order('b1', ['rsa'], later), room.act('paul'), room.ports(of))).toMatchObject({
      type: 'scheduled',
    });
    await changeAlert('b1', { type: 'cancel' }, room.act(), room.ports(of));
    room.world.at = '2026-11-24T09:00:30.000Z';
    await room.tick();
    await room.send();
    expect(room.taken.map(({ e164, body }) => `${e164} ${body.split('\n')[0]}`)).toEqual([
      '+33612345602 Sortie bruno au musée',
    ]);
    expect(await rescheduleAlert({ ...changed, version: version + 1 }, room.act(), room.ports(of))).toEqual({
      type: 'left',
    });
  });

  it.each([
    ['clock', 'as it was', ['+33612345601 Bonjour', '+33612345602 Bonjour', '+33612345603 Bonjour']],
    ['user', 'as it became', ['+33612345602 Nouveau']],
  ] as const)(
    'ALERTES-06, COMMON-37: changed as the clock chooses its recipients, %s first: it leaves %s, once',
    async (first, _how, texts) => {
      const of = `${structure}12`;
      const room = await centre(of);
      await scheduleAlert(order('a1', ['rsa', 'enfance', 'culture']), room.act(), room.ports(of));
      room.world.at = '2026-11-23T09:01:00.000Z';
      const own = await room.clockPorts.structure(of);
      const known = await room.ports(of).alerts.read('a1');
      if (own === undefined || known === undefined) throw new Error('there is a message');
      const changed = { ...order('a1', ['culture'], { text: 'Nouveau texte' }), version: known.version };
      const edit = async () => await rescheduleAlert(changed, room.act(), room.ports(of));
      // Both read the same version; the pages of the clock's choice are written whoever wins.
      if (first === 'user') expect(await edit()).toMatchObject({ type: 'scheduled' });
      const frozen = await freezeAlert(known, room.world.at, own, room.clockPorts);
      expect(frozen?.state).toBe(first === 'clock' ? 'sending' : undefined);
      if (first === 'clock') expect(await edit()).toEqual({ type: 'left' });
      room.world.at = '2026-11-23T09:02:00.000Z';
      await room.tick();
      await room.send();
      expect(room.taken.map(({ e164, body }) => `${e164} ${body.split(' ')[0]}`).toSorted()).toEqual(texts);
    },
  );

  it('ALERTES-28: a reason is for what it was given for: changed to go to all by a user, it is refused', async () => {
    const of = `${structure}14`;
    const room = await centre(of);
    const all = ['enfance', 'rsa', 'culture', 'autres'];
    const later = { sendAt: '2026-11-24T09:00:00.000Z' };
    const reason = 'Fermeture du centre pour dégât des eaux';
    await scheduleAlert({ ...order('a1', all, later), reason }, room.act('chef', 'admin'), room.ports(of));
    const version = (await room.ports(of).alerts.read('a1'))?.version ?? 0;
    const wider = { ...order('a1', all, { ...later, text: 'Soldes' }), version };
    expect(await rescheduleAlert(wider, room.act(), room.ports(of))).toMatchObject({ type: 'mass' });
    const few = { ...order('a1', ['rsa'], later), version };
    expect(await rescheduleAlert(few, room.act(), room.ports(of))).toMatchObject({ type: 'scheduled' });
    expect((await room.ports(of).alerts.read('a1'))?.reason).toBeUndefined();
  });
});
