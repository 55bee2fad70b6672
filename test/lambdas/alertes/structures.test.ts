import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../domain/structure/structure.ts';
import { structuresHandler } from '../../../lambdas/structures/handler.ts';

const own = (userName: string, structure: string, role: Account['role']): Account => ({
  ...{ userName, structure, role, structureName: `Centre ${structure}`, displayName: `Personne ${userName}` },
  ...{ email: `${userName}@centre.fr`, createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'x', version: 1 },
});
const operation = '11111111-1111-4111-8111-111111111111';

let accounts: Map<string, Account>;
let disabled: string[];
let renamed: readonly string[];

beforeAll(() => {
  process.env['PROGRAMMES'] = 'alertes';
});
beforeEach(() => {
  [disabled, renamed] = [[], []];
  accounts = new Map(
    [own('a-admin', 'a', 'admin'), own('a-user', 'a', 'user'), own('b-user', 'b', 'user')].map((one) => [
      one.userName,
      one,
    ]),
  );
});

const handler = structuresHandler(async () => ({
  structures: {
    all: async () => [{ id: 'a', name: 'Centre a', createdAt: '', createdBy: '' }],
    find: async (id) => (id === 'a' ? { id, name: 'Centre a', createdAt: '', createdBy: '' } : undefined),
    add: async () => undefined,
    rename: async (_id, before, name) => {
      renamed = [before, name];
      return before === 'Centre a';
    },
  },
  accounts: {
    find: async (userName) => accounts.get(userName),
    all: async () => [...accounts.values()],
    save: async (account) => {
      accounts.set(account.userName, account);
      return true;
    },
  },
  invitations: {
    invite: async () => true,
    disable: async (userName) => void disabled.push(userName),
    enable: async () => undefined,
  },
  journal: { append: async () => undefined },
  timeZone: 'Europe/Paris',
  now: () => '2026-11-20T09:00:00.000Z',
  operation: () => operation,
  hash: (values) => values.join('-').padEnd(32, '0').slice(0, 32),
}));

interface Asked {
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly as: { readonly structure?: string; readonly role?: Account['role']; readonly groups?: string };
  readonly origin?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

async function ask({ path, form, as, origin, parameters }: Asked) {
  const event = {
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'alertes.example', ...(origin === undefined ? {} : { origin }) },
    body: form === undefined ? undefined : new URLSearchParams(form).toString(),
    pathParameters: parameters,
    requestContext: {
      http: { method: form === undefined ? 'GET' : 'POST' },
      authorizer: {
        lambda: {
          ...{ userName: 'somebody', displayName: 'Quelqu’un', groups: as.groups ?? '' },
          ...(as.structure === undefined
            ? {}
            : { structure: as.structure, structureName: `Centre ${as.structure}`, structureRole: as.role }),
        },
      },
    },
  };
  // An event of the API has much that no page reads.
  return handler(
    event as unknown as Parameters<typeof handler>[0],
    { awsRequestId: 'r1' } as Parameters<typeof handler>[1],
  );
}
const admin = { structure: 'a', role: 'admin' } as const;
const userPath = (userName: string) => `/alertes/utilisateurs/${userName}`;

describe('accesses of a structure', () => {
  it('ALERTES-03: its administrator sees its people and nobody else’s', async () => {
    const { statusCode, body } = await ask({ path: '/alertes/utilisateurs', as: admin });
    expect(statusCode).toBe(200);
    expect(body).toContain('a-user@centre.fr');
    expect(body).not.toContain('b-user');
  });

  it('ALERTES-12: an access of another structure is as unknown as one that is not', async () => {
    const form = { action: 'desactiver' };
    const foreign = await ask({ path: userPath('b-user'), form, as: admin, parameters: { userName: 'b-user' } });
    const unknown = await ask({ path: userPath('c-user'), form, as: admin, parameters: { userName: 'c-user' } });
    expect(foreign.statusCode).toBe(404);
    expect(foreign.body).toBe(unknown.body);
    expect(disabled).toEqual([]);
  });

  it.each([
    ['a user of the structure', { structure: 'a', role: 'user' }, '/alertes/utilisateurs'],
    ['an administrator of a structure', admin, '/alertes/structures'],
    ['nobody’s account', {}, '/alertes/utilisateurs'],
    ['the administrator of another programme', { groups: 'autre:general' }, '/alertes/structures'],
  ] as const)('ALERTES-03: %s is refused where they have nothing to do', async (_who, as, path) => {
    expect((await ask({ path, as })).statusCode).toBe(403);
  });

  it('ALERTES-02: an administrator of a structure cannot take away the access of another administrator, nor make one', async () => {
    const form = { action: 'desactiver' };
    const refused = await ask({ path: userPath('a-admin'), form, as: admin, parameters: { userName: 'a-admin' } });
    expect(refused.statusCode).toBe(403);
    const made = { operation, displayName: 'Awa Diallo', email: 'awa@centre.fr', role: 'admin' };
    const given = await ask({ path: '/alertes/utilisateurs', form: made, as: admin });
    expect(given.headers?.['location']).toBe('/alertes?fait=acces-cree');
    expect([...accounts.values()].at(-1)).toMatchObject({ structure: 'a', role: 'user', email: 'awa@centre.fr' });
  });

  it.each([
    ['no name', { displayName: ' ', email: 'awa@centre.fr' }],
    ['no address', { displayName: 'Awa Diallo', email: 'awa' }],
  ])('says what is wrong with %s, and keeps what was typed', async (_what, typed) => {
    const { statusCode, body } = await ask({
      path: '/alertes/utilisateurs',
      form: { operation, role: 'user', ...typed },
      as: admin,
    });
    expect(statusCode).toBe(400);
    expect(body).toContain(`value="${typed.email}"`);
    expect(accounts.size).toBe(3);
  });
});

describe('the name of a structure', () => {
  const general = { groups: 'alertes:general' };
  const path = '/alertes/structures/a/nom';
  const rename = (name: string, before = 'Centre a', as: Asked['as'] = general) =>
    ask({ path, form: { name, before }, as, parameters: { structure: 'a' } });

  it('ALERTES-37: is changed by a general administrator, over the name that they saw', async () => {
    const page = await ask({ path: '/alertes/structures/a', as: general, parameters: { structure: 'a' } });
    expect(page.body).toMatch(/name="before" value="Centre a"/);
    expect((await rename('Centre  A de Lille')).headers?.['location']).toBe(
      '/alertes/structures/a?fait=structure-renommee',
    );
    expect(renamed).toEqual(['Centre a', 'Centre A de Lille']);
    expect(accounts.get('a-user')?.structureName).toBe('Centre A de Lille');
    expect(accounts.get('b-user')?.structureName).toBe('Centre b');
    expect((await rename('Autre', 'Ancien nom')).statusCode).toBe(409);
    expect((await rename('x')).body).toContain('2 à 80 caractères');
  });

  it('ALERTES-12, ALERTES-37: is not in the hands of an administrator of the structure, whatever the address', async () => {
    expect((await rename('Pris', 'Centre a', admin)).statusCode).toBe(403);
    const parameters = { userName: 'nom' };
    const form = { name: 'Pris', before: 'Centre a' };
    expect((await ask({ path: userPath('nom'), form, as: admin, parameters })).statusCode).toBe(404);
    expect(renamed).toEqual([]);
  });
});

describe('forms', () => {
  const form = { action: 'desactiver' };
  const parameters = { userName: 'a-user' };

  it('COMMON-20: are refused when they come from another site, or from none that can be told', async () => {
    for (const origin of ['https://ailleurs.example', 'null']) {
      const { statusCode } = await ask({ path: userPath('a-user'), form, as: admin, origin, parameters });
      expect(statusCode, origin).toBe(403);
    }
    expect(disabled).toEqual([]);
  });

  it('ALERTES-03: are taken from our own pages', async () => {
    const { statusCode } = await ask({
      path: userPath('a-user'),
      form,
      as: admin,
      origin: 'https://alertes.example',
      parameters,
    });
    expect(statusCode).toBe(303);
    expect(disabled).toEqual(['a-user']);
  });
});
