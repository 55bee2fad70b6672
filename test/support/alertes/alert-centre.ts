import type { AlertOrder } from '../../../domain/alert/schedule-alert.ts';
import type { EmbeddedTables } from '../calls/dynalite-tables.ts';
import { alertWorld } from './alert-world.ts';

/** A Monday, 10:00 in Paris. */
const start = '2026-11-23T09:00:00.000Z';
export const mobile = (n: number) => ({ e164: `+3361234560${n}`, kind: 'mobile' }) as const;

/** Eight members in three groups, a fourth group of twelve others, so that no test reaches most of them. */
export async function alertCentre(embedded: EmbeddedTables, of: string) {
  const room = alertWorld(embedded, start);
  for (const group of ['enfance', 'rsa', 'culture', 'autres']) {
    await room.group(of, group);
  }
  const members = [
    { memberId: 'alice', groups: ['enfance', 'rsa'], phone: mobile(1), birthDate: '1980-05-01' },
    { memberId: 'bruno', groups: ['rsa', 'culture'], phone: mobile(2), birthDate: '1990-05-01' },
    { memberId: 'lina', groups: ['enfance'], phone: mobile(3), birthDate: '2018-02-01' },
    { memberId: 'noe', groups: ['enfance'], phone: mobile(3), birthDate: '2015-02-01' },
    { memberId: 'fixe', groups: ['rsa'], phone: { e164: '+33320123456', kind: 'fixed' } as const },
    { memberId: 'sans', groups: ['culture'] },
  ];
  for (const member of members) {
    await room.register(of, member);
  }
  await room.register(of, { memberId: 'muet', groups: ['culture'], phone: mobile(4) }, false);
  await room.register(of, { memberId: 'stop', groups: ['rsa'], phone: mobile(5) });
  await room.stop(of, 'stop');
  await room.fill(
    of,
    Array.from({ length: 12 }, (_, n) => ({ memberId: `autre${n}`, groups: ['autres'] })),
  );
  return room;
}

/** What somebody wants sent to these groups: a first version. */
export function alertOrder(
  alertId: string,
  groups: readonly string[],
  more: Partial<AlertOrder['draft']> = {},
): AlertOrder {
  const draft = {
    ...{ title: 'Sortie au parc', category: 'culture', text: 'Bonjour {prenom}, sortie samedi. {structure}' },
    groups: groups.map((groupId) => ({ groupId, name: groupId })),
    ...more,
  };
  return { alertId, draft, version: 0 };
}
