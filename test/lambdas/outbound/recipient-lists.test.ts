import exceljs from 'exceljs';
import { beforeEach, describe, expect, test } from 'vitest';
import { inventedList } from '../../../bench/invented-list.ts';
import { listRoom } from '../../support/outbound/list-room.ts';

const id = '20260620T080000-abcdefgh';
const path = `/listes/ville/imports/${id}`;
const csv = [
  'Nom;Prénom;Date de naissance;Téléphone;Remarque',
  'MARTIN;Jeanne;12/03/1938;01 42 34 56 78;=1+1',
  'LEFÈVRE;Éloïse;31/02/1931;06 12 34 56 78;',
  ';Sans nom;01/01/1940;01 42 34 56 79;',
  'NOIR;Paul;01/01/1941;;',
  'GAUTIER;Robert;12/02/1934;01 49 84 85 86;',
  'GAUTIER;Robert;12/02/1943;01 40 00 00 01;',
].join('\r\n');

let place: ReturnType<typeof listRoom>;
beforeEach(() => {
  place = listRoom();
});
/** Sends the file and comes to its preview. */
async function previewed(content: string | Uint8Array = csv) {
  place.sent.set(id, Buffer.from(content));
  await place.open(path);
  await place.work();
  return String((await place.open(path)).body);
}

describe('REFLEX-23: lists of people', () => {
  test('are sent by a form without a script that comes back here', async () => {
    const { statusCode, body, headers } = await place.open('/listes/ville');
    expect(statusCode).toBe(200);
    expect(body).toContain('<form method="post" action="https://s3.exemple/lists" enctype="multipart/form-data">');
    expect(body).toContain(`value="https://exemple.fr${path}"`);
    expect(body).toContain('Aucune liste pour le moment');
    expect(body).not.toContain('<script');
    expect(headers?.['content-security-policy']).toContain("default-src 'none'");
  });

  test('are read once they have arrived, whatever the browser reloads', async () => {
    expect((await place.open(path)).statusCode).toBe(404);
    place.sent.set(id, Buffer.from(csv));
    const reading = await place.open(path);
    expect(reading.body).toContain('Lecture en cours');
    expect(reading.headers?.['refresh']).toBe('3');
    await place.open(path);
    expect(place.orders).toEqual([{ programme: 'ville', importId: id }]);
    await place.work();
    const ready = await place.open(path);
    expect(ready.headers?.['refresh']).toBeUndefined();
    expect(await place.lines()).toEqual([]);
  });

  test('are previewed: counts, errors by row and column, doubts, columns', async () => {
    const body = await previewed();
    expect(body).toContain('<th scope="row">Nouvelles personnes</th><td class="number">5</td>');
    expect(body).toContain('<th scope="row">Lignes refusées</th><td class="number">1</td>');
    expect(body).toContain('31/02/1931');
    expect(body).toContain('ce jour n’existe pas');
    expect(body).toContain('GAUTIER Robert (ligne 6) et GAUTIER Robert (ligne 7)');
    expect(body).toContain('<option value="birthDate" selected>');
    expect(body).toContain('NOIR Paul');
  });

  test('then committed, and the same again changes nothing', async () => {
    await previewed();
    const { version = 0 } = place.jobsKept.get(id) ?? {};
    expect((await place.post(path, { step: 'commit', version: String(version - 1) })).statusCode).toBe(409);
    expect((await place.post(path, { step: 'commit', version: String(version) })).statusCode).toBe(303);
    expect((await place.open(path)).body).toContain('Inscription en cours');
    await place.work();
    expect((await place.open(path)).body).toContain('La liste est inscrite au registre.');
    const lines = await place.lines();
    expect(lines).toHaveLength(5);
    expect(lines.map(({ recipientId }) => recipientId).every((one) => /^[\w-]+$/.test(one))).toBe(true);
    expect(await previewedAgain()).toMatchObject({ created: 0, changed: 0, unchanged: 5 });
  });

  async function previewedAgain() {
    const again = '20260623T080000-abcdefgh';
    place.sent.set(again, Buffer.from(csv));
    await place.open(`/listes/ville/imports/${again}`);
    await place.work();
    return place.jobsKept.get(again)?.counts;
  }

  test('SAMPS-32: once in the register, are named to whoever places an order', async () => {
    await previewed();
    const listed = async () => JSON.parse(String((await place.open('/api/ville/listes')).body));
    expect(await listed()).toEqual({ lists: [] });
    await place.post(path, { step: 'commit', version: String(place.jobsKept.get(id)?.version) });
    await place.work();
    expect(await listed()).toMatchObject({ lists: [{ importId: id, startedBy: 'marie', people: 5 }] });
    expect((await place.open('/api/ville/listes', { userName: 'k', groups: 'ville:client' })).statusCode).toBe(403);
  });

  test('may have their columns chosen; the choice is remembered for the next one', async () => {
    const odd = 'Alpha;Bêta;Gamma\nMARTIN;Jeanne;0142345678';
    const body = await previewed(odd);
    expect(body).toContain('Aucune colonne ne donne le nom et le prénom');
    expect(body).not.toContain('Inscrire au registre');
    await place.post(path, { step: 'map', columns: '3', c0: 'lastName', c1: 'firstName', c2: 'phone' });
    await place.work();
    expect(place.jobsKept.get(id)?.counts).toMatchObject({ created: 1, refused: 0 });
    await place.post(path, { step: 'commit', version: String(place.jobsKept.get(id)?.version) });
    await place.work();
    const next = '20260622T080000-abcdefgh';
    place.sent.set(next, Buffer.from(`${odd}\nPETIT;Anne;0142345679`));
    await place.open(`/listes/ville/imports/${next}`);
    await place.work();
    expect(place.jobsKept.get(next)?.counts).toMatchObject({ created: 1, unchanged: 1 });
  });

  test('may have their doubts decided', async () => {
    const [, pair = ''] = /name="(d-[^"]+)" value="same"/.exec(await previewed()) ?? [];
    await place.post(path, { step: 'decide', [pair]: 'same' });
    await place.work();
    expect(place.jobsKept.get(id)?.counts).toMatchObject({ created: 4, repeated: 1, pairs: 0 });
  });

  test('COMMON-28: give a workbook of errors by row, column and reason, in which nothing is a formula', async () => {
    await previewed(`${csv}\r\n=HYPERLINK("http://x");Ana;12/12/12;+33 9;`);
    const { headers } = await place.open(`${path}/erreurs`);
    expect(headers?.['location']).toBe(`https://s3.exemple/${id}?name=ville_import_20260620_erreurs.xlsx`);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(place.errors.get(id) ?? []).buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Erreurs',
      'Sans numéro',
      'Lignes répétées',
      'Doublons à trancher',
      'Numéros partagés',
      'Autrement que par la voix',
      'Sortis du registre',
      'Lisez-moi',
    ]);
    const rows: unknown[][] = [];
    workbook.worksheets[0]?.eachRow((row, number) => {
      if (number > 4) rows.push((row.values as unknown[]).slice(1));
    });
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      [3, 'Date de naissance', '31/02/1931'],
      [4, 'Nom', '(vide)'],
      [8, 'Date de naissance', '12/12/12'],
      [8, 'Téléphone', '+33 9'],
    ]);
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(exceljs.ValueType.Formula)));
    }
  });

  test('may be taken back: nobody is left of a first one, everybody is as before of a second', async () => {
    const commit = async (importId: string, content: string) => {
      place.sent.set(importId, Buffer.from(content));
      await place.open(`/listes/ville/imports/${importId}`);
      await place.work();
      await place.post(`/listes/ville/imports/${importId}`, {
        step: 'commit',
        version: String(place.jobsKept.get(importId)?.version),
      });
      await place.work();
    };
    await commit(id, csv);
    const before = JSON.stringify([...place.kept].map(([one, { profile }]) => [one, profile]));
    const second = '20260621T080000-abcdefgh';
    await commit(
      second,
      'Nom;Prénom;Date de naissance;Téléphone\nMARTIN;Jeanne;12/03/1938;01 99 99 99 99\nNEUF;Ida;01/01/1935;0142345670',
    );
    expect(JSON.stringify([...place.kept.values()])).toContain('+33199999999');
    await place.post(`/listes/ville/imports/${second}`, { step: 'undo' });
    await place.work();
    expect((await place.open(`/listes/ville/imports/${second}`)).body).toContain('Cet import est annulé');
    expect(JSON.stringify([...place.kept].map(([one, { profile }]) => [one, profile]))).toBe(before);
    await place.post(path, { step: 'undo' });
    await place.work();
    expect([await place.lines(), place.kept.size]).toEqual([[], 0]);
    expect(await previewedAgain()).toMatchObject({ created: 5 });
  });

  test('REFLEX-06: 10 500 people with 2 % of errors: each error in the workbook, everybody else registered, nothing twice', async () => {
    const rows = inventedList(10_500);
    await previewed(rows.map((row) => row.join(';')).join('\r\n'));
    const counts = place.jobsKept.get(id)?.counts;
    expect(counts?.rows).toBe(10_500);
    expect((counts?.created ?? 0) + (counts?.repeated ?? 0) + (counts?.refused ?? 0)).toBe(10_500);
    const broken = rows.filter((row) => row.includes('31/02/1930') || row.includes('01 42')).length;
    expect(broken).toBeGreaterThan(180);
    expect(counts?.faults).toBeGreaterThanOrEqual(broken);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(place.errors.get(id) ?? []).buffer);
    expect((workbook.getWorksheet('Erreurs')?.rowCount ?? 0) - 4).toBe(counts?.faults);
    await place.post(path, { step: 'commit', version: String(place.jobsKept.get(id)?.version) });
    await place.work();
    expect(await place.lines()).toHaveLength(counts?.created ?? 0);
    const again = '20260624T080000-abcdefgh';
    place.sent.set(again, Buffer.from(rows.map((row) => row.join(';')).join('\r\n')));
    await place.open(`/listes/ville/imports/${again}`);
    await place.work();
    expect(place.jobsKept.get(again)?.counts).toMatchObject({ created: 0, changed: 0, unchanged: counts?.created });
  }, 60_000);

  test('a file that is no list is refused in a sentence, and nothing is registered', async () => {
    expect(await previewed('%PDF-1.7')).toContain('Ce fichier est un PDF');
    expect((await place.post(path, { step: 'commit', version: '2' })).statusCode).toBe(409);
  });

  test('one whose work stopped is offered to go on', async () => {
    place.sent.set(id, Buffer.from(csv));
    expect((await place.open(path)).body).not.toContain('Reprendre');
    place.orders.length = 0;
    place.pass(6 * 60_000);
    expect((await place.open(path)).body).toContain('Reprendre');
    await place.post(path, { step: 'resume' });
    await place.work();
    expect((await place.open(path)).body).toContain('Inscrire au registre');
  });

  test('a repeat of the order does nothing more', async () => {
    await previewed();
    place.orders.push({ programme: 'ville', importId: id });
    const before = structuredClone(place.jobsKept.get(id));
    await place.work();
    expect(place.jobsKept.get(id)).toEqual(before);
  });
});

describe('REFLEX-25: leaving the register', () => {
  const registered = async () => {
    await previewed();
    await place.post(path, { step: 'commit', version: String(place.jobsKept.get(id)?.version) });
    await place.work();
  };
  const leave = { lastName: 'martin', firstName: 'JEANNE', birthDate: '12/03/1938', why: 'asked', externalId: '' };

  test('takes effect at once, and says so', async () => {
    await registered();
    const answer = await place.post('/listes/ville/departs', leave);
    expect(answer.body).toContain('cette personne ne sera plus appelée');
    expect(await place.lines()).toHaveLength(4);
    expect((await place.post('/listes/ville/departs', leave)).body).toContain('Personne de ce nom');
    const told = place.journal.all().flatMap((entry) => (entry.kind === 'register' ? [entry] : []));
    expect(told.map(({ by, change }) => [by, change.type]).toSorted()).toEqual([
      ['marie', 'departed'],
      ['marie', 'imported'],
    ]);
    // Ids only: whom they name stays with the person's key.
    expect(JSON.stringify(told)).not.toMatch(/martin|jeanne|\+33/i);
  });

  test.each([
    [{ birthDate: '' }, 400],
    [{ birthDate: '12/03/38' }, 400],
    [{ lastName: '' }, 400],
    [{ why: 'bored' }, 400],
  ])('with %j is refused: nobody leaves by mistake', async (change, status) => {
    await registered();
    expect((await place.post('/listes/ville/departs', { ...leave, ...change })).statusCode).toBe(status);
    expect(await place.lines()).toHaveLength(5);
  });
});

describe('lists hold everybody’s name and door code', () => {
  test.each([
    [{ userName: 'paul', groups: 'ville:agent' }, 403],
    [{ userName: 'anne', groups: 'ville:client' }, 403],
    [{ userName: 'luc', groups: 'samps:supervisor' }, 403],
    [{}, 302],
  ])('%j gets %d', async (user, status) => {
    place.sent.set(id, Buffer.from(csv));
    for (const at of ['/listes/ville', path, `${path}/erreurs`]) {
      expect((await place.open(at, user)).statusCode, at).toBe(status);
    }
    expect(place.orders).toEqual([]);
  });

  test('a programme without a register has none, and an address of another shape leads nowhere', async () => {
    const user = { userName: 'luc', groups: 'samps:supervisor,ville:supervisor' };
    expect((await place.open('/listes/samps', user)).statusCode).toBe(404);
    expect((await place.open('/listes/ville/imports/..%2F..', user)).statusCode).toBe(404);
    expect((await place.open('/listes', user)).headers?.['location']).toBe('/listes/ville');
    expect((await place.open('/listes', { userName: 'x', groups: 'ville:agent' })).statusCode).toBe(403);
  });
});
