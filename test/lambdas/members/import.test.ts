import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoConsents } from '../../../adapters/dynamo-consents.ts';
import { memberSubject } from '../../../domain/member/member.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { importRoom } from '../../support/members/import-room.ts';
import { memberRoom } from '../../support/members/member-room.ts';
import type { SiteUser } from '../../support/members/member-site.ts';

let tables: EmbeddedTables;
let centres = 0;
beforeAll(async () => {
  tables = await embeddedTables('members', 'messages', 'journal');
});
afterAll(() => tables.stop());

const nadia = (): SiteUser => ({ structure: `import${++centres}`, userName: 'nadia', role: 'user' });
const text = (body: string | undefined) => (body ?? '').replaceAll('&#39;', "'").replaceAll(/[\u202f\u00a0]/g, ' ');
const file = (name: string) => readFileSync(join(import.meta.dirname, 'files', name));

type Room = ReturnType<typeof importRoom>;
const scopeOf = (user: SiteUser) => ({ programme: 'alertes', structure: user.structure });

/** As a browser does: opens the page, sends the file to the bucket, lands on the import. */
async function send(room: Room, user: SiteUser, bytes: Uint8Array): Promise<string> {
  const { body = '' } = await room.ask(user, 'GET', '/alertes/import');
  const key = /name="key" value="([^"]+)"/.exec(body)?.[1] ?? '';
  room.kept.set(key, bytes);
  const path = `/alertes/import/${key.split('/')[2]}`;
  expect((await room.ask(user, 'GET', path)).body).toContain('Lecture en cours');
  await room.work();
  return path;
}

async function commit(room: Room, user: SiteUser, path: string, fields: Readonly<Record<string, string>> = {}) {
  const { body = '' } = await room.ask(user, 'GET', path);
  const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
  const form = Object.entries({ step: 'commit', version, consentText: 'v1', ...fields });
  const answer = await room.ask(user, 'POST', path, form);
  await room.work();
  return answer;
}

async function everybody(room: Room, user: SiteUser) {
  const all = [];
  for await (const some of room.members(scopeOf(user)).all()) all.push(...some);
  return all;
}

async function countsOf(room: Room, user: SiteUser, path: string) {
  return (await room.jobs(scopeOf(user)).find(path.split('/')[3] ?? ''))?.counts;
}

describe('ALERTES-18: files as people save them', () => {
  it.each(['libreoffice.xlsx', 'libreoffice-1252.csv'])(
    '%s: merged title, dates of all kinds, lost zeros',
    async (name) => {
      const [room, user] = [importRoom(tables), nadia()];
      const path = await send(room, user, file(name));
      const preview = text((await room.ask(user, 'GET', path)).body);
      expect(preview).toContain('Inscrire 3 adhérents');
      for (const wrong of ['31/02/1990', '06 12', 'peut-être', 'nom absent ou sans lettre'])
        expect(preview).toContain(wrong);
      expect(await everybody(room, user)).toEqual([]);
      const groups = Object.fromEntries(
        [...preview.matchAll(/name="(g-[^"]+)"/g)].map(([, group = '']) => [group, 'create']),
      );
      expect(Object.keys(groups)).toEqual(['g-culture', 'g-jeunesse', 'g-petiteenfance']);
      await commit(room, user, path, groups);
      const members = await everybody(room, user);
      expect(members.map(({ lastName, firstName, birthDate }) => `${lastName} ${firstName} ${birthDate}`)).toEqual([
        '=CMD|A1 Léa undefined',
        expect.stringMatching(/^D['’]ORSAY Éléonore 1990-05-04$/),
        'NGUYEN O 2004-02-29',
      ]);
      const [, orsay, nguyen] = members;
      expect(orsay).toMatchObject({
        phone: { e164: '+33612345678' },
        email: 'e.orsay@exemple.fr',
        consent: { by: 'nadia', channel: 'import', textVersion: 'v1' },
      });
      expect(orsay?.groups).toHaveLength(3);
      expect(nguyen).toMatchObject({ phone: { e164: '+33698765432' } });
      expect(nguyen?.consent).toBeUndefined();
      const ledger = await dynamoConsents(tables.client, 'messages').facts('alertes', {
        subject: memberSubject(user.structure, orsay?.memberId ?? ''),
      });
      expect(ledger).toMatchObject([{ change: 'given', channel: 'import', by: 'nadia' }]);
    },
  );

  it('refuses a file that is no table, with a reason', async () => {
    const [room, user] = [importRoom(tables), nadia()];
    const path = await send(room, user, Buffer.from('Bonjour'));
    expect(text((await room.ask(user, 'GET', path)).body)).toContain('n’a pas de ligne d’en-tête');
    expect(await everybody(room, user)).toEqual([]);
  });
});

/** 950 new people, 20 members already, 30 rows that nobody can be read from. */
function thousandRows(created = 970): string {
  const lines = ['Nom;Prénom;Né le;Tél;Accord'];
  for (let at = 0; at < created; at += 1) {
    const letters = [...String(at)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
    lines.push(
      `Nom${letters};Anne-${letters};${String((at % 28) + 1).padStart(2, '0')}/03/19${50 + (at % 50)};06${String(10_000_000 + at)};oui`,
    );
  }
  for (let at = 0; at < 30; at += 1) lines.push(`;Inconnu ${at};01/01/1990;;oui`);
  return lines.join('\r\n');
}

describe('ALERTES-18: a file of a thousand rows', () => {
  it('creates 950, finds 20, refuses 30 with line and reason, and nothing when it is sent again', async () => {
    const [room, user] = [importRoom(tables), nadia()];
    const centre = memberRoom(tables, user.structure);
    for (let at = 0; at < 20; at += 1) {
      const letters = [...String(at)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
      const birthDate = `19${50 + at}-03-${String(at + 1).padStart(2, '0')}`;
      await centre.register({ lastName: `NOM${letters.toUpperCase()}`, firstName: `ANNE ${letters}`, birthDate });
    }
    const bytes = Buffer.from(thousandRows());
    const path = await send(room, user, bytes);
    expect(await countsOf(room, user, path)).toMatchObject({ rows: 1000, created: 950, matched: 20, refused: 30 });
    const sent = await commit(room, user, path);
    expect(sent).toMatchObject({ statusCode: 303 });
    expect(text((await room.ask(user, 'GET', path)).body)).toContain('L’import est terminé.');
    expect(await everybody(room, user)).toHaveLength(970);
    const workbook = await new Workbook().xlsx.load(
      Buffer.from(room.kept.get(`alertes/${user.structure}/${path.split('/')[3]}/erreurs.xlsx`) ?? []) as never,
    );
    const faults = workbook.getWorksheet('Erreurs');
    expect(faults?.getCell('A5').value).toBe(972);
    expect(faults?.actualRowCount).toBeGreaterThanOrEqual(30);
    // Pressed twice, and sent again.
    await commit(room, user, path);
    const again = await send(room, user, bytes);
    expect(await countsOf(room, user, again)).toMatchObject({ created: 0, matched: 970, completed: 0, refused: 30 });
  }, 30_000);

  it('goes on after a crash, and registers nobody twice', async () => {
    const user = nadia();
    let left = 0;
    const broken = importRoom(tables, {}, (ports) => ({
      ...ports,
      members: {
        ...ports.members,
        async addAll(some) {
          if (left-- === 0) throw new Error('cut');
          await ports.members.addAll(some);
        },
      },
    }));
    const path = await send(broken, user, Buffer.from(thousandRows(300)));
    await expect(commit(broken, user, path)).rejects.toThrow('cut');
    // Names are taken, and nobody has a sheet.
    expect(await everybody(broken, user)).toEqual([]);
    left = -1;
    await broken.ask(user, 'POST', path, [['step', 'resume']]);
    await broken.work();
    const all = await everybody(broken, user);
    expect(all).toHaveLength(300);
    expect(new Set(all.map(({ memberId }) => memberId)).size).toBe(300);
    expect(all.every(({ consent }) => consent?.change === 'given')).toBe(true);
  }, 30_000);
});

describe('ALERTES-18: what a file does not decide by itself', () => {
  const csv = (...rows: readonly string[]) =>
    Buffer.from(['Nom;Prénom;Né le;Mobile;Groupe;Accord', ...rows].join('\n'));

  it('takes nobody’s agreement without a column for it, nor unless somebody says which sentence they read', async () => {
    const [room, user] = [importRoom(tables), nadia()];
    const without = await send(room, user, Buffer.from('Nom;Prénom;Mobile\nA;B;0612345678'));
    expect(text((await room.ask(user, 'GET', without)).body)).toContain('n’a pas de colonne d’accord');
    await commit(room, user, without);
    const marked = await send(room, user, csv('C;D;01/01/1990;0612345679;;oui'));
    expect(text((await room.ask(user, 'GET', marked)).body)).toContain("m'envoi des SMS");
    await commit(room, user, marked, { consentText: '' });
    expect((await everybody(room, user)).map(({ consent }) => consent)).toEqual([undefined, undefined]);
  });

  it('ALERTES-20: meets whoever is registered by hand while the file is', async () => {
    const [room, user] = [importRoom(tables), nadia()];
    const rows = Array.from(
      { length: 60 },
      (_, at) => `Nom${String.fromCharCode(97 + (at % 26))}o;Ana${at};01/02/1990;;;oui`,
    );
    const path = await send(room, user, csv(...rows));
    const centre = memberRoom(tables, user.structure);
    const byHand = [3, 30, 59].map((at) => ({
      ...{ lastName: `NOM${String.fromCharCode(65 + (at % 26))}O`, firstName: `Ana${at}`, birthDate: '1990-02-01' },
    }));
    const [, ...answers] = await Promise.all([
      commit(room, user, path),
      ...byHand.map(async (sheet) => await centre.register(sheet)),
    ]);
    expect(answers.every(({ outcome }) => outcome !== 'alike')).toBe(true);
    expect(await everybody(room, user)).toHaveLength(60);
  });

  it('never brings back who withdrew, completes what was missing and replaces nothing', async () => {
    const [room, user] = [importRoom(tables), nadia()];
    const centre = memberRoom(tables, user.structure);
    const answer = await centre.register({ lastName: 'DUPONT', firstName: 'Marie', birthDate: '1990-05-04' });
    const { memberId } = 'member' in answer ? answer.member : { memberId: '' };
    await centre.say(memberId, 'withdrawn', '2026-11-22T10:00:00.000Z');
    const path = await send(room, user, csv('Dupont;Marie;04/05/1990;0612345678;Jeunesse;oui'));
    expect(await countsOf(room, user, path)).toMatchObject({ created: 0, matched: 1, completed: 1 });
    await commit(room, user, path, { 'g-jeunesse': 'create' });
    const [member, ...others] = await everybody(room, user);
    expect(others).toEqual([]);
    expect(member).toMatchObject({ memberId, phone: { e164: '+33612345678' }, consent: { change: 'withdrawn' } });
    expect(member?.groups).toHaveLength(1);
  });

  it('proposes groups by their names and guesses none; doubts are for a person', async () => {
    const [room, user] = [importRoom(tables), nadia()];
    const centre = memberRoom(tables, user.structure);
    await centre.register({ lastName: 'DUPONT', firstName: 'Marie', birthDate: '1962-01-09' });
    const path = await send(
      room,
      user,
      csv('Dupont;Marie;04/05/1990;;jeunes;non', 'Dupont;Marie;04/05/1990;;;non', 'Weiss;Ana;01/02/2000;;jeunesse;non'),
    );
    expect(await countsOf(room, user, path)).toMatchObject({ created: 2, repeated: 1, pairs: 1 });
    const id = /name="(d-[^"]+)"/.exec((await room.ask(user, 'GET', path)).body ?? '')?.[1] ?? '';
    await room.ask(user, 'POST', path, [
      ['step', 'decide'],
      [id, 'same'],
    ]);
    await room.work();
    expect(await countsOf(room, user, path)).toMatchObject({ created: 1, matched: 1, pairs: 0 });
    await commit(room, user, path, { 'g-jeunesse': 'create', 'g-jeunes': 'ignore' });
    expect((await everybody(room, user)).map(({ lastName, groups }) => `${lastName} ${groups.length}`)).toEqual([
      'DUPONT 0',
      'WEISS 1',
    ]);
    const next = await send(room, user, csv('Zola;Ana;01/02/2001;;jeunes;non'));
    const page = text((await room.ask(user, 'GET', next)).body);
    expect(page).toMatch(/<select[^>]* required><option value="">À choisir/);
    expect(page).toContain('Mettre dans « jeunesse »');
  });

  it('remembers how columns were read, and forgets files that may name somebody', async () => {
    const [room, user] = [importRoom(tables), nadia()];
    const bytes = Buffer.from('Nom;Prénom;Référence;Remarque\nA;B;x;Théâtre\nC;D;y;');
    const path = await send(room, user, bytes);
    await room.ask(user, 'POST', path, [
      ['step', 'map'],
      ['columns', '4'],
      ['c0', 'lastName'],
      ['c1', 'firstName'],
      ['c3', 'group'],
    ]);
    await room.work();
    await commit(room, user, path, { 'g-theatre': 'create' });
    const again = await send(room, user, Buffer.from('Nom;Prénom;Référence;Remarque\nE;F;z;Théâtre'));
    expect((await room.ask(user, 'GET', again)).body).toMatch(/<option value="group" selected>/);
    await room.files.discard(`alertes/${user.structure}`, path.split('/')[3] ?? '');
    expect([...room.kept.keys()].filter((key) => key.includes(path.split('/')[3] ?? ''))).toEqual([]);
  });

  it('COMMON-14: starts nothing on a file that was taken away with one of its members, and says to send it again', async () => {
    const [room, user] = [importRoom(tables), nadia()];
    const path = await send(room, user, file('libreoffice.xlsx'));
    const { body = '' } = await room.ask(user, 'GET', path);
    const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
    room.kept.clear();
    for (const step of ['commit', 'resume', 'map']) {
      const answer = await room.ask(user, 'POST', path, Object.entries({ step, version, consentText: 'v1' }));
      expect(answer.statusCode, step).toBe(409);
      expect(answer.body, step).toContain('n’est plus gardé. Envoyez-le de nouveau.');
    }
    await room.work();
    expect(await everybody(room, user)).toEqual([]);
  });

  it('ALERTES-12: shows an import of another structure as one that never was', async () => {
    const [room, user, other] = [importRoom(tables), nadia(), nadia()];
    const path = await send(room, user, csv('A;B;01/01/1990;;;oui'));
    for (const address of [path, `${path}/erreurs`]) {
      const foreign = await room.ask(other, 'GET', address);
      expect(foreign.statusCode).toBe(404);
      expect(foreign).toEqual(await room.ask(other, 'GET', address.replace(/-\w+/, '-zzzzzzzz')));
    }
    expect(
      (
        await room.ask(other, 'POST', path, [
          ['step', 'commit'],
          ['version', '2'],
        ])
      ).statusCode,
    ).toBe(404);
    expect((await room.ask(other, 'GET', '/alertes/import')).body).not.toContain(path);
  });
});
