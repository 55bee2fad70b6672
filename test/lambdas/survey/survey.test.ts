import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { metrics } from '../../../contracts/metrics.ts';
import { linkPath } from '../../../contracts/routes.ts';
import type { QuestionnaireEntry } from '../../../domain/questionnaire/questionnaire-entry.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';
import { SurveyBrowser } from '../../support/survey/survey-browser.ts';
import { type SurveyWorld, surveyWorld } from '../../support/survey/survey-world.ts';

const secrets = mockClient(SecretsManagerClient);
let tables: EmbeddedTables;
let world: SurveyWorld;
let browser: SurveyBrowser;

beforeAll(() => {
  secrets.on(GetSecretValueCommand).resolves({ SecretString: 'k'.repeat(64) });
});
beforeEach(async () => {
  tables?.stop();
  tables = await embeddedTables('links', 'questionnaires');
  world = surveyWorld(tables);
  browser = new SurveyBrowser(world);
});
afterAll(() => tables.stop());

async function enter(subject = 'r1', occasion = 'j2', birthDate = '09/03/1980'): Promise<string> {
  const path = linkPath(await world.open(subject, occasion));
  await browser.get(path);
  await browser.post(path, { naissance: birthDate });
  return path;
}

const entries = () => world.journal.all().filter((one): one is QuestionnaireEntry => one.kind === 'questionnaire');

describe('ARS-52: who opens a link', () => {
  it('is shown nothing of the follow-up before the birth date', async () => {
    const path = linkPath(await world.open('r1'));
    expect((await browser.get(path)).heading).toBe('Est-ce bien vous\u202f?');
    // Until midnight in Paris.
    expect(browser.text).toContain('jusqu’au mardi 6 octobre 2020');
    expect(browser.text).not.toMatch(/quarantaine|isolement|contact avec|test positif/i);
    expect((await browser.post(path, { naissance: '9 mars 1980' })).heading).toBe('Qui répond\u202f?');
  });

  it.each(['09/03/1980', '9/3/1980', '09031980', '9 mars 1980', ' 09-03-1980 ', '1980-03-09'])(
    'may write it as %s',
    async (typed) => {
      await enter('r1', 'j2', typed);
      expect(browser.status).toBe(200);
    },
  );

  it.each([
    ['31/12/2999', 'dans le futur'],
    ['30/02/1980', 'pas lisible'],
    ['9/3/80', 'pas lisible'],
    ['', 'Écrivez la date'],
    ['<b>=1+1</b>', 'pas lisible'],
    ['12345', 'pas lisible'],
    ['01/01/1799', 'trop ancienne'],
  ])('who writes "%s" is told what is wrong, and loses no try', async (typed, words) => {
    const path = linkPath(await world.open('r1'));
    for (let time = 0; time < 7; time += 1) await browser.post(path, { naissance: typed });
    expect(browser.status).toBe(422);
    expect(browser.text).toContain(words);
    expect(browser.html).not.toContain('<b>=');
    expect((await browser.post(path, { naissance: '09/03/1980' })).status).toBe(200);
  });

  it('locks it at the fifth wrong date in a row, and the person is to be called', async () => {
    const path = linkPath(await world.open('r1'));
    const headings: string[] = [];
    for (const year of [1981, 1982, 1983, 1984, 1985, 1980]) {
      await browser.post(path, { naissance: `09/03/${year}` });
      headings.push(
        browser.status === 422 ? (/Il vous reste \d essais?/.exec(browser.text)?.[0] ?? '') : browser.heading,
      );
    }
    expect(headings).toEqual([
      'Il vous reste 4 essais',
      'Il vous reste 3 essais',
      'Il vous reste 2 essais',
      'Il vous reste 1 essai',
      'Ce lien est bloqué',
      'Ce lien est bloqué',
    ]);
    const told = { programme: 'suivi', subject: 'r1', occasion: 'j2', type: 'locked', at: '2020-10-03T08:00:00.000Z' };
    expect(world.news).toEqual([told, told]);
    expect((await browser.get(path)).heading).toBe('Ce lien est bloqué');
    expect(world.counted).toEqual([metrics.lockedLinks, metrics.lockedLinks]);
  });

  it('cannot make more than five tries by making them together', async () => {
    const path = linkPath(await world.open('r1'));
    const tries = Array.from({ length: 20 }, (_, day) => String(day + 10));
    const statuses = await Promise.all(
      tries.map(async (day) => (await new SurveyBrowser(world).post(path, { naissance: `${day}/03/1980` })).status),
    );
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(4);
    expect((await browser.post(path, { naissance: '09/03/1980' })).heading).toBe('Ce lien est bloqué');
  });

  it('has all tries again after a right one, and is asked again after 30 minutes', async () => {
    const path = await enter();
    for (let time = 0; time < 3; time += 1) {
      await new SurveyBrowser(world).post(path, { naissance: '01/01/1980' });
      await new SurveyBrowser(world).post(path, { naissance: '09/03/1980' });
    }
    expect((await browser.get(path)).heading).toBe('Qui répond\u202f?');
    world.setTime('2020-10-03T08:31:00.000Z');
    expect((await browser.get(path)).heading).toBe('Est-ce bien vous\u202f?');
    expect((await browser.post(path, { asked: 'respondent', respondent: 'person' })).status).toBe(422);
    expect(entries()).toEqual([]);
  });

  it('is called when the file has no birth date', async () => {
    await enter('undated');
    expect(browser.heading).toBe('Nous vous appellerons');
    expect(world.news).toMatchObject([{ subject: 'undated', type: 'asked' }]);
  });
});

describe('ARS-03: a survey by link', () => {
  it('asks one question a page, says how far one is, and files one record at the end', async () => {
    await enter();
    const headings = [browser.heading];
    for (const code of ['person', 'oui', 'non', 'true', 'difficile', 'courses', 'travail', 'non']) {
      await browser.answer(code);
      headings.push(browser.heading);
    }
    expect(headings).toEqual([
      'Qui répond\u202f?',
      'Question 1 sur 7',
      'Question 2 sur 6',
      'Conseils à lire',
      'Question 3 sur 6',
      'Question 4 sur 6',
      'Question 5 sur 6',
      'Question 6 sur 6',
      'Merci',
    ]);
    expect(browser.text).toContain('transmise aux équipes d’appui');
    expect(browser.text).toContain('Cellule territoriale d’appui à l’isolement – Var');
    expect(browser.text).not.toContain('Vaucluse');
    expect(entries()).toMatchObject([
      {
        id: 'questionnaire#j2-1-r1#8',
        subject: 'r1',
        channel: 'web',
        state: 'complete',
        level: 'appui',
        effects: [{ effect: 'vulnerable', answer: 'travail' }],
      },
    ]);
    expect([...world.orders.values()]).toMatchObject([{ subject: 'r1', reasons: [{ cell: 'ctai-83' }] }]);
  });

  it('ARS-51: severe signs show the 15 before anything else', async () => {
    await enter();
    for (const code of ['person', 'oui', 'oui']) await browser.answer(code);
    expect(browser.heading).toBe('Urgence');
    expect(browser.text).toContain('Appelez le 15 maintenant');
    expect(browser.html).toContain('href="tel:15"');
    expect(entries()).toMatchObject([{ alerts: ['signes-graves'], level: 'urgence' }]);
  });

  it('resumes where one stopped, on another device', async () => {
    const path = await enter();
    for (const code of ['person', 'oui', 'non']) await browser.answer(code);
    const other = new SurveyBrowser(world);
    await other.post(path, { naissance: '09/03/1980' });
    expect(other.heading).toBe('Conseils à lire');
  });

  it('goes back to an answer and keeps what was given', async () => {
    const path = await enter();
    for (const code of ['person', 'oui', 'non', 'true', 'oui']) await browser.answer(code);
    await browser.get(`${path}?question=respect`);
    expect(browser.heading).toBe('Question 3 sur 5');
    expect(browser.html).toMatch(/value="oui" required checked/);
    await browser.answer('non');
    expect(browser.text).toContain('De quelle aide');
  });

  it('a double submit is one answer, and an answer out of order changes nothing', async () => {
    const path = await enter();
    await browser.answer('person');
    const { hidden } = browser.form();
    const sent = { ...hidden, consentement: 'oui' };
    await Promise.all([browser.post(path, sent), new SurveyBrowser(world).post(path, sent)]);
    await browser.post(path, sent);
    expect(browser.heading).toBe('Question 2 sur 6');
    await browser.post(path, { ...browser.form().hidden, asked: 'test', test: 'oui' });
    expect(browser.status).toBe(409);
    expect(browser.text).toContain('rien n’est perdu');
    expect(browser.heading).toBe('Question 2 sur 6');
    await browser.post(path, { ...sent, consentement: 'non' });
    expect(browser.status).toBe(409);
    const { Items } = await tables.client.send(new ScanCommand({ TableName: 'questionnaires' }));
    expect(Items).toMatchObject([{ revision: 2, content: { answers: { consentement: 'oui' } } }]);
    expect(Object.keys(Items?.[0]?.['content'].answers)).not.toContain('test');
  });

  it('stays as it is once complete', async () => {
    const path = await enter();
    for (const code of ['person', 'non', 'mefiance']) await browser.answer(code);
    expect(browser.text).toContain('vous ne recevrez plus ni message ni appel');
    await browser.post(path, { revision: '3', asked: 'consentement', consentement: 'oui' });
    expect(browser.status).toBe(409);
    expect((await browser.get(`${path}?question=consentement`)).heading).toBe('Merci');
    expect(entries()).toMatchObject([{ effects: [{ effect: 'refused', answer: 'mefiance' }], revision: 3 }]);
  });

  it('says that an answer is missing, and that of a child the parent answers', async () => {
    await enter('r2', 'j9', '31122012');
    expect(browser.text).toContain('Ce suivi concerne un enfant');
    await browser.post(browser.form().action, browser.form().hidden);
    expect(browser.heading).toBe('Réponse manquante\u202f: Qui répond\u202f?');
    await browser.answer('relative');
    await browser.answer('oui');
    expect(browser.text).toContain('La personne a-t-elle en ce moment un de ces signes');
  });

  it('ARS-45: changed words are on the page at the next visit', async () => {
    const path = await enter();
    for (const code of ['person', 'oui', 'non']) await browser.answer(code);
    expect(browser.text).toContain('Restez chez vous pendant toute la durée de la quarantaine');
    const { survey } = (await import('../../../programmes/suivi/programme.ts')).suivi;
    const changed = (survey?.languageElements ?? []).map((one) =>
      one.code === 'rester-chez-soi' ? { ...one, text: 'Ne sortez pas.' } : one,
    );
    world.live.values.languageElements = changed;
    expect((await browser.get(path)).text).toContain('Ne sortez pas.');
  });
});

describe('COMMON-59: a link', () => {
  it('that never was, is over or was guessed shows one and the same page', async () => {
    const path = linkPath(await world.open('r1'));
    const dead = (await browser.get(linkPath('A'.repeat(22)))).html;
    expect(browser.status).toBe(404);
    expect((await browser.get(`${linkPath('%3Cscript%3E')}`)).html).toBe(dead);
    expect((await browser.post(linkPath('x'), { naissance: '09/03/1980' })).html).toBe(dead);
    world.setTime('2020-10-06T00:00:00.000Z');
    expect((await browser.get(path)).html).toBe(dead);
    expect((await browser.post(path, { naissance: '09/03/1980' })).html).toBe(dead);
    expect((await browser.post(`${path}/rappel`, {})).html).toBe(dead);
    expect(world.news).toEqual([]);
    expect(world.counted).toEqual(Array.from({ length: 6 }, () => metrics.deadLinks));
  });

  it('has 128 bits that say nothing, is kept only as a hash, and opens one person and one moment', async () => {
    const [one, other, again] = [await world.open('r1'), await world.open('r1', 'j4'), await world.open('r1')];
    expect(one).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(one).not.toBe(other);
    expect(again).toBe(one);
    const { Items } = await tables.client.send(new ScanCommand({ TableName: 'links' }));
    expect(Items).toHaveLength(2);
    expect(JSON.stringify(Items)).not.toContain(one);
  });

  it('lends its session to no other', async () => {
    await enter();
    expect((await browser.get(linkPath(await world.open('r2', 'j9')))).heading).toBe('Est-ce bien vous\u202f?');
  });

  it('refuses a body of 4 MB and a flood, and says so', async () => {
    const path = await enter();
    const refused = await browser.post(path, { asked: 'respondent', respondent: 'x'.repeat(4_000_000) });
    expect([refused.status, refused.heading]).toEqual([413, 'Envoi trop gros']);
    for (let time = 0; time < 50; time += 1) await browser.get(path);
    expect([browser.status, browser.heading]).toEqual([429, 'Trop de demandes']);
    world.setTime('2020-10-03T08:01:00.000Z');
    expect((await browser.get(path)).status).toBe(200);
  });

  it('asks for a call once, whoever holds it, and COMMON-12: stops messages without asking who one is', async () => {
    const path = linkPath(await world.open('r1'));
    await browser.get(`${path}/rappel`);
    expect(world.news).toEqual([]);
    await browser.post(`${path}/rappel`, {});
    world.setTime('2020-10-03T09:00:00.000Z');
    await browser.post(`${path}/rappel`, {});
    expect(new Set(world.news.map(({ type, at }) => `${type} ${at}`))).toEqual(
      new Set(['asked 2020-10-03T08:00:00.000Z']),
    );
    await browser.get(`${path}/stop`);
    expect(world.stopped).toEqual([]);
    expect((await browser.post(`${path}/stop`, {})).heading).toBe('Plus de SMS');
    expect(world.stopped).toEqual(['r1']);
  });

  it('that only stops messages opens no questionnaire', async () => {
    const path = linkPath(await world.open('r1', 'j2', 'stop'));
    expect((await browser.get(path)).heading).toBe('Ne plus recevoir de SMS');
    expect((await browser.post(path, { naissance: '09/03/1980' })).heading).toBe('Plus de SMS');
  });

  it('tells a fault of ours without saying what, and keeps what was given', async () => {
    const path = await enter();
    world.ports.records.find = async () => {
      throw new Error('the table is away: r1 09/03/1980');
    };
    expect((await browser.get(path)).status).toBe(500);
    expect(browser.heading).toBe('Un problème est survenu');
    expect(browser.text).not.toContain('1980');
  });
});

describe('COMMON-16, COMMON-31: every page', () => {
  it('weighs at most 20 kB, asks nothing of others, links to the notice, and has a strict policy', async () => {
    const path = await enter();
    const visited = [path, '/s/informations', '/s/accessibilite', `${path}/rappel`, `${path}/stop`, '/s/unknown'];
    for (const one of visited) {
      await browser.get(one);
      expect(Buffer.byteLength(browser.html) + JSON.stringify(browser.headers).length).toBeLessThan(20_000);
      expect(browser.html).toContain('href="/s/informations"');
      expect(browser.html).not.toMatch(/<script|src="http|href="http|@import|url\(/);
      expect(browser.headers?.['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(browser.headers?.['content-security-policy']).toContain("form-action 'self'");
      expect(browser.headers?.['cache-control']).toBe('no-store');
    }
  });
});
