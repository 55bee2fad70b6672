import { Workbook } from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { memberHandlers } from '../../support/members/member-handlers.ts';
import type { SiteUser } from '../../support/members/member-site.ts';

let tables: EmbeddedTables;
let site: ReturnType<typeof memberHandlers>;
let centres = 0;
beforeAll(async () => {
  tables = await embeddedTables('members', 'messages', 'journal');
  site = memberHandlers(tables);
});
afterAll(() => tables.stop());

const nadia = (): SiteUser => ({ structure: `centre${++centres}`, userName: 'nadia', role: 'user' });
const sentence =
  "j'accepte que le centre social m'envoi des SMS et des newsletters pour m'informer de l'actualité de la structure";
const text = (body: string | undefined) => (body ?? '').replaceAll('&#39;', "'").replaceAll('\u202f', ' ');

type Fields = Readonly<Record<string, string | readonly string[]>>;
const dupont = { lastName: 'Dupont', firstName: 'Marie', birthDate: '', phone: '06 12 34 56 78', email: '' };
let forms = 0;

async function register(user: SiteUser, fields: Fields, operation = `operation-number-${++forms}`) {
  const pairs = Object.entries({ operation, consentText: 'v1', ...fields }).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
  );
  return await site.ask(user, 'POST', '/alertes/adherents', pairs);
}
const members = async (user: SiteUser) =>
  (await site.members({ programme: 'alertes', structure: user.structure }).page({ limit: 500 })).members;

describe('registering a member', () => {
  it('ALERTES-04, ALERTES-05, ALERTES-16, ALERTES-17, ALERTES-36: shows the five fields, the birth date and the exact sentence, unticked', async () => {
    const { body, statusCode } = await site.ask(nadia(), 'GET', '/alertes/adherents/nouveau');
    expect(statusCode).toBe(200);
    expect(text(body)).toContain(`<span>${sentence}</span>`);
    expect(body).toContain('name="consent" value="oui">');
    for (const name of ['lastName', 'firstName', 'email', 'phone', 'birthDate', 'newGroups']) {
      expect(body).toContain(`name="${name}"`);
    }
    expect(body).toContain('petite-enfance');
    // ALERTES-36: neither sex nor title nor nationality is asked, nor anything else.
    const asked = new Set([...(body ?? '').matchAll(/ name="(\w+)"/g)].map(([, name]) => name));
    const fields = ['lastName', 'firstName', 'birthDate', 'phone', 'email', 'newGroups', 'consent', 'consentText'];
    expect([...asked].filter((name) => name !== 'viewport' && name !== 'robots').toSorted()).toEqual(
      ['operation', ...fields].toSorted(),
    );
  });

  it('ALERTES-15, ALERTES-25: goes home with a notice, once, however often the button is pressed', async () => {
    const user = nadia();
    const fields = { ...dupont, consent: 'oui', newGroups: ['jeunesse', 'culture, RSA'] };
    const twice = await Promise.all([
      register(user, fields, 'operation-double-click'),
      register(user, fields, 'operation-double-click'),
    ]);
    for (const answer of twice) {
      expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/alertes?fait=inscrit' } });
    }
    const [member, ...others] = await members(user);
    expect(others).toEqual([]);
    expect(member).toMatchObject({
      lastName: 'DUPONT',
      createdBy: 'nadia',
      consent: { textVersion: 'v1', by: 'nadia' },
    });
    expect(member?.groups).toHaveLength(3);
  });

  it('ALERTES-10, ALERTES-20: leads to the existing sheet when the person is a member already', async () => {
    const user = nadia();
    await register(user, dupont);
    const [member] = await members(user);
    const again = await register(user, {
      ...dupont,
      lastName: 'DÙPONT ',
      firstName: 'marie',
      phone: '+33 6 12 34 56 78',
    });
    expect(again).toMatchObject({
      statusCode: 303,
      headers: { location: `/alertes/adherents/${member?.memberId}?fait=deja-inscrit` },
    });
    const sheet = await site.ask(user, 'GET', `/alertes/adherents/${member?.memberId}?fait=deja-inscrit`);
    expect(text(sheet.body)).toContain('déjà inscrite');
    expect(await members(user)).toHaveLength(1);
  });

  it('ALERTES-10: registers somebody once whom two users register at once', async () => {
    const user = nadia();
    const answers = await Promise.all([1, 2, 3].map(() => register(user, { ...dupont, consent: 'oui' })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    const [member, ...others] = await members(user);
    expect(others).toEqual([]);
    const places = answers.map(({ headers }) => headers?.['location']).sort();
    const known = `/alertes/adherents/${member?.memberId}?fait=deja-inscrit`;
    expect(places).toEqual([known, known, '/alertes?fait=inscrit'].sort());
  });

  it('does not lose whom the same form names after the browser’s back button', async () => {
    const user = nadia();
    await register(user, { ...dupont, birthDate: '04/05/1990' }, 'operation-back-button');
    await register(user, { ...dupont, firstName: 'Léo', birthDate: '02/03/2017' }, 'operation-back-button');
    expect((await members(user)).map(({ firstName }) => firstName)).toEqual(['Léo', 'Marie']);
  });

  it('ALERTES-30: asks before registering a homonym, then registers them', async () => {
    const user = nadia();
    await register(user, { ...dupont, birthDate: '04/05/1990' });
    const asked = await register(user, { ...dupont, birthDate: '09/01/1962', consent: 'oui' }, 'operation-homonym-x');
    expect(asked.statusCode).toBe(200);
    expect(text(asked.body)).toContain('Est-ce la même personne ?');
    expect(await members(user)).toHaveLength(1);
    const pairs = [...(asked.body ?? '').matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
    const form = pairs.map(([, name = '', value = '']) => [name, value] as const);
    const sent = await site.ask(user, 'POST', '/alertes/adherents', form);
    expect(sent).toMatchObject({ statusCode: 303, headers: { location: '/alertes?fait=inscrit' } });
    expect((await members(user)).map(({ birthDate }) => birthDate).sort()).toEqual(['1962-01-09', '1990-05-04']);
  });

  it('ALERTES-16: refuses a birth date to come, and keeps what was typed', async () => {
    const user = nadia();
    const { statusCode, body } = await register(user, { ...dupont, birthDate: '01/01/2999', consent: 'oui' });
    expect(statusCode).toBe(422);
    expect(text(body)).toContain('Cette date de naissance est à venir');
    expect(body).toContain('value="01/01/2999"');
    expect(body).toContain('aria-invalid="true"');
    expect(body).toMatch(/name="consent" value="oui" checked/);
    expect(await members(user)).toEqual([]);
  });
});

describe('the sheet of a member', () => {
  it('ALERTES-11, ALERTES-31: tells age and consents, and takes a withdrawal', async () => {
    const user = nadia();
    await register(user, { ...dupont, birthDate: '04/05/1990', consent: 'oui' });
    const [member] = await members(user);
    const path = `/alertes/adherents/${member?.memberId}`;
    expect(text((await site.ask(user, 'GET', path)).body)).toMatch(/04\/05\/1990 \(\d+ ans\)/);
    await site.ask(user, 'POST', `${path}/consentement`, [
      ['change', 'withdrawn'],
      ['consentText', 'v1'],
    ]);
    const after = text((await site.ask(user, 'GET', path)).body);
    expect(after).toContain('Désinscrit');
    expect(after).toMatch(/Accord retiré le .* écrit par Nadia Benali/);
    const unticked = await site.ask(user, 'POST', `${path}/consentement`, [
      ['change', 'given'],
      ['consentText', 'v1'],
    ]);
    expect(unticked.statusCode).toBe(400);
  });

  it('changes what is asked and nothing over somebody else’s change', async () => {
    const user = nadia();
    await register(user, dupont);
    const [member] = await members(user);
    const path = `/alertes/adherents/${member?.memberId}`;
    const form = (firstName: string) => Object.entries({ ...dupont, firstName, version: '1' });
    expect(await site.ask(user, 'POST', `${path}/modifier`, form('Maria'))).toMatchObject({
      headers: { location: `${path}?fait=modifie` },
    });
    expect((await site.ask(user, 'POST', `${path}/modifier`, form('Mariana'))).statusCode).toBe(409);
    expect((await members(user)).map(({ firstName }) => firstName)).toEqual(['Maria']);
  });

  it('COMMON-15: gives all that is kept of a member in a workbook, formulas as text', async () => {
    const user = nadia();
    await register(user, { ...dupont, lastName: '=HYPERLINK("http://x")', consent: 'oui' });
    const [member] = await members(user);
    const { body = '', headers } = await site.ask(user, 'GET', `/alertes/adherents/${member?.memberId}/export`);
    expect(headers?.['content-disposition']).toContain('adherent.xlsx');
    const workbook = await new Workbook().xlsx.load(Buffer.from(body, 'base64') as never);
    const cells = workbook.worksheets.flatMap((sheet) =>
      sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])),
    );
    expect(cells).toContain('=HYPERLINK("HTTP://X")');
    expect(cells).toContain(sentence);
    expect(cells).toContain("Ce projet est cofinancé par l'Union Européenne avec le FEDER");
  });

  it('COMMON-14: forgets a member after one more question', async () => {
    const user = nadia();
    await register(user, dupont);
    const [member] = await members(user);
    const path = `/alertes/adherents/${member?.memberId}/effacer`;
    expect(text((await site.ask(user, 'GET', path)).body)).toContain('C’est définitif.');
    expect(await site.ask(user, 'POST', path)).toMatchObject({ headers: { location: '/alertes?fait=efface' } });
    expect(await members(user)).toEqual([]);
    expect((await site.ask(user, 'GET', path)).statusCode).toBe(404);
  });

  it('ALERTES-12, ALERTES-22: answers a member of another structure as one that never was', async () => {
    const [user, other] = [nadia(), nadia()];
    await register(other, dupont);
    const [member] = await members(other);
    for (const [method, view] of [
      ['GET', ''],
      ['GET', '/modifier'],
      ['GET', '/export'],
      ['POST', '/effacer'],
      ['POST', '/consentement'],
    ] as const) {
      const foreign = await site.ask(user, method, `/alertes/adherents/${member?.memberId}${view}`);
      const unknown = await site.ask(user, method, `/alertes/adherents/${'0'.repeat(32)}${view}`);
      expect(foreign).toEqual(unknown);
      expect(foreign.statusCode).toBe(404);
    }
    expect(await members(other)).toHaveLength(1);
  });
});

describe('a structure that a request names', () => {
  it('ALERTES-12, COMMON-19: is nothing in a form or an address: what is written and read is of who asks', async () => {
    const [user, other] = [nadia(), nadia()];
    await register(other, { ...dupont, lastName: 'Autre' });
    const forged = Object.fromEntries(
      ['structure', 'structureId', 'scope', 'programme', 'structureRole'].map((name) => [name, other.structure]),
    );
    await register(user, { ...dupont, ...forged });
    expect((await members(user)).map(({ lastName }) => lastName)).toEqual(['DUPONT']);
    expect((await members(other)).map(({ lastName }) => lastName)).toEqual(['AUTRE']);
    const query = new URLSearchParams(forged).toString();
    const { body } = await site.ask(user, 'GET', `/alertes/adherents?${query}`);
    expect(body).toContain('DUPONT Marie');
    expect(body).not.toContain('AUTRE');
  });
});

describe('ALERTES-14, ALERTES-21: the list', () => {
  it('is in alphabetical order, page after page and back, and searched by the beginning of names', async () => {
    const user = nadia();
    const store = site.members({ programme: 'alertes', structure: user.structure });
    const author = {
      createdAt: '2026-01-01T00:00:00.000Z',
      createdBy: 'n',
      changedAt: '2026-01-01T00:00:00.000Z',
      changedBy: 'n',
      version: 1,
    };
    await store.addAll(
      Array.from({ length: 120 }, (_, at) => ({
        ...author,
        ...{ memberId: String(at).padStart(32, '0'), groups: [], nameKeys: [] },
        ...{ lastName: `NOM${String.fromCharCode(65 + (at % 26))}`, firstName: `P${at}` },
      })),
    );
    const everyone = (await store.page({ limit: 200 })).members.map(({ firstName }) => firstName);
    const seen: string[] = [];
    let address: string | undefined = '/alertes/adherents';
    const addresses: string[] = [];
    while (address !== undefined) {
      addresses.push(address);
      const { body = '' }: { body?: string | undefined } = await site.ask(user, 'GET', address);
      seen.push(...[...body.matchAll(/>NOM\w (P\d+)</g)].map(([, name = '']) => name));
      address = /href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(everyone);
    expect(addresses).toHaveLength(3);
    expect(addresses.join(' ')).not.toContain('NOM');
    const last = await site.ask(user, 'GET', addresses[2] ?? '');
    const back = /href="([^"]*)" rel="prev"/.exec(last.body ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
    const names = [...((await site.ask(user, 'GET', back)).body ?? '').matchAll(/>NOM\w (P\d+)</g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(everyone.slice(50, 100));
    const found = await site.ask(user, 'POST', '/alertes/adherents/recherche', [['q', 'nomc p2']]);
    expect([...(found.body ?? '').matchAll(/>(NOM\w P\d+)</g)].map(([, name]) => name)).toEqual([
      'NOMC P2',
      'NOMC P28',
    ]);
    expect((found.body ?? '').length).toBeLessThan(100_000);
    const first = await site.ask(user, 'POST', '/alertes/adherents/recherche', [['q', 'p11']]);
    expect([...(first.body ?? '').matchAll(/>(NOM\w P\d+)</g)].map(([, name]) => name)).toEqual([
      ...['NOMG P110', 'NOMH P111', 'NOMI P112', 'NOMJ P113', 'NOMK P114', 'NOML P11'],
      ...['NOML P115', 'NOMM P116', 'NOMN P117', 'NOMO P118', 'NOMP P119'],
    ]);
    // Renamed, and forgotten: neither name leads anywhere.
    const [member] = await store.kept([String(11).padStart(32, '0')]);
    if (member === undefined) throw new Error('there is P11');
    const renamed = { ...member, firstName: 'Zélie', version: 2 };
    await store.change(renamed, []);
    const by = async (prefix: string) =>
      (await store.page({ limit: 9, prefix, by: 'firstName' })).members.map(({ firstName }) => firstName);
    expect([await by('p11 '), await by('zel')]).toEqual([[], ['Zélie']]);
    await store.remove(renamed);
    expect(await by('zel')).toEqual([]);
  });
});
