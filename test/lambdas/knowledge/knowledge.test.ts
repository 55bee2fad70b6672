import { beforeEach, describe, expect, test } from 'vitest';
import { knowledgeRoom } from '../../support/knowledge/knowledge-room.ts';

const csv = (...lines: readonly string[]) => Buffer.from(['Référence;Aide;Question;Réponse', ...lines].join('\r\n'));
const v1 = csv(
  'a;;Quand ?;Le 20.',
  'b;Bourses;Où ?;En ligne.',
  'c;;Qui ?;La famille.',
  'd;;Combien ?;Selon les ressources.',
);
const v2 = csv(
  'a;;Quand ?;Le 25.',
  'b;Bourses;Où ?;Sur le site.',
  'c;;Qui ?;Le foyer.',
  'd;;Combien ?;Selon les ressources.',
);

let room: Awaited<ReturnType<typeof knowledgeRoom>>;
beforeEach(async () => {
  room = await knowledgeRoom();
});
/** Sends a grid and answers the path of its comparison. */
async function sent(bytes: Uint8Array): Promise<string> {
  const { statusCode, headers, body } = await room.send('grille.csv', bytes);
  expect(statusCode, String(body)).toBe(303);
  return String(headers?.['location']);
}
const cards = async () => {
  const { answer } = await room.desk('/api/samps/fiches');
  return answer.cards.map((one: { cardId: string; version: number }) => `${one.cardId}@${one.version}`);
};

describe('SAMPS-20: the grid, from the file to the desk', () => {
  test('v1, then v2 with 3 changed answers: 3 changes are shown, agents see v2, a call handled under v1 still reads v1', async () => {
    await room.post(await sent(v1), [['edition', '0']]);
    expect(await cards()).toEqual(['a@1', 'b@1', 'c@1', 'd@1']);
    await room.desk('/api/samps/contacts/call-1/fiches', { post: { cardId: 'a', version: 1, secondsAgo: 90 } });

    room.clock.now = '2025-07-04T22:00:00.000Z';
    const path = await sent(v2);
    const preview = String((await room.page(path)).body);
    expect(preview).toContain('<th scope="row">Fiches modifiées</th><td class="number">3</td>');
    expect(preview).toContain('<td data-label="Avant">Le 20.</td><td data-label="Après">Le 25.</td>');
    expect(await cards()).toEqual(['a@1', 'b@1', 'c@1', 'd@1']);
    await room.post(path, [
      ['edition', '1'],
      ['corrects', 'a'],
    ]);
    expect(await cards()).toEqual(['a@2', 'b@2', 'c@2', 'd@1']);
    expect((await room.desk('/api/samps/fiches/a/1')).answer.answer).toBe('Le 20.');

    // SAMPS-21: the call says what was read, and who was told is listed, until they are told better.
    const opened = await room.desk('/api/samps/contacts/call-1/fiches', { query: { jour: '2025-07-04' } });
    expect(opened.answer).toEqual({ contactId: 'call-1', opened: ['a@1'] });
    const told = '/fiches/samps/fiche/a/personnes';
    expect((await room.page(told)).body).toContain('call-1');
    await room.desk('/api/samps/contacts/call-1/fiches', { post: { cardId: 'a', version: 2 } });
    expect((await room.page(told)).body).toContain('personne n’a reçu l’ancienne réponse');
    expect((await room.page('/fiches/samps/fiche/b/personnes')).statusCode).toBe(404);
  });

  test('what a grid has no column for stays as the card has it', async () => {
    const whole = Buffer.from('Référence;Question;Réponse;Mots-clés;Date de fin\r\na;Quand ?;Le 20.;paie;31/12/2025');
    await room.post(await sent(whole), [['edition', '0']]);
    room.clock.now = '2025-07-03T22:01:00.000Z';
    await room.post(await sent(csv('a;;Quand ?;Le 25.')), [['edition', '1']]);
    expect((await room.base.published('samps')).versions.at(-1)?.text).toMatchObject({
      ...{ answer: 'Le 25.', keywords: ['paie'], validTo: '2025-12-31' },
    });
  });

  test('over another publication nothing is changed, and it is said', async () => {
    const [one, other] = [await sent(v1), await sent(v2)];
    room.clock.now = '2025-07-03T22:01:00.000Z';
    await room.post(one, [['edition', '0']]);
    const stale = await room.post(await sent(csv('z;;Autre ?;Oui.')), [['edition', '0']]);
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('Quelqu’un a publié des fiches entre-temps');
    expect(await cards()).toHaveLength(4);
    expect(other).toBeTruthy();
  });

  test('a file without answers is refused in French, with the columns that were read', async () => {
    const { statusCode, body } = await room.send('grille.csv', Buffer.from('N°;Question\r\n1;Quand ?'));
    expect(statusCode).toBe(400);
    expect(body).toContain('Aucune colonne «\u202fRéponse\u202f»');
    expect((await room.send('photo.pdf', Buffer.from('%PDF-1.4'))).body).toContain('Ce fichier est un PDF');
  });

  test('SAMPS-22: a table of places replaces the one before, or changes nothing', async () => {
    const places = (commune: string) =>
      Buffer.from(`Commune;Lieu;Adresse;Téléphone;Horaires\r\n${commune};Mairie;1 rue;45 00 00;lun-ven`);
    const refused = await room.send('lieux.csv', places('Koné'), 'places');
    expect([refused.statusCode, String(refused.body).includes('cette commune est inconnue')]).toEqual([400, true]);
    expect(
      (await room.desk('/api/samps/lieux', { query: { commune: 'Bourail' } })).answer.places.length,
    ).toBeGreaterThan(5);
    room.clock.now = '2025-07-03T22:05:00.000Z';
    expect((await room.send('lieux.csv', places('Thio'), 'places')).statusCode).toBe(200);
    const { answer } = await room.desk('/api/samps/lieux', { query: { commune: 'bourail' } });
    expect(answer.places).toMatchObject([
      { name: 'Mairie', commune: 'Thio', text: 'Mairie, 1 rue, Thio. Tel 45 00 00. lun-ven.' },
    ]);
  });
});

describe('SAMPS-21: a card by hand', () => {
  const fields = (answer: string, revision: string) =>
    [
      ['step', 'draft'],
      ['title', 'Quel guichet ?'],
      ['answer', answer],
      ['revision', revision],
      ['basedOn', '0'],
    ] as const;
  const path = '/fiches/samps/fiche/quel-guichet';

  test('is seen by agents once it is published, never as a draft', async () => {
    const { headers } = await room.post('/fiches/samps/fiche/nouvelle', fields('Le 3.', '0'));
    expect(headers?.['location']).toBe(path);
    expect(await cards()).toEqual([]);
    expect((await room.post(path, fields('Le 4.', '0'))).statusCode).toBe(409);
    await room.post(path, fields('Le 4.', '1'));
    const stale = await room.post(path, [
      ['step', 'publish'],
      ['revision', '1'],
      ['edition', '0'],
    ]);
    expect([stale.statusCode, await cards()]).toEqual([409, []]);
    await room.post(path, [
      ['step', 'publish'],
      ['revision', '2'],
      ['edition', '0'],
    ]);
    expect(await cards()).toEqual(['quel-guichet@1']);
    expect((await room.post('/fiches/samps/fiche/nouvelle', fields('Encore.', '0'))).body).toContain(
      'une fiche porte déjà cette question',
    );
    await room.post(path, [
      ['step', 'withdraw'],
      ['edition', '1'],
    ]);
    expect(await cards()).toEqual([]);
  });

  test('script tags are shown as text, never executed', async () => {
    const script = '<script>alert("x")</script><img src=x onerror=alert(1)>';
    await room.post('/fiches/samps/fiche/nouvelle', [
      ['step', 'draft'],
      ['title', `Balises ${script}`],
      ['answer', `- ${script}`],
      ['keywords', script],
    ]);
    const { headers } = await room.post('/fiches/samps/fiche/balises-script-alert-x-script-img-src-x-onerror-alert-1', [
      ['step', 'publish'],
      ['revision', '1'],
      ['edition', '0'],
    ]);
    for (const where of [String(headers?.['location']), '/fiches/samps']) {
      const { body, headers: sent } = await room.page(where);
      expect(body).toContain('&lt;script&gt;');
      expect(body).not.toMatch(/<script|<img/);
      expect(sent?.['content-security-policy']).toContain("default-src 'none'");
    }
    // The desk has it as data.
    expect((await room.desk('/api/samps/fiches')).answer.cards[0].answer).toBe(`- ${script}`);
  });

  test('SAMPS-17: a day that is over is never next', async () => {
    const dates = '25/06/2025 Juin\n25/07/2025 Juillet\n25/08/2025 Août';
    await room.post('/fiches/samps/fiche/nouvelle', [...fields('Voir.', '0'), ['dates', dates]]);
    await room.post(path, [
      ['step', 'publish'],
      ['revision', '1'],
      ['edition', '0'],
    ]);
    const next = async () => (await room.desk('/api/samps/fiches')).answer.cards[0].payments.next?.label;
    expect(await next()).toBe('Juillet');
    room.clock.now = '2025-07-25T12:59:59.999Z';
    expect(await next()).toBe('Juillet');
    room.clock.now = '2025-07-25T13:00:00.000Z';
    expect(await next()).toBe('Août');
    room.clock.now = '2025-08-26T00:00:00.000Z';
    expect(await next()).toBeUndefined();
  });

  test('COMMON-18: agents read, and do not write', async () => {
    expect((await room.page('/fiches/samps', 'samps:agent')).statusCode).toBe(403);
    expect((await room.page('/fiches/samps', 'reflex:client')).statusCode).toBe(403);
    expect((await room.page('/fiches')).headers?.['location']).toBe('/fiches/samps');
    expect((await room.desk('/api/samps/contacts/c/fiches', { post: { cardId: 'x', version: 1 } })).status).toBe(404);
    expect((await room.desk('/api/samps/contacts/c/fiches', { post: { cardId: 'x' } })).status).toBe(400);
  });
});
