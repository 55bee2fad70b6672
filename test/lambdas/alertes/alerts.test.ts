import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoAlertFigures } from '../../../adapters/dynamo-alert-figures.ts';
import { dynamoConsents } from '../../../adapters/dynamo-consents.ts';
import { stopPath } from '../../../contracts/alert-routes.ts';
import { lineText } from '../../../domain/alert/alert-entry.ts';
import { stopByLink } from '../../../domain/alert/stop-by-link.ts';
import { stopLink } from '../../../domain/alert/stop-links.ts';
import { readFigures } from '../../../domain/alert-statistics/read-figures.ts';
import { noCounts } from '../../../domain/alert-statistics/statistics-tables.ts';
import { alertDatesHandler } from '../../../lambdas/alert-dates/handler.ts';
import { alertStatisticsHandler } from '../../../lambdas/alert-statistics/handler.ts';
import { alertStopHandler } from '../../../lambdas/alert-stop/handler.ts';
import { alertsHandler } from '../../../lambdas/alerts/handler.ts';
import { timedOperation } from '../../../lambdas/middleware/timed-operation.ts';
import { alertWorld, tableNames } from '../../support/alertes/alert-world.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { memberSite } from '../../support/members/member-site.ts';

const start = '2026-11-23T09:00:00.000Z';
const paul = { structure: 'centre1', userName: 'paul', role: 'user' } as const;
const other = { structure: 'centre2', userName: 'karim', role: 'user' } as const;

let tables: EmbeddedTables;
let room: ReturnType<typeof alertWorld>;
let ask: ReturnType<typeof memberSite>;
let opened = 0;

const centreOf = (id: string) => ({ id, name: `Le ${id}`, createdAt: '2026-08-01T08:00:00.000Z', createdBy: 'x' });

beforeAll(async () => {
  process.env['PROGRAMMES'] = 'alertes';
  tables = await embeddedTables(...tableNames);
  room = alertWorld(tables, start);
  const { content, journal, messages, links, membersOf, world } = room;
  const portsOf = (scope: { readonly structure: string }) => room.ports(scope.structure);
  const now = () => world.at;
  const consents = dynamoConsents(tables.client, 'messages');
  const operation = timedOperation;
  ask = memberSite({
    alerts: alertsHandler(async () => ({ portsOf, messages, now, operation })),
    'alert-dates': alertDatesHandler(async () => ({ portsOf, now, operation })),
    'alert-statistics': alertStatisticsHandler(async () => ({
      ...{
        journal,
        content,
        now,
        members: ({ structure }) => membersOf(structure),
        structures: {
          all: async () => [centreOf(paul.structure), centreOf(other.structure)],
          find: async (id) => centreOf(id),
        },
        book: (scope) => dynamoAlertFigures(tables.client, 'alerts', scope),
      },
      workbook: async () => new Uint8Array([1]),
    })),
    'alert-stop': alertStopHandler(async () => ({
      ...{ links, now, count: () => undefined, structureName: async () => 'Centre Un' },
      stop: async (order) =>
        await stopByLink(
          { ...order, timeZone: 'Europe/Paris' },
          { consents, journal, members: membersOf(order.structure) },
        ),
    })),
  });
  for (const of of [paul.structure, other.structure]) {
    await room.group(of, 'rsa');
    await room.group(of, 'autres');
    await room.register(of, {
      memberId: `alice-${of}`,
      groups: ['rsa'],
      phone: { e164: '+33612345601', kind: 'mobile' },
    });
    await room.fill(
      of,
      ['u', 'v', 'w'].map((memberId) => ({ memberId: `${memberId}-${of}`, groups: ['autres'] })),
    );
  }
});
afterAll(() => tables.stop());

/** A form as the page gives it: each opening is one operation. */
const form = (more: Readonly<Record<string, string>> = {}): (readonly [string, string])[] => {
  opened += 1;
  const fields = {
    ...{ operation: timedOperation(start), version: '0', titre: 'Sortie', categorie: 'culture', quand: 'maintenant' },
    ...{ texte: `Bonjour {prenom}, sortie numero ${opened}`, groupes: 'rsa', action: 'programmer', ...more },
  };
  return Object.entries(fields);
};
const placeOf = ({ headers }: APIGatewayProxyStructuredResultV2) =>
  String(headers?.['location'] ?? '').split('?')[0] ?? '';

describe('pages of messages', () => {
  it('ALERTES-06, COMMON-37: a form sent twice is one message; without its operation it is refused', async () => {
    const fields = form();
    const twice = await Promise.all([1, 2].map(() => ask(paul, 'POST', '/alertes/messages', fields)));
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(twice.map(placeOf)[0]).toBe(twice.map(placeOf)[1]);
    expect(await room.ports(paul.structure).alerts.list(10)).toHaveLength(1);
    const without = fields.filter(([name]) => name !== 'operation');
    expect((await ask(paul, 'POST', '/alertes/messages', without)).statusCode).toBe(400);
  });

  it('ALERTES-12: what is of another structure answers exactly as what is of none, on every route', async () => {
    const alertId =
      placeOf(await ask(paul, 'POST', '/alertes/messages', form()))
        .split('/')
        .at(-1) ?? '';
    const date: readonly (readonly [string, string])[] = Object.entries({
      ...{
        operation: timedOperation(start),
        adherent: 'alice-centre1',
        version: '0',
        kind: 'rdv-droits',
        day: '15/12/2026',
      },
    });
    const dateId =
      placeOf(await ask(paul, 'POST', '/alertes/dates', date))
        .split('/')
        .at(-1) ?? '';
    expect(dateId).toMatch(/^alice-centre1\.[0-9a-f]{32}$/);
    const none = timedOperation(start).replaceAll('-', '');
    for (const [method, path] of [
      ['GET', (id: string) => `/alertes/messages/${id}`],
      ['GET', (id: string) => `/alertes/messages/nouveau?reprendre=${id}`],
      ['GET', (id: string) => `/alertes/messages/nouveau?brouillon=${id}`],
      ['GET', (id: string) => `/alertes/messages/nouveau?modifier=${id}`],
      ['POST', (id: string) => `/alertes/messages/${id}/annuler`],
      ['POST', (id: string) => `/alertes/messages/${id}/laisser-partir`],
    ] as const) {
      const [foreign, unknown] = [await ask(other, method, path(alertId)), await ask(other, method, path(none))];
      expect(foreign).toEqual(unknown);
      expect(foreign.statusCode).toBe(404);
    }
    for (const [method, path] of [
      ['GET', (id: string) => `/alertes/dates/${id}`],
      ['POST', (id: string) => `/alertes/dates/${id}/retirer`],
    ] as const) {
      const [foreign, unknown] = [await ask(other, method, path(dateId)), await ask(other, method, path(`x.${none}`))];
      expect(foreign).toEqual(unknown);
      expect(foreign.statusCode).toBe(404);
    }
    const foreignMember = await ask(other, 'GET', '/alertes/dates?adherent=alice-centre1');
    expect(foreignMember).toEqual(await ask(other, 'GET', '/alertes/dates?adherent=personne'));
    expect((await ask(paul, 'GET', `/alertes/dates/${dateId}`)).statusCode).toBe(200);
    for (const path of ['/alertes/messages', '/alertes/dates', '/alertes/statistiques']) {
      expect((await ask(other, 'GET', path)).body).not.toContain('alice-centre1');
    }
  });

  it('ALERTES-06: a draft is kept, gone on with, and given up; changed by another user meanwhile, it says so', async () => {
    const fields = form({ action: 'brouillon' });
    const path = placeOf(await ask(paul, 'POST', '/alertes/messages', fields));
    expect((await ask(paul, 'GET', path)).body).toContain('Brouillon');
    const alertId = path.split('/').at(-1) ?? '';
    const shown = await ask(paul, 'GET', `/alertes/messages/nouveau?brouillon=${alertId}`);
    expect(shown.body).toContain('name="version" value="1"');
    const [operation = ['operation', '']] = fields;
    const changed = (titre: string) => form({ operation: operation[1], version: '1', titre, action: 'brouillon' });
    expect((await ask(paul, 'POST', '/alertes/messages', changed('Un'))).statusCode).toBe(303);
    expect((await ask(paul, 'POST', '/alertes/messages', changed('Deux'))).statusCode).toBe(409);
    expect((await ask(paul, 'POST', `${path}/annuler`)).statusCode).toBe(303);
    expect((await ask(paul, 'POST', `${path}/retablir`)).statusCode).toBe(422);
  });

  it('ALERTES-06: a scheduled message is opened as it stands, changed, and the other user who had it open is told', async () => {
    const later = { quand: 'plus-tard', jour: '24/11/2026', heure: '10:00' };
    const path = placeOf(await ask(paul, 'POST', '/alertes/messages', form(later)));
    const alertId = path.split('/').at(-1) ?? '';
    expect((await ask(paul, 'GET', path)).body).toContain(`?modifier=${alertId}`);
    const shown = (await ask(paul, 'GET', `/alertes/messages/nouveau?modifier=${alertId}`)).body ?? '';
    expect(shown).toMatch(/value="24\/11\/2026"[\s\S]*value="10:00"/);
    const [operation = '', version = ''] = ['operation', 'version'].map(
      (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(shown)?.[1] ?? '',
    );
    const typed = (titre: string) => form({ ...later, operation, version, titre, modifie: 'oui' });
    const changed = await ask(paul, 'POST', '/alertes/messages', typed('Autre titre'));
    expect(changed.headers?.['location']).toBe(`${path}?fait=change`);
    expect((await ask(paul, 'POST', '/alertes/messages', typed('Encore un autre'))).statusCode).toBe(409);
    expect((await ask(paul, 'GET', path)).body).toContain('Autre titre');
    const unknown = form({ ...later, operation: timedOperation(start), modifie: 'oui' });
    expect((await ask(paul, 'POST', '/alertes/messages', unknown)).statusCode).toBe(404);
    await ask(paul, 'POST', `${path}/annuler`);
    const late = await ask(paul, 'GET', `/alertes/messages/nouveau?modifier=${alertId}`);
    expect(late.headers?.['location']).toBe(`${path}?fait=parti`);
  });

  it('COMMON-28, COMMON-59: what is typed is shown as typed, and never as markup', async () => {
    const answer = await ask(
      paul,
      'POST',
      '/alertes/messages/apercu',
      form({ titre: '<b>x</b>', texte: '"><script>1</script> 🎉' }),
    );
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('<script>1');
    expect(answer.body).toContain('&lt;b&gt;x&lt;/b&gt;');
  });
});

describe('statistics', () => {
  const general = { structure: '', userName: 'camille', role: 'user', groups: 'alertes:general' } as const;
  const page = '/alertes/statistiques?du=2026-08&au=2026-11';
  const plain = (body = '') => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

  it('A-16, ALERTES-08: who is a member of two structures is counted for general administrators, and no structure is told', async () => {
    const twin = { lastName: 'LEROY', firstName: 'Ève', birthDate: '1990-05-04' };
    for (const of of [paul.structure, other.structure]) {
      await room.register(of, { memberId: `eve-${of}`, groups: ['rsa'], ...twin });
    }
    await room.register(other.structure, { memberId: 'homonyme', groups: [], ...twin, birthDate: '1960-01-01' });
    const totals = plain((await ask(general, 'GET', page)).body);
    expect(totals).toContain('1 personne est inscrite dans plusieurs structures.');
    expect(totals).toMatch(/Le centre1 1 Le centre2 1 Les structures ne voient pas ces nombres/);
    expect(totals).not.toMatch(/LEROY|Ève/);
    for (const user of [paul, { ...paul, role: 'admin' as const }, other]) {
      const own = plain((await ask(user, 'GET', page)).body);
      expect(own).not.toMatch(/plusieurs structures|aussi ailleurs/);
    }
  });

  it('ALERTES-08: a month that is over is read from the journal once, and its figures are the same from what is kept', async () => {
    const read: string[] = [];
    const { journal } = room;
    const counted = {
      async read(owner: string, day: string) {
        read.push(day);
        return await journal.read(owner, day);
      },
    };
    const book = dynamoAlertFigures(tables.client, 'alerts', { programme: 'alertes', structure: 'compte' });
    const order = { programme: 'alertes', structure: 'compte', from: '2025-12', to: '2026-11', since: '2026-08-15' };
    const line = lineText({ memberId: 'm', band: '26-59', groups: ['g'] });
    await journal.append([
      {
        ...{ kind: 'alert', programme: 'alertes', structure: 'compte', alertId: 'a', id: 'alert#a#page-0' },
        ...{ day: '2026-09-30', time: '2026-09-30T10:00:00.000Z' },
        change: { type: 'selected', category: 'culture', lines: [line] },
      },
      {
        ...{ kind: 'message', programme: 'alertes', structure: 'compte', subject: 'compte.m', attempt: 1 },
        ...{
          messageId: 'information-a-compte.m',
          id: 'message#1',
          day: '2026-10-02',
          time: '2026-10-02T08:00:00.000Z',
        },
        ...{ template: 'compte.a', templateVersion: 1, purpose: 'information', occasion: 'a' },
        change: { type: 'delivered', sentAt: '2026-09-30T10:01:00.000Z', at: '2026-10-02T08:00:00.000Z', parts: 1 },
      },
    ]);
    const first = await readFigures({ ...order, today: '2026-11-23' }, { journal: counted, book });
    expect([read.length, read.toSorted()[0], read.toSorted().at(-1)]).toEqual([101, '2026-08-15', '2026-11-23']);
    expect(first.months).toEqual(new Map([['2026-09', { ...noCounts, sent: 1, delivered: 1, parts: 1 }]]));
    expect(first.groups.get('g')).toEqual(first.total);
    read.length = 0;
    expect(await readFigures({ ...order, today: '2026-11-23' }, { journal: counted, book })).toEqual(first);
    // What is left is the month in hand, and the one before, in which messages were chosen that are stopped now.
    expect(read.toSorted()[0]).toBe('2026-10-01');
    expect(read).toHaveLength(54);
  });
});

describe('the link of a message', () => {
  it('ALERTES-31, ALERTES-35, COMMON-59: opening it stops nothing, its button stops at once, and a guessed one says nothing', async () => {
    const link = stopLink('alertes', 'centre1', 'alice-centre1');
    const token = await room.links.tokens.tokenOf(link);
    const nobody = { structure: '', userName: '', role: 'user' } as const;
    await room.links.links.open(room.links.tokens.keyOf(token), { ...link, expiresAt: '2027-12-01T00:00:00.000Z' });
    const page = await ask(nobody, 'GET', stopPath(token));
    expect(page).toMatchObject({ statusCode: 200, body: expect.stringContaining('Ne plus recevoir de SMS') });
    expect(page.body).toContain('FEDER');
    expect(page.body).not.toMatch(/alice|DUPONT|\+33/);
    const consentOf = async () => (await room.membersOf('centre1').read(['alice-centre1']))[0]?.consent?.change;
    expect(await consentOf()).toBe('given');
    expect((await ask(nobody, 'POST', stopPath(token))).body).toContain('plus de SMS de Centre Un');
    expect(await consentOf()).toBe('withdrawn');
    expect((await room.membersOf('centre2').read(['alice-centre2']))[0]?.consent?.change).toBe('given');
    expect((await ask(nobody, 'GET', stopPath('x'.repeat(22)))).statusCode).toBe(404);
    room.world.at = '2028-01-01T09:00:00.000Z';
    expect((await ask(nobody, 'POST', stopPath(token))).statusCode).toBe(404);
    room.world.at = start;
  });
});
