import { beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { createStructure } from '../../../domain/structure/create-structure.ts';
import { type AccessOrder, type AccessPorts, giveAccess, switchAccess } from '../../../domain/structure/give-access.ts';
import { renameStructure } from '../../../domain/structure/rename-structure.ts';
import type { Account, Structure } from '../../../domain/structure/structure.ts';

const decision = { programme: 'p', timeZone: 'Europe/Paris', by: 'admin', at: '2026-11-20T09:00:00.000Z' };
const order: AccessOrder = {
  ...decision,
  structure: { id: 's1', name: 'Centre A' },
  userName: 'u1',
  displayName: 'Awa Diallo',
  email: 'awa@centre.fr',
  role: 'user',
};

let accounts: Map<string, Account>;
let journal: Map<string, JournalEntry>;
let calls: string[];
let refuses: boolean;
let ports: AccessPorts;

beforeEach(() => {
  [accounts, journal, calls, refuses] = [new Map(), new Map(), [], false];
  ports = {
    accounts: {
      find: async (userName) => accounts.get(userName),
      all: async () => [...accounts.values()],
      save: async (account) => {
        if ((accounts.get(account.userName)?.version ?? 0) !== account.version - 1) return false;
        accounts.set(account.userName, account);
        return true;
      },
    },
    invitations: {
      invite: async ({ userName }) => {
        calls.push(`invite ${userName}`);
        return !refuses;
      },
      disable: async (userName) => void calls.push(`disable ${userName}`),
      enable: async (userName) => void calls.push(`enable ${userName}`),
    },
    journal: {
      append: async (entries) => {
        for (const entry of entries) journal.set(entry.id, entry);
      },
    },
  };
});

describe('giving access', () => {
  it('ALERTES-02: a double click is one invitation, one account and one fact without a name', async () => {
    expect(await giveAccess(order, ports)).toBe('given');
    expect(await giveAccess(order, ports)).toBe('given');
    expect(calls).toEqual(['invite u1']);
    expect(accounts.get('u1')).toMatchObject({ structure: 's1', structureName: 'Centre A', role: 'user', version: 1 });
    expect([...journal.keys()]).toEqual(['access#u1#1']);
    expect(JSON.stringify([...journal.values()])).not.toMatch(/Awa|centre\.fr/);
  });

  it('keeps nothing when the identity provider does not take the address', async () => {
    refuses = true;
    expect(await giveAccess(order, ports)).toBe('refused');
    expect([accounts.size, journal.size]).toEqual([0, 0]);
  });
});

describe('taking access away', () => {
  it('ALERTES-03: ends it in the account first, and gives it back', async () => {
    await giveAccess(order, ports);
    const account = () => accounts.get('u1') as Account;
    expect(await switchAccess({ ...decision, account: account(), enabled: false }, ports)).toBe(true);
    expect(account().disabledAt).toBe(decision.at);
    expect(await switchAccess({ ...decision, account: account(), enabled: true }, ports)).toBe(true);
    expect('disabledAt' in account()).toBe(false);
    expect(calls).toEqual(['invite u1', 'disable u1', 'enable u1']);
    expect([...journal.keys()]).toEqual(['access#u1#1', 'access#u1#2', 'access#u1#3']);
  });

  it('tells the identity provider again when it was interrupted before, and changes nothing when somebody else did', async () => {
    await giveAccess(order, ports);
    const before = accounts.get('u1') as Account;
    await switchAccess({ ...decision, account: before, enabled: false }, ports);
    const after = accounts.get('u1') as Account;
    expect(await switchAccess({ ...decision, account: after, enabled: false }, ports)).toBe(true);
    expect(calls).toEqual(['invite u1', 'disable u1', 'disable u1']);
    expect(await switchAccess({ ...decision, account: before, enabled: false }, ports)).toBe(false);
    expect(journal.size).toBe(2);
  });
});

describe('creating and renaming a structure', () => {
  let kept: Structure[];
  const structures = {
    all: async () => kept,
    find: async (id: string) => kept.find((one) => one.id === id),
    add: async (structure: Structure) => void kept.push(structure),
    rename: async (id: string, before: string, name: string) => {
      const known = kept.find((one) => one.id === id && one.name === before);
      kept = kept.map((one) => (one === known ? { ...one, name } : one));
      return known !== undefined;
    },
  };
  const create = (id: string, name: string) =>
    createStructure({ ...decision, id, name }, { structures, journal: ports.journal });
  const rename = (before: string, name: string) =>
    renameStructure({ ...decision, structure: { id: 's1' }, before, name }, { ...ports, structures });
  beforeEach(() => {
    kept = [];
  });

  it('ALERTES-37: once for one form; a name that is taken, whatever its accents and capitals, is refused', async () => {
    expect(await create('s1', 'Centre social de l’Écho')).toBe('created');
    expect(await create('s1', 'Centre social de l’Écho')).toBe('created');
    expect(await create('s2', "centre social de l'ECHO")).toBe('taken');
    expect(kept.map(({ id }) => id)).toEqual(['s1']);
    expect([...journal.keys()]).toEqual(['structure#s1']);
  });

  it('ALERTES-37: is renamed in its accounts too, over the name that was shown, and never to another’s', async () => {
    await create('s1', 'Centre A');
    await create('s2', 'Centre B');
    await giveAccess(order, ports);
    expect(await rename('Centre A', 'centre b')).toBe('taken');
    expect(await rename('Centre A', 'Centre A, Lille')).toBe('renamed');
    expect(await rename('Centre A', 'Autre nom')).toBe('changed');
    expect(kept.map(({ name }) => name)).toEqual(['Centre A, Lille', 'Centre B']);
    expect(accounts.get('u1')).toMatchObject({ structureName: 'Centre A, Lille', version: 2 });
    expect(JSON.stringify([...journal.values()])).not.toMatch(/Lille/);
    // Interrupted before its accounts were told: the same again tells them.
    accounts.set('u1', { ...(accounts.get('u1') as Account), structureName: 'Centre A' });
    expect(await rename('Centre A, Lille', 'Centre A, Lille')).toBe('renamed');
    expect(accounts.get('u1')?.structureName).toBe('Centre A, Lille');
  });
});
