import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoFollowUps } from '../../../adapters/dynamo-follow-ups.ts';
import type { FollowedPerson } from '../../../domain/follow-up/followed-person.ts';
import { person } from '../../domain/follow-up/suivi-world.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('followUps');
});
afterAll(() => tables.stop());

const at = (hour: number) => `2020-10-03T${String(hour).padStart(2, '0')}:00:00.000Z`;
const one = (id: string, facts: Partial<FollowedPerson> = {}) => person({ recipientId: id, due: at(9), ...facts });

describe('ARS-04: followed people in their table', () => {
  const people = () => dynamoFollowUps(tables.client, 'followUps');

  it('are added once: adding again names who was there, and changes nothing', async () => {
    expect(await people().add('p', [one('a'), one('b')])).toEqual([]);
    expect(await people().add('p', [one('b', { riskRank: 0 }), one('c')])).toEqual(['b']);
    expect(
      (await people().read('p', ['a', 'b', 'c', 'd']))
        .map(({ recipientId, riskRank }) => [recipientId, riskRank])
        .sort(),
    ).toEqual([
      ['a', 5],
      ['b', 5],
      ['c', 5],
    ]);
  });

  it('are written over the version that was read and no other', async () => {
    const [kept] = await people().read('p', ['a']);
    expect(await people().write('p', { ...one('a'), version: 2, endedAt: at(10) })).toBe(true);
    expect(await people().write('p', { ...one('a'), version: 2 })).toBe(false);
    expect(kept?.endedAt).toBeUndefined();
    expect((await people().read('p', ['a']))[0]).toMatchObject({ endedAt: at(10), version: 2 });
  });

  it('are found when they are due, the longest due first, and no more once they are not', async () => {
    await people().add('q', [one('x', { due: at(12) }), one('y', { due: at(8) }), one('z', { due: at(9) })]);
    expect(await people().due('q', at(11), 10)).toEqual(['y', 'z']);
    expect(await people().due('q', at(11), 1)).toEqual(['y']);
    const { due: _, ...done } = one('y');
    await people().write('q', { ...done, version: 2 });
    expect(await people().due('q', at(13), 10)).toEqual(['z', 'x']);
  });

  it('ARS-49: are of one programme: the same id in another is somebody else', async () => {
    await people().add('r', [one('a', { departement: '06' })]);
    expect((await people().read('r', ['a', 'b']))[0]).toMatchObject({ recipientId: 'a', departement: '06' });
    expect(await people().read('r', ['b'])).toEqual([]);
    expect(await people().due('other', at(23), 10)).toEqual([]);
  });

  it('keep of a moment that is over how it ended, and stay under a kilobyte', async () => {
    const call = { reason: 'no-answer', at: at(11), until: at(17) } as const;
    const closed = { as: 'call', at: at(12) } as const;
    const over = { openedAt: at(9), message: { state: 'sent', at: at(11) }, call, closed } as const;
    const open = { openedAt: at(9), message: { state: 'failed', at: at(10) }, call, watchedDay: '2020-10-05' } as const;
    const full = one('full', {
      recipientId: 'A'.repeat(22),
      numbers: ['n'.repeat(22), 'm'.repeat(22)],
      vulnerable: { at: at(10), moment: 'j2', reason: 'personne-a-charge', by: 'call' },
      moments: { j2: over, j4: over, j9: open },
    });
    await people().add('s', [full]);
    const [kept] = await people().read('s', ['A'.repeat(22)]);
    expect(kept?.moments).toEqual({ j2: { openedAt: at(9), closed }, j4: { openedAt: at(9), closed }, j9: open });
    expect(JSON.stringify(kept).length).toBeLessThan(1024);
  });
});
