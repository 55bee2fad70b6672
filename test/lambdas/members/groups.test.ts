import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { memberHandlers } from '../../support/members/member-handlers.ts';
import type { SiteUser } from '../../support/members/member-site.ts';

let tables: EmbeddedTables;
let site: ReturnType<typeof memberHandlers>;
beforeAll(async () => {
  tables = await embeddedTables('members', 'messages', 'journal');
  site = memberHandlers(tables);
});
afterAll(() => tables.stop());

const user: SiteUser = { structure: 'arbrisseau', userName: 'nadia', role: 'user' };
const groups = '/alertes/groupes';

describe('ALERTES-09: sending groups', () => {
  it('makes the four of the tender, names the one there is already, renames and removes', async () => {
    const { body = '' } = await site.ask(user, 'GET', groups);
    const proposed = [...body.matchAll(/name="name" value="([\w-]+)"/g)].map(([, name = '']) => name);
    expect(proposed).toEqual(['petite-enfance', 'jeunesse', 'rsa', 'culture']);
    for (const name of proposed) await site.ask(user, 'POST', groups, [['name', name]]);
    await site.ask(user, 'POST', groups, [['name', 'Petite Enfance']]);
    const store = site.members({ programme: 'alertes', structure: 'arbrisseau' });
    expect((await store.groups()).map(({ name }) => name)).toEqual(['culture', 'jeunesse', 'petite-enfance', 'rsa']);
    const [culture] = await store.groups();
    const path = `${groups}/${culture?.groupId}`;
    const taken = await site.ask(user, 'POST', `${path}/renommer`, [['name', 'RSA']]);
    expect(taken.statusCode).toBe(422);
    expect(taken.body).toMatch(/Un groupe s’appelle déjà «.rsa.»/);
    await site.ask(user, 'POST', `${path}/renommer`, [['name', 'Sorties & culture']]);
    expect((await site.ask(user, 'GET', path)).body).toContain('Groupe Sorties &amp; culture');
    expect((await site.ask(user, 'POST', `${path}/supprimer`)).statusCode).toBe(400);
    expect(await site.ask(user, 'POST', `${path}/supprimer`, [['sure', 'oui']])).toMatchObject({ statusCode: 303 });
    expect(await store.groups()).toHaveLength(3);
    expect((await site.ask(user, 'POST', groups, [['name', ' ']])).statusCode).toBe(422);
  });

  it('ALERTES-12, ALERTES-22: shows another structure nothing of them', async () => {
    const other: SiteUser = { ...user, structure: 'chemin-rouge' };
    await site.ask(user, 'POST', groups, [['name', 'canari']]);
    const [group] = await site.members({ programme: 'alertes', structure: 'arbrisseau' }).groups();
    expect((await site.ask(other, 'GET', groups)).body).not.toContain('canari');
    for (const [method, action] of [
      ['GET', ''],
      ['POST', '/renommer'],
      ['POST', '/supprimer'],
    ] as const) {
      const foreign = await site.ask(other, method, `${groups}/${group?.groupId}${action}`, [['name', 'x']]);
      expect(foreign).toEqual(await site.ask(other, method, `${groups}/none${action}`, [['name', 'x']]));
      expect(foreign.statusCode).toBe(404);
    }
  });
});
