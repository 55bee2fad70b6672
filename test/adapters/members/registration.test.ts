import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeMember } from '../../../domain/member/change-member.ts';
import { forgetMember } from '../../../domain/member/forget-member.ts';
import { ensureGroups, GroupRefused, removeGroup, renameGroup } from '../../../domain/member/groups.ts';
import { memberSubject } from '../../../domain/member/member.ts';
import { sheetOf } from '../../../domain/member/member-sheet.ts';
import type { Registration } from '../../../domain/member/register-member.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { memberRoom } from '../../support/members/member-room.ts';

let tables: EmbeddedTables;
let centres = 0;
beforeAll(async () => {
  tables = await embeddedTables('members', 'messages', 'journal');
});
afterAll(() => tables.stop());
const room = () => memberRoom(tables, `centre${++centres}`);

const mobile = { e164: '+33612345678', kind: 'mobile' } as const;
const marie = { lastName: 'DUPONT', firstName: 'Marie', birthDate: '1990-05-04', phone: mobile };

function memberOf(registration: Registration) {
  if (!('member' in registration)) throw new Error(`no member: ${registration.outcome}`);
  return registration.member;
}

async function everybody({ members }: ReturnType<typeof memberRoom>): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const some of members.all()) {
    names.push(...some.map(({ lastName, firstName }) => `${lastName} ${firstName}`));
  }
  return names;
}

describe('ALERTES-10, ALERTES-20: nobody is registered twice', () => {
  it('leads whoever registers a known person to their sheet, and creates nothing', async () => {
    const centre = room();
    const first = memberOf(await centre.register(marie));
    const again = await centre.register({
      lastName: 'DU PONT',
      firstName: 'MARÌE',
      phone: mobile,
      birthDate: '1990-05-04',
    });
    expect(again).toMatchObject({ outcome: 'known', member: { memberId: first.memberId } });
    expect(await everybody(centre)).toEqual(['DUPONT Marie']);
  });

  it('takes one form sent twice, even at once, for one registration', async () => {
    const centre = room();
    const both = await Promise.all([centre.register(marie, { form: 'f1' }), centre.register(marie, { form: 'f1' })]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['again', 'registered']);
    expect(await everybody(centre)).toEqual(['DUPONT Marie']);
  });

  it('lets one of ten users win who register one person at once', async () => {
    const centre = room();
    const forms = Array.from({ length: 10 }, (_, at) => `user ${at}`);
    const answers = await Promise.all(forms.map((form) => centre.register(marie, { form })));
    expect(answers.filter(({ outcome }) => outcome === 'registered')).toHaveLength(1);
    const others = answers.filter(({ outcome }) => outcome !== 'registered').map(({ outcome }) => outcome);
    expect(others.every((outcome) => outcome === 'known' || outcome === 'pending')).toBe(true);
    expect(await everybody(centre)).toEqual(['DUPONT Marie']);
    // Whoever was told to ask again is led to the sheet.
    expect((await centre.register(marie, { form: 'user 3' })).outcome).not.toBe('pending');
    expect(await everybody(centre)).toEqual(['DUPONT Marie']);
  });

  it('gives a name back that a registration cut short had taken', async () => {
    const centre = room();
    const cut = { ...centre.members, add: () => Promise.reject(new Error('cut')) };
    const order = {
      ...centre.occasion(),
      ...{ memberId: 'never', sheet: { ...marie, groups: [] }, apart: [], consentText: 'v1' },
    };
    const { registerMember } = await import('../../../domain/member/register-member.ts');
    await expect(registerMember(order, { ...centre.ports, members: cut })).rejects.toThrow('cut');
    expect(await centre.register(marie, { form: 'b' })).toEqual({ outcome: 'pending' });
    const later = await centre.register(marie, { form: 'b', at: '2026-11-22T09:01:01.000Z' });
    expect(later.outcome).toBe('registered');
    expect(await everybody(centre)).toEqual(['DUPONT Marie']);
  });

  it('A-16: says nothing of who is a member of another structure', async () => {
    const [one, other] = [room(), room()];
    await one.register(marie);
    expect((await other.register(marie)).outcome).toBe('registered');
    expect(await everybody(one)).toEqual(['DUPONT Marie']);
    expect(await everybody(other)).toEqual(['DUPONT Marie']);
  });
});

describe('ALERTES-30: families', () => {
  it('registers two children with their mother’s number, and asks before a homonym of another birth date', async () => {
    const centre = room();
    const mother = memberOf(await centre.register(marie));
    for (const firstName of ['Léo', 'Lina']) {
      const child = { lastName: 'DUPONT', firstName, birthDate: '2017-03-02', phone: mobile };
      expect((await centre.register(child)).outcome).toBe('registered');
    }
    const homonym = { ...marie, birthDate: '1962-01-09' };
    expect(await centre.register(homonym)).toMatchObject({
      outcome: 'alike',
      members: [{ memberId: mother.memberId }],
    });
    expect((await centre.register(homonym, { apart: [mother.memberId] })).outcome).toBe('registered');
    expect(await everybody(centre)).toEqual(['DUPONT Léo', 'DUPONT Lina', 'DUPONT Marie', 'DUPONT Marie']);
  });
});

describe('a sheet that changes', () => {
  it('refuses what makes it another member’s, and what somebody else changed meanwhile', async () => {
    const centre = room();
    const known = memberOf(await centre.register(marie));
    const zoe = memberOf(await centre.register({ lastName: 'ZOLA', firstName: 'Zoé', birthDate: '1990-05-04' }));
    const order = { ...centre.occasion(), memberId: zoe.memberId, version: zoe.version, apart: [] };
    const { outcome } = await changeMember({ ...order, sheet: { ...marie, groups: [] } }, centre.ports);
    expect(outcome).toBe('known');
    const sheet = { ...sheetOf(zoe), lastName: 'ÉLUARD' };
    expect((await changeMember({ ...order, sheet }, centre.ports)).outcome).toBe('changed');
    expect((await changeMember({ ...order, sheet: { ...sheet, firstName: 'X' } }, centre.ports)).outcome).toBe('stale');
    expect(await everybody(centre)).toEqual(['DUPONT Marie', 'ÉLUARD Zoé']);
    // The former name is free again, the new one is taken.
    const former = { lastName: 'ZOLA', firstName: 'Zoé', birthDate: '1990-05-04' };
    expect((await centre.register(former, { form: 'new' })).outcome).toBe('registered');
    expect((await centre.register({ ...former, lastName: 'ELUARD' }, { form: 'x' })).outcome).toBe('known');
    expect(known.version).toBe(1);
  });
});

describe('ALERTES-05, ALERTES-31: consent', () => {
  it('keeps who wrote it down, when, and which sentence was read; a withdrawal holds', async () => {
    const centre = room();
    const { memberId } = memberOf(await centre.register(marie));
    const holder = { subject: memberSubject(centre.scope.structure, memberId) };
    await centre.say(memberId, 'withdrawn', '2026-11-22T10:00:00.000Z');
    const facts = await centre.consents.facts('alertes', holder);
    const author = { scope: 'messages', channel: 'agent', textVersion: 'v1', by: 'nadia' };
    expect(facts).toEqual([
      { ...author, change: 'given', at: '2026-11-22T09:00:00.000Z' },
      { ...author, change: 'withdrawn', at: '2026-11-22T10:00:00.000Z' },
    ]);
    const [sheet] = await centre.members.read([memberId]);
    expect(sheet?.consent).toMatchObject({ change: 'withdrawn', by: 'nadia', textVersion: 'v1' });
    // An older word, told late, changes nothing.
    await centre.members.noteConsent(memberId, {
      change: 'given',
      at: '2026-11-22T09:30:00.000Z',
      by: 'x',
      channel: 'web',
      textVersion: 'v1',
    });
    expect((await centre.members.read([memberId]))[0]?.consent?.change).toBe('withdrawn');
  });

  it('assumes none', async () => {
    const centre = room();
    const member = memberOf(await centre.register(marie, { consent: false }));
    expect(member.consent).toBeUndefined();
    const holder = { subject: memberSubject(centre.scope.structure, member.memberId) };
    expect(await centre.consents.facts('alertes', holder)).toEqual([]);
  });
});

describe('ALERTES-09: groups', () => {
  it('makes a group once, whoever asks and however it is typed', async () => {
    const { members, occasion } = room();
    const make = (name: string) => ensureGroups([name], occasion(), (one) => `id ${one}`, members);
    await Promise.all([make('jeunesse'), make('Jeunesse'), make('JEUNESSE ')]);
    await make('Petite-enfance');
    expect((await members.groups()).map(({ name }) => name.toLowerCase())).toEqual(['jeunesse', 'petite-enfance']);
    await expect(make('  ')).rejects.toBeInstanceOf(GroupRefused);
    const [youth] = await members.groups();
    await expect(renameGroup(youth?.groupId ?? '', 'petite enfance', members)).rejects.toThrow('Petite-enfance');
  });

  it('reads everybody of several groups once, and nobody of a group they left', async () => {
    const centre = room();
    const { members } = centre;
    for (const [firstName, groups] of [
      ['A', ['g1']],
      ['B', ['g1', 'g2']],
      ['C', ['g2']],
      ['D', []],
    ] as const) {
      await centre.register({ lastName: 'NOM', firstName, groups, birthDate: '2000-01-01' }, { apart: [] });
    }
    const inBoth: string[] = [];
    for await (const some of members.inGroups(['g1', 'g2'])) inBoth.push(...some.map(({ firstName }) => firstName));
    expect(inBoth.sort()).toEqual(['A', 'B', 'C']);
    await removeGroup('g2', members);
    expect(await members.groupSize('g1')).toBe(2);
  });
});

describe('COMMON-14: forgetting a member', () => {
  it('leaves nothing of them in any table, but facts under their id', async () => {
    const centre = room();
    const secret = { lastName: 'ZYXWVU', firstName: 'Qorentine', birthDate: '1977-07-07', email: 'zq@exemple.fr' };
    const phone = { e164: '+33698989898', kind: 'mobile' } as const;
    const { memberId, version, ...rest } = memberOf(await centre.register({ ...secret, phone, groups: ['g1'] }));
    const sheet = { ...sheetOf({ ...rest, memberId, version }), lastName: 'ZYXWVUTS' };
    await changeMember({ ...centre.occasion(), memberId, version, sheet, apart: [] }, centre.ports);
    const order = { ...centre.occasion(), memberId };
    expect(await forgetMember(order, { ...centre.ports, others: [] })).toBe(true);
    expect(await forgetMember(order, { ...centre.ports, others: [] })).toBe(false);
    for (const table of ['members', 'messages', 'journal']) {
      for await (const { Items = [] } of paginateScan({ client: tables.client }, { TableName: table })) {
        const text = JSON.stringify(Items).toLowerCase();
        for (const word of ['zyxwvu', 'qorentine', '1977-07-07', 'zq@exemple', '98989898']) {
          expect(text).not.toContain(word);
        }
      }
    }
    expect(await centre.members.groupSize('g1')).toBe(0);
  });
});
