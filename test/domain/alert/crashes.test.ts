import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamoLinks } from '../../../adapters/dynamo-links.ts';
import type { StructureAlerts } from '../../../domain/alert/alert-ports.ts';
import { alertsOfMember } from '../../../domain/alert/alerts-of-member.ts';
import type { AlertClockPorts } from '../../../domain/alert/clock-ports.ts';
import { runAlertClock } from '../../../domain/alert/run-alert-clock.ts';
import { scheduleAlert } from '../../../domain/alert/schedule-alert.ts';
import { saveDate } from '../../../domain/alert-date/change-date.ts';
import { alertWorld, tableNames } from '../../support/alertes/alert-world.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

const of = 'arbrisseau';
const mobile = (n: number) => ({ e164: `+3361234560${n}`, kind: 'mobile' }) as const;

let embedded: EmbeddedTables;
beforeEach(async () => {
  embedded = await embeddedTables(...tableNames);
});
afterEach(() => embedded.stop());

class Crash extends Error {}

/** The run dies once so many writes took effect: what a crash before the next one would leave is the same. */
function failing<T extends object>(port: T, writes: readonly string[], at: { left: number }): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || !writes.includes(String(name))) {
        return method;
      }
      return async (...values: unknown[]) => {
        at.left -= 1;
        if (at.left < 0) {
          throw new Crash('the run ends here');
        }
        const answer: unknown = await Reflect.apply(method, target, values);
        if (at.left === 0) {
          throw new Crash('the run ends here');
        }
        return answer;
      };
    },
  });
}

async function centre() {
  const room = alertWorld(embedded, '2026-11-30T08:00:00.000Z');
  await room.group(of, 'rsa');
  await room.group(of, 'autres');
  await room.register(of, { memberId: 'alice', groups: ['rsa'], phone: mobile(1) });
  await room.register(of, { memberId: 'bruno', groups: ['rsa'], phone: mobile(2) });
  await room.fill(
    of,
    ['u', 'v', 'w'].map((memberId) => ({ memberId, groups: ['autres'] })),
  );
  const draft = {
    ...{ title: 'Sortie', category: 'culture', text: 'Bonjour {prenom}', sendAt: '2026-11-30T09:00:00.000Z' },
    groups: [{ groupId: 'rsa', name: 'rsa' }],
  };
  await scheduleAlert({ alertId: 'a1', draft, version: 0 }, room.act(), room.ports(of));
  const sheet = { kind: 'rdv-droits', day: '2026-12-03', recurrence: 'none', remindersBefore: [3] } as const;
  await saveDate({ dateId: 'alice.d1', memberId: 'alice', version: 0, sheet }, room.act(), room.ports(of));
  room.world.at = '2026-11-30T09:00:00.000Z';
  return room;
}

describe('the clock of alerts', () => {
  it('COMMON-37: ended after any of its writes, it is taken up by the next minute: each message and reminder leaves once', {
    timeout: 60_000,
  }, async () => {
    let points = 0;
    for (let nth = 1; nth < 30; nth += 1) {
      embedded.stop();
      embedded = await embeddedTables(...tableNames);
      const room = await centre();
      const at = { left: nth };
      const ports: AlertClockPorts = {
        ...room.clockPorts,
        queue: failing(room.clockPorts.queue, ['add', 'remove'], at),
        journal: failing(room.clockPorts.journal, ['append'], at),
        messages: failing(room.clockPorts.messages, ['plan'], at),
        links: { ...room.clockPorts.links, links: failing(room.clockPorts.links.links, ['open'], at) },
        async structure(structure): Promise<StructureAlerts | undefined> {
          const own = await room.clockPorts.structure(structure);
          return own && { ...own, alerts: failing(own.alerts, ['write', 'savePages'], at) };
        },
      };
      await runAlertClock({ programme: 'alertes', at: room.world.at }, ports).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Crash);
      });
      if (at.left > 0) {
        // The run ended by itself: every write was tried.
        expect(points).toBeGreaterThan(7);
        return;
      }
      points += 1;
      room.world.at = '2026-11-30T09:01:00.000Z';
      expect((await room.tick()).faults).toEqual([]);
      await room.tick();
      await room.send();
      await room.send();
      expect(room.taken.map(({ e164, body }) => `${e164} ${body.slice(0, 13)}`).toSorted(), `${nth}`).toEqual([
        '+33612345601 Bonjour alice',
        '+33612345601 Bonjour alice',
        '+33612345602 Bonjour bruno',
      ]);
      expect(new Set(room.taken.map(({ context }) => context.messageId)).size).toBe(3);
      expect(await room.queue.due('2030', 10)).toEqual([]);
    }
    throw new Error('The run never ended by itself');
  });

  it('COMMON-14, COMMON-15: what sendings keep of a member is told, then forgotten: no table names them any more but by their id', async () => {
    const room = await centre();
    await room.tick();
    const { dates } = room.ports(of);
    const { tokens } = room.links;
    const links = dynamoLinks(embedded.client, 'links');
    const kept = alertsOfMember(
      { programme: 'alertes', structure: of },
      { dates, tokens, links, content: room.content, now: () => room.world.at },
    );
    expect(await kept.tell({ memberId: 'alice' })).toMatchObject([{ rows: [expect.arrayContaining(['03/12/2026'])] }]);
    await kept.forget('alice');
    expect((await embedded.client.send(new ScanCommand({ TableName: 'links' }))).Items).toHaveLength(1);
    expect(await dates.ofMember('alice')).toEqual([]);
    for (const TableName of ['alerts', 'messages', 'links', 'journal']) {
      const { Items } = await embedded.client.send(new ScanCommand({ TableName }));
      expect(JSON.stringify(Items)).not.toMatch(/DUPONT|\+336123/);
    }
  });
});
